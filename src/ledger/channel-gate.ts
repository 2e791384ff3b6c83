import { millisecondsUntil, onDatabaseClock } from '../database/clock.ts'
import { type Database, sql } from '../database/database.ts'

/** A delivery that is due, as far as its channel's gate asks about it. */
export interface WaitingDelivery {
  readonly channelId: string
  readonly service: string
  /** Of the account. Null: the channel is gone. */
  readonly baseUrl: string | null
  /** It changes or takes away what readers may see: that waits for no morning. */
  readonly isUrgent: boolean
  /** It takes away what stands there. */
  readonly isRemoval: boolean
  /** Changes with the account. */
  readonly accountVersion: string
  /** Changes with what the public sees of the item. Null: nobody knows what it saw. */
  readonly itemVersion: string | null
}

/**
 * Readers see, or saw a moment ago, what is to be changed or taken away: also where the earlier post was removed for the same
 * change (by us: what somebody else removed is posted anew as if it were new) or stands beside the one that is to come. What
 * is in doubt is looked for at any hour, and is new if it is not there: see `Entered.quietUntil`.
 */
const isUrgent = sql`(
  d.desired = 'absent' or d.remote_state in ('live', 'unconfirmed') or d.left_standing <> '[]'
  or (d.remote_state = 'absent' and d.remote_outbox_id is not distinct from d.outbox_id and d.probe is distinct from 'gone')
)`

/**
 * Finds a delivery that is due and has everybody else who comes for its channel wait until the transaction ends, so
 * that they are counted. Null: it is done, not due yet, or its channel is paused.
 *
 * The transaction does not wait for the disk. All others see it at once; what it did is lost only if Postgres itself dies
 * within the next half second, and then nothing was changed at the service yet: before that comes `writeAhead`, which does
 * wait, and whatever was committed earlier is on the disk by then as well. What is lost is that somebody took the delivery
 * (it is due again, and who took it is refused by `writeAhead`) and its place in the channel’s pace, which at most a look has used.
 * https://www.postgresql.org/docs/current/wal-async-commit.html
 * @param transaction must be one.
 */
export async function approach(deliveryId: string, transaction: Database): Promise<WaitingDelivery | null> {
  const { rows } = await transaction.execute<{
    channel_id: string
    service: string
    base_url: string | null
    urgent: boolean
    removal: boolean
    account_version: string | null
    item_version: string | null
  }>(sql`
    select d.channel_id, d.service, c.base_url, c.updated_at::text as account_version,
      (select max(id)::text from outbox o where o.collection = d.collection and o.item_id = d.item_id) as item_version,
      ${isUrgent} as urgent,
      d.desired = 'absent' as removal,
      pg_advisory_xact_lock(hashtextextended('channel:' || d.channel_id, 0)) as locked,
      set_config('synchronous_commit', 'off', true) as haste
    from channel_deliveries d left join channels c on c.id = d.channel_id
    where d.id = ${deliveryId} and d.state = 'planned' and d.due_at <= now() and not coalesce(c.paused, false)
  `)
  const [row] = rows
  if (row === undefined) return null
  return {
    channelId: row.channel_id,
    service: row.service,
    baseUrl: row.base_url,
    isUrgent: row.urgent,
    isRemoval: row.removal,
    accountVersion: row.account_version ?? '',
    itemVersion: row.item_version,
  }
}

/** Whether a delivery waits for somebody, as far as one look tells. */
export async function isDue(deliveryId: string, database: Database): Promise<boolean> {
  const { rows } = await database.execute(
    sql`select 1 from channel_deliveries where id = ${deliveryId} and state = 'planned' and due_at <= now()`,
  )
  return rows.length > 0
}

/** How it stands with a channel, by the database's clock. */
export interface ChannelStanding {
  /** Deliveries under way, in all processes. */
  readonly busy: number
  /** In how many milliseconds the hours end in which nothing new is posted. Null: they are not now. */
  readonly quietForMs: number | null
  /** For how many milliseconds the service asked us to wait. Null: it did not, or that is over. */
  readonly restsForMs: number | null
  /** Those of the breakers asked about that saw failures lately. */
  readonly failing: readonly string[]
}

