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
  /** What is left of it afterwards at most, in a second. Null: half. */
  readonly atMost: number | null
}

/** In how many seconds a group of mail exchangers is trusted with its full rate again. */
const RECOVERY_SECONDS = 3600
/** A rate that was seen to be too much is never taken for less than this, in a second. */
const LEAST_OBSERVED = 2
/** Something always goes on: one in ten seconds. */
const LEAST_RATE = 0.1

/**
 * Blocks a bucket and halves its rate, which then grows again by the same amount each second. Many mails under way that
 * are answered alike count once: a bucket that is blocked is not halved again.
 */
export async function slowDown(
  { key, reason, until, observed, atMost }: SlowDown,
  database: Database,
): Promise<void> {
  const ceiling = Math.max(observed, LEAST_OBSERVED)
  const now = sql`least(b.ceiling, b.per_second + b.gain * greatest(0, extract(epoch from clock_timestamp() - b.refilled_at)))`
  await database.execute(sql`
    insert into send_buckets as b
      (key, tokens, capacity, per_second, ceiling, gain, refilled_at, blocked_until, reason)
    values (
      ${key}, 0, 1, greatest(${LEAST_RATE}, least(${ceiling}::float8 / 2, ${atMost}::float8)), ${ceiling},
      ${ceiling}::float8 / ${RECOVERY_SECONDS}::float8, clock_timestamp(), ${onDatabaseClock(until)}, ${reason}
    )
    on conflict (key) do update set
      per_second = case
        when b.blocked_until > clock_timestamp() then b.per_second
        else greatest(${LEAST_RATE}, least((${now}) / 2, ${atMost}::float8))
      end,
      tokens = least(b.tokens, 0), refilled_at = clock_timestamp(),
      blocked_until = greatest(b.blocked_until, excluded.blocked_until),
      reason = excluded.reason, updated_at = now()
  `)
}
