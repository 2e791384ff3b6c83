import { type Database, sql } from '../../database/database.ts'

export interface FailedMails {
  /** Null: none is known. */
  readonly reason: string | null
  readonly mails: number
  /** Of them: their address gets no mail at all any more. */
  readonly suppressed: number
}

/** Mails that failed by cause, the most frequent first. */
export async function failedMails(issueId: string, database: Database): Promise<FailedMails[]> {
  const { rows } = await database.execute<FailedMails & Record<string, unknown>>(sql`
    select d.reason, count(*)::int as mails, count(barred.address_key)::int as suppressed
    from email_deliveries d
    left join subscribers person on person.id = d.subscriber_id
    left join suppressions barred on barred.address_key = person.address_key and barred.scope = 'global'
    where d.issue_id = ${issueId}::uuid and d.state = 'failed'
    group by d.reason order by mails desc, d.reason
  `)
  return rows
}
