import { type Database, sql } from '../../database/database.ts'

/** Rows that one statement marks: few enough to be over in a moment. */
const AT_ONCE = 10_000

/**
 * Says of an issue's mails to a group of mail exchangers that takes nothing now that they wait for it. They stay due:
 * whoever claims passes them over until the group takes something again.
 */
export async function markWaiting(issueId: string, group: string, database: Database): Promise<void> {
  for (;;) {
    const { rowCount } = await database.execute(sql`
      update email_deliveries set reason = 'waits-for-provider'
      where id in (
        select id from email_deliveries
        where issue_id = ${issueId} and edition_id in (select id from editions where issue_id = ${issueId})
          and state = 'planned' and coalesce(mx_group, domain, '') = ${group} and lease_token is null
          and reason is null
        limit ${AT_ONCE} for update skip locked
      )
    `)
    if ((rowCount ?? 0) < AT_ONCE) return
  }
}