/** Now, where the channel is. */
const local = sql`(clock_timestamp() at time zone coalesce(c.time_zone, 'UTC'))`
const hour = sql`extract(hour from ${local})`
const isQuiet = sql`case
  when c.quiet_from is null or c.quiet_to is null or c.quiet_from = c.quiet_to then false
  when c.quiet_from < c.quiet_to then ${hour} >= c.quiet_from and ${hour} < c.quiet_to
  else ${hour} >= c.quiet_from or ${hour} < c.quiet_to
end`
/** The next time that its clocks show the hour: tomorrow if it is past today. */
const quietEnd = sql`(
  (date_trunc('day', ${local}) + make_interval(days => case when ${hour} < c.quiet_to then 0 else 1 end, hours => c.quiet_to::int))
  at time zone coalesce(c.time_zone, 'UTC')
)`

export async function standingOf(
  channelId: string,
  { bucket, breakers }: { readonly bucket: string; readonly breakers: readonly string[] },
  database: Database,
): Promise<ChannelStanding> {
  const { rows } = await database.execute<{
    busy: number
    quiet_ms: number | null
    rests_ms: number | null
    failing: string[] | null
  }>(sql`
    select
      (select count(*)::int from channel_deliveries
        where state = 'submitting' and lease_until > now() and channel_id = ${channelId}) as busy,
      (select ${millisecondsUntil(quietEnd)} from channels c where c.id = ${channelId} and ${isQuiet}) as quiet_ms,
      (select ${millisecondsUntil(sql`blocked_until`)} from send_buckets
        where key = ${bucket} and blocked_until > clock_timestamp()) as rests_ms,
      (select array_agg(key) from send_buckets where failures > 0 and key in (
        select jsonb_array_elements_text(${JSON.stringify(breakers)}::jsonb)
      )) as failing
  `)
  const [row] = rows
  return {
    busy: row?.busy ?? 0,
    quietForMs: row?.quiet_ms ?? null,
    restsForMs: row?.rests_ms ?? null,
    failing: row?.failing ?? [],
  }
}

export interface Postponement {
  readonly channelId: string
  readonly until: Date
  readonly reason: string
  /** `new`: what is urgent goes on. `posts`: all but removals. */
  readonly which: 'all' | 'new' | 'removals' | 'posts'
  /** How many of them may leave in a second from then on. Null: all at once. */
  readonly perSecond: number | null
}

const isMeant = {
  all: sql`true`,
  new: sql`not ${isUrgent}`,
  removals: sql`desired = 'absent'`,
  posts: sql`desired = 'live'`,
} as const satisfies Record<Postponement['which'], ReturnType<typeof sql>>

/** Moves what is due on a channel, in its order, to when it may leave. */
export async function postponeDue(
  { channelId, until, reason, which, perSecond }: Postponement,
  database: Database,
): Promise<void> {
  const gap = perSecond === null ? 0 : 1 / perSecond
  await database.execute(sql`
    with due as (
      select id, row_number() over (order by due_at, outbox_id) - 1 as place from channel_deliveries d
      where channel_id = ${channelId} and state = 'planned' and due_at <= now()
        and ${isMeant[which]}
    )
    update channel_deliveries d set
      due_at = ${onDatabaseClock(until)} + due.place * ${gap}::float8 * interval '1 second',
      reason = coalesce(d.reason, ${reason}), updated_at = now()
    from due where d.id = due.id and d.state = 'planned'
  `)
}

/** What is to be done next on a channel, and in how many milliseconds. Null: nothing waits. */
export async function nextOn(
  channelId: string,
  database: Database,
): Promise<{ readonly deliveryId: string; readonly inMs: number } | null> {
  const { rows } = await database.execute<{ id: string; in_ms: number }>(sql`
    select id, ${millisecondsUntil(sql`due_at`)} as in_ms from channel_deliveries
    where channel_id = ${channelId} and state = 'planned'
    -- Withdrawals first: readers see what should not be there.
    order by (desired = 'absent' and due_at <= now()) desc, due_at, outbox_id limit 1
  `)
  const [row] = rows
  return row === undefined ? null : { deliveryId: row.id, inMs: Math.max(0, row.in_ms) }
}

/** Nothing leaves on the bucket's side before. */
export async function restUntil(
  { key, until, reason }: { readonly key: string; readonly until: Date; readonly reason: string },
  database: Database,
): Promise<void> {
  await database.execute(sql`
    insert into send_buckets as b (key, tokens, capacity, per_second, ceiling, blocked_until, reason)
    values (${key}, 0, 1, 0, 0, ${onDatabaseClock(until)}, ${reason})
    on conflict (key) do update set
      blocked_until = greatest(b.blocked_until, excluded.blocked_until), reason = excluded.reason, updated_at = now()
  `)
}
