import { onDatabaseClock } from '../../database/clock.ts'
import { type Database, sql } from '../../database/database.ts'

/** That the other side asked for patience with us, not with one mailbox. */
export interface SlowDown {
  /** Of a bucket. */
  readonly key: string
  readonly reason: string
  /** Nothing leaves before. */
  readonly until: Date
  /** What left in a second lately, as far as this worker saw it. */
  readonly observed: number
  /** What is left of it afterwards at most, in a second. Null: what `keeps` says. */
  readonly atMost: number | null
  /** Share of the rate that is left. */
  readonly keeps: number
  /** One that comes alone is chance: it costs its turn, and nothing else. Unless the last is so short ago. Null: none is. */
  readonly forgivenSeconds: number | null
}

/** In how many seconds a group of mail exchangers is trusted with its full rate again. */
const RECOVERY_SECONDS = 3600
/** A rate that was seen to be too much is never taken for less than this, in a second. */
const LEAST_OBSERVED = 2
/** Something always goes on: one in ten seconds. */
const LEAST_RATE = 0.1

/**
 * Blocks a bucket and lowers its rate, which grows again by the same amount each second once something may leave. Many
 * mails under way that are answered alike count once: the rate of a bucket that is blocked is not lowered again.
 */
export async function slowDown(
  { key, reason, until, observed, atMost, keeps, forgivenSeconds }: SlowDown,
  database: Database,
): Promise<void> {
  const ceiling = Math.max(observed, LEAST_OBSERVED)
  const now = sql`least(b.ceiling, b.per_second + b.gain * greatest(0, extract(epoch from clock_timestamp() - b.refilled_at)))`
  const lowered = (rate: ReturnType<typeof sql>) =>
    sql`greatest(${LEAST_RATE}, least((${rate}) * ${keeps}::float8, ${atMost}::float8))`
  const wait = onDatabaseClock(until)
  const first = sql`${ceiling}::float8`
  const isRepeated = sql`coalesce(
    b.reason = excluded.reason and b.blocked_until > clock_timestamp() - make_interval(secs => ${forgivenSeconds}::float8), false
  )`
  const blockedFirst = forgivenSeconds === null ? wait : sql`clock_timestamp()`
  const blocked = sql`greatest(b.blocked_until, case
    when ${forgivenSeconds !== null} and not ${isRepeated} then clock_timestamp() else ${wait}
  end)`
  await database.execute(sql`
    insert into send_buckets as b
      (key, tokens, capacity, per_second, ceiling, gain, refilled_at, blocked_until, reason)
    values (
      ${key}, 0, 1, ${forgivenSeconds === null ? lowered(first) : first}, ${ceiling},
      ${ceiling}::float8 / ${RECOVERY_SECONDS}::float8, greatest(clock_timestamp(), ${blockedFirst}),
      ${blockedFirst}, ${reason}
    )
    on conflict (key) do update set
      per_second = case
        when b.blocked_until > clock_timestamp() then b.per_second
        when ${forgivenSeconds !== null} and not ${isRepeated} then ${now}
        else ${lowered(now)}
      end,
      tokens = least(b.tokens, 0), refilled_at = greatest(clock_timestamp(), ${blocked}), blocked_until = ${blocked},
      reason = excluded.reason, updated_at = now()
  `)
}
