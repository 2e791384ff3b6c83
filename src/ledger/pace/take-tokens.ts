import { type Database, sql } from '../../database/database.ts'

/** What is asked of one bucket. */
export interface Wanted {
  readonly key: string
  /** Whole tokens. */
  readonly amount: number
  /** What the bucket is filled with in a second, unless the other side asked for less. */
  readonly perSecond: number
  /** Most that it holds: what may leave at once after a rest. At least 1. Less by as much as the rate is. */
  readonly capacity: number
  /**
   * Whether all of it goes or nothing, as with a frozen batch: a bucket with one token left gives it, and owes the rest.
   * @default false
   */
  readonly whole?: boolean
}

export interface Taken {
  readonly granted: number
  /** After how many milliseconds there is at least one token. 0: now. */
  readonly waitMs: number
}

/** In how many seconds a bucket whose rate was halved is back at its own, unless it says otherwise. */
const RECOVERY_SECONDS = 120

const elapsed = sql`greatest(0, extract(epoch from clock_timestamp() - b.refilled_at))`
const rate = sql`case when b.ceiling <> excluded.ceiling then excluded.ceiling
  else least(b.ceiling, b.per_second + ${elapsed} * b.gain) end`
const holds = sql`greatest(1, excluded.capacity * (${rate}) / excluded.ceiling)`
const filled = sql`least(${holds}, b.tokens + ${elapsed} * (${rate}))`
/** While nothing may leave nothing is saved up for afterwards, and no trust is won back. */
const fillsFrom = sql`greatest(clock_timestamp(), b.blocked_until)`
const isBlocked = sql`coalesce(b.blocked_until > clock_timestamp(), false)`
/** `granted` of the row that could not be inserted is what was asked; below 0 when it is all or nothing. */
const given = sql`case
  when ${isBlocked} or ${filled} < 1 then 0
  when excluded.granted < 0 then -excluded.granted
  else floor(least(excluded.granted, ${filled}))
end`

/**
 * Refills the buckets by the database's clock and takes what may leave now, at most what was asked, in one statement: the
 * lock of each row makes it right with any number of workers. Nothing is given while a bucket is blocked. One that does
 * not exist is made full. Keys must differ.
 */
export async function takeTokens(
  wanted: readonly Wanted[],
  database: Database,
): Promise<ReadonlyMap<string, Taken>> {
  if (wanted.length === 0) return new Map()
  const { rows } = await database.execute<{ key: string; granted: number; wait: number }>(sql`
    with given as (
      insert into send_buckets as b (key, tokens, capacity, per_second, ceiling, gain, granted, refilled_at)
      select key, capacity, capacity, "perSecond", "perSecond", "perSecond" / ${RECOVERY_SECONDS}::float8,
        -- Whatever is wanted is taken in a second pass: a new bucket gives nothing yet.
        case when whole then -amount else amount end, clock_timestamp()
      from jsonb_to_recordset(${JSON.stringify(wanted.map(rowOf))}::jsonb)
        as wanted (key text, amount float8, "perSecond" float8, capacity float8, whole boolean)
      order by key
      on conflict (key) do update set
        granted = ${given}, tokens = ${filled} - (${given}), per_second = ${rate}, ceiling = excluded.ceiling,
        capacity = excluded.capacity, refilled_at = ${fillsFrom},
        gain = case when b.ceiling <> excluded.ceiling then excluded.gain else b.gain end, updated_at = now()
      returning key, granted, tokens, per_second, refilled_at, (xmax = 0) as made
    )
    select key, case when made then -1 else granted end as granted,
      1000 * greatest(
        0, extract(epoch from refilled_at - clock_timestamp()) + (1 - tokens) / greatest(per_second, 1e-6)
      )::float8 as wait
    from given
  `)
  // A bucket that was just made has its tokens now; everything else was given above.
  const fresh = new Set(rows.filter(({ granted }) => granted < 0).map(({ key }) => key))
  const first = new Map(
    rows
      .filter(({ key }) => !fresh.has(key))
      .map(({ key, granted, wait }) => [key, { granted, waitMs: wait }]),
  )
  if (fresh.size === 0) return first
  const second = await takeTokens(
    wanted.filter(({ key }) => fresh.has(key)),
    database,
  )
  return new Map([...first, ...second])
}

/**
 * Takes all of it at once, even where there is none: who waits for a token waits for so many more. Never more is owed than
 * a second brings, since nobody counts what was refused. What is blocked stays so for others.
 */
export async function oweTokens(owed: readonly Wanted[], database: Database): Promise<void> {
  if (owed.length === 0) return
  await database.execute(sql`
    insert into send_buckets as b (key, tokens, capacity, per_second, ceiling, gain, granted, refilled_at)
    select key, capacity - amount, capacity, "perSecond", "perSecond", "perSecond" / ${RECOVERY_SECONDS}::float8, amount,
      clock_timestamp()
    from jsonb_to_recordset(${JSON.stringify(owed.map(rowOf))}::jsonb)
      as owed (key text, amount float8, "perSecond" float8, capacity float8)
    order by key
    on conflict (key) do update set
      tokens = greatest(${filled} - excluded.granted, least(b.tokens, -excluded.ceiling)), granted = excluded.granted,
      per_second = ${rate}, ceiling = excluded.ceiling, capacity = excluded.capacity, refilled_at = ${fillsFrom},
      gain = case when b.ceiling <> excluded.ceiling then excluded.gain else b.gain end, updated_at = now()
  `)
}

/** Puts back what was taken and not used. */
export async function giveBack(
  tokens: readonly Pick<Wanted, 'key' | 'amount'>[],
  database: Database,
): Promise<void> {
  const unused = tokens.filter(({ amount }) => amount > 0)
  if (unused.length === 0) return
  await database.execute(sql`
    with unused as (
      select b.key, amount from send_buckets b
      join jsonb_to_recordset(${JSON.stringify(unused)}::jsonb) as unused (key text, amount float8) using (key)
      order by b.key for update of b
    )
    update send_buckets b set tokens = least(b.capacity, b.tokens + unused.amount)
    from unused where b.key = unused.key
  `)
}

const rowOf = ({ whole = false, ...wanted }: Wanted) => ({ ...wanted, whole })
