import { type Database, sql } from '../../database/database.ts'

/** A provider that takes nothing for the moment. */
export interface WaitedFor {
  readonly domain: string
  readonly until: Date
}

/** Those of the domains whose mail provider is waited for. */
export async function waitedForDomains(
  domains: readonly string[],
  database: Database,
): Promise<readonly WaitedFor[]> {
  const { rows } = await database.execute<{ domain: string; until: string }>(sql`
    select known.domain, max(bucket.blocked_until) as until
    from mail_domains known
    join send_buckets bucket
      on bucket.key like 'mx:%' and split_part(bucket.key, ':', 3) = known.mx_group and bucket.blocked_until > now()
    where known.domain in (select jsonb_array_elements_text(${JSON.stringify(domains)}::jsonb))
    group by known.domain
  `)
  return rows.map(({ domain, until }) => ({ domain, until: new Date(until) }))
}

/** How many mails may leave in a second, over all transports. Null: as many as there are. */
export async function mailLimit(database: Database): Promise<number | null> {
  const { rows } = await database.execute<{ limit: number | null }>(sql`
    select min(per_second) as limit from send_buckets where key like 'sender:%'
  `)
  return rows[0]?.limit ?? null
}
