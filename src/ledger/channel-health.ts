import { type Database, sql } from '../database/database.ts'

/** How one channel does. Moments are ISO 8601. */
export interface ChannelHealth {
  readonly channelId: string
  readonly name: string
  readonly service: string
  readonly paused: boolean
  readonly pausedReason: string | null
  /** Deliveries whose time has come, and since when the oldest waits. */
  readonly due: number
  readonly oldestDue: string | null
  /** Since when something waits because a person must mend the account. Null: nothing does. */
  readonly blockedSince: string | null
  /** Attempts of the last seven days that the service took, and that it did not. */
  readonly taken: number
  readonly refused: number
  /** From 0 to 1. Null: nothing was tried. */
  readonly successRate: number | null
  /** When the credentials end. Null: never, or the service does not say. */
  readonly credentialsEnd: string | null
  /** `closed`: it takes posts. `open`: nothing is tried until `restsUntil`. */
  readonly breaker: 'closed' | 'failing' | 'open'
  /** Nothing is submitted before: it failed, or asked us to wait. Null: it may. */
  readonly restsUntil: string | null
  /** Posts that the weekly look found gone or changed. */
  readonly gone: number
  readonly changed: number
}

interface HealthRow extends Record<string, unknown> {
  id: string
  name: string
  service: string
  paused: boolean
  paused_reason: string | null
  due: number
  oldest_due: string | Date | null
  blocked_since: string | Date | null
  taken: number
  refused: number
  credentials_end: string | Date | null
  failures: number
  rests_until: string | Date | null
  gone: number
  changed: number
}

export async function channelHealth(database: Database): Promise<ChannelHealth[]> {
  const { rows } = await database.execute<HealthRow>(sql`
    with tried as (
      select d.channel_id,
        (count(*) filter (where a.outcome = 'submitted'))::int as taken,
        (count(*) filter (where a.outcome in ('planned', 'failed', 'unconfirmed') and a.reason is not null))::int as refused
      from channel_attempts a join channel_deliveries d on d.id = a.delivery_id
      where a.at > now() - interval '7 days' and a.action <> 'probe' group by d.channel_id
    ), standing as (
      select channel_id,
        (count(*) filter (where state = 'planned' and due_at <= now()))::int as due,
        min(due_at) filter (where state = 'planned' and due_at <= now()) as oldest_due,
        (count(*) filter (where probe = 'gone'))::int as gone,
        (count(*) filter (where probe = 'changed'))::int as changed
      from channel_deliveries group by channel_id
    )
    select c.id, c.name, c.service, coalesce(c.paused, false) as paused, c.paused_reason,
      coalesce(s.due, 0) as due, s.oldest_due,
      case when c.paused and c.paused_reason in ('unauthorised', 'misconfigured') then s.oldest_due end as blocked_since,
      coalesce(t.taken, 0) as taken, coalesce(t.refused, 0) as refused, k.credentials_end,
      coalesce(b.failures, 0) as failures,
      nullif(greatest(b.blocked_until, q.blocked_until, '-infinity'), '-infinity') as rests_until,
      coalesce(s.gone, 0) as gone, coalesce(s.changed, 0) as changed
    from channels c
      left join tried t on t.channel_id = c.id
      left join standing s on s.channel_id = c.id
      left join channel_sessions k on k.channel_id = c.id
      left join send_buckets b on b.key = 'breaker:channel:' || c.id
      left join send_buckets q on q.key = 'channel:' || c.id and q.blocked_until > now()
    order by c.name, c.id
  `)
  return rows.map((row) => ({
    channelId: row.id,
    name: row.name,
    service: row.service,
    paused: row.paused,
    pausedReason: row.paused_reason,
    due: row.due,
    oldestDue: iso(row.oldest_due),
    blockedSince: iso(row.blocked_since),
    taken: row.taken,
    refused: row.refused,
    successRate: row.taken + row.refused === 0 ? null : row.taken / (row.taken + row.refused),
    credentialsEnd: iso(row.credentials_end),
    breaker: breakerOf(row),
    restsUntil: iso(row.rests_until),
    gone: row.gone,
    changed: row.changed,
  }))
}

const iso = (moment: string | Date | null): string | null =>
  moment === null ? null : new Date(moment).toISOString()

const OPENS_AT = 5

function breakerOf({ failures }: HealthRow): ChannelHealth['breaker'] {
  if (failures === 0) return 'closed'
  return failures < OPENS_AT ? 'failing' : 'open'
}
