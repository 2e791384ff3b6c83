import { type Database, sql } from '../../database/database.ts'
import { DOMAIN_HELD } from '../domain-holds.ts'

/** Who takes mail for a domain, as it was looked up. */
export interface MailDomain {
  readonly domain: string
  /** Null: the domain says that it takes no mail. */
  readonly mxGroup: string | null
  /** Nobody could say: asked again within the hour. The group is then the domain. */
  readonly isGuess: boolean
}

/** For so long a look-up holds. */
const FRESH = sql`interval '7 days'`

/** Whether what is known of a domain still holds. @param known the table, as the query calls it */
export const isFresh = (known: ReturnType<typeof sql>) => sql`${known}.looked_up_at > now() - ${FRESH}`

/** Domains that an issue's mails still go to and of which nothing is known, those of most people first. */
export async function domainsToLookUp(
  issueId: string,
  limit: number,
  database: Database,
): Promise<readonly string[]> {
  const { rows } = await database.execute<{ domain: string }>(sql`
    select d.domain from email_deliveries d
    left join mail_domains known on known.domain = d.domain and ${isFresh(sql`known`)}
    where d.issue_id = ${issueId} and d.state = 'planned' and d.mx_group is null and d.domain <> '' and known.domain is null
    group by 1 order by count(*) desc limit ${limit}
  `)
  return rows.map(({ domain }) => domain)
}

/** Whether there is any, at less cost. */
export async function hasDomainsToLookUp(issueId: string, database: Database): Promise<boolean> {
  const { rows } = await database.execute(sql`
    select 1 from email_deliveries d
    where d.issue_id = ${issueId} and d.state = 'planned' and d.mx_group is null and d.domain <> '' limit 1
  `)
  return rows.length > 0
}

/** Keeps what was looked up, and forgets what nobody writes to any more. */
export async function keepMailDomains(found: readonly MailDomain[], database: Database): Promise<void> {
  await database.execute(sql`
    insert into mail_domains as known (domain, mx_group, looked_up_at)
    select domain, "mxGroup", case when "isGuess" then now() - ${FRESH} + interval '1 hour' else now() end
    from jsonb_to_recordset(${JSON.stringify(found)}::jsonb) as found (domain text, "mxGroup" text, "isGuess" boolean)
    on conflict (domain) do update set mx_group = excluded.mx_group, looked_up_at = excluded.looked_up_at
  `)
  await database.execute(sql`
    delete from mail_domains where looked_up_at < now() - 4 * ${FRESH}
  `)
}

/** Rows that one statement changes: few enough to be over in a moment. */
const AT_ONCE = 5_000

/**
 * Tells an issue's mails who takes them. Those to a domain that takes no mail fail: nothing could be delivered there, and
 * it is the domain that says so (RFC 7505). Answers the ids of these. A mail whose language is held has no edition yet, so
 * that it could not be sent again: it fails once it has one.
 */
export async function assignGroups(issueId: string, database: Database): Promise<readonly string[]> {
  const failed: string[] = []
  for (;;) {
    const { rows } = await database.execute<{ id: string; failed: boolean }>(sql`
      with unassigned as (
        select d.id, known.mx_group from email_deliveries d
        join mail_domains known on known.domain = d.domain and ${isFresh(sql`known`)}
        where d.issue_id = ${issueId} and d.state = 'planned' and d.mx_group is null and d.lease_token is null
          and (known.mx_group is not null or d.edition_id is not null)
        limit ${AT_ONCE} for update of d skip locked
      )
      update email_deliveries d set
        mx_group = unassigned.mx_group,
        state = case when unassigned.mx_group is null then 'failed' else d.state end,
        reason = case
          when unassigned.mx_group is null then 'no-mail-server'
          -- Whoever takes it is another one than who refuses us.
          when d.reason = ${DOMAIN_HELD} and unassigned.mx_group <> d.domain then null
          else d.reason
        end,
        updated_at = now()
      from unassigned where d.id = unassigned.id
      returning d.id, unassigned.mx_group is null as failed
    `)
    failed.push(...rows.filter((row) => row.failed).map(({ id }) => id))
    if (rows.length < AT_ONCE) return failed
  }
}
