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

/** How fast mail may leave over all. */
export interface SendLimit {
  readonly transport: string
  readonly perSecond: number
  /** Nothing leaves before. Null: it may. */
  readonly blockedUntil: Date | null
}

/** The transports that mail has left by, the tightest first. */
export async function transportLimits(database: Database): Promise<readonly SendLimit[]> {
  const { rows } = await database.execute<{ transport: string; per_second: number; blocked: string | null }>(
    sql`
      select split_part(key, ':', 2) as transport, per_second,
        case when blocked_until > now() then blocked_until end as blocked
      from send_buckets where key like 'transport:%' order by per_second
    `,
  )
  return rows.map(({ transport, per_second, blocked }) => ({
    transport,
    perSecond: per_second,
    blockedUntil: blocked === null ? null : new Date(blocked),
  }))
}
