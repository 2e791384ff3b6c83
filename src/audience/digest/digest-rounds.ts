import { type Database, sql } from '../../database/database.ts'

type Rhythm = 'weekly' | 'monthly'

/** One week's or month's digests. */
export interface DigestRound {
  readonly id: string
  readonly rhythm: Rhythm
  /** `2026-W48` (ISO 8601 week) or `2026-11`, in the network's time zone. */
  readonly period: string
  /** Last position of `digest_items` that these digests may hold. */
  readonly head: number
  /** Last person that was planned. Null: nobody yet. */
  readonly plannedThrough: string | null
}

/**
 * Opens the rounds whose moment has come, each once whoever asks: weekly on the network's day, monthly on the first, at
 * the network's hour on the clocks of its time zone, whatever they do that day. One that was missed is opened late; of
 * several that were missed only the last, which then tells all that is new. Answers how many were opened.
 */
export async function openRounds(now: Date, database: Database): Promise<number> {
  const at = sql`${now.toISOString()}::timestamptz`
  const { rows } = await database.execute(sql`
    with setting as (
      select time_zone as zone, digest_weekday::text::int as weekday, make_interval(hours => digest_hour::int) as hour,
        ${at} at time zone time_zone as here
      from network limit 1
    ), candidate as (
      select 'weekly' as rhythm, to_char(day, 'IYYY-"W"IW') as period, (day + hour) at time zone zone as due_at
      from setting cross join lateral (
        select date_trunc('week', here) + make_interval(days => weekday - 1, weeks => -back) as day
        from generate_series(0, 1) as back
      ) as days
      union all
      select 'monthly', to_char(day, 'YYYY-MM'), (day + hour) at time zone zone
      from setting cross join lateral (
        select date_trunc('month', here) - make_interval(months => back) as day from generate_series(0, 1) as back
      ) as days
    ), due as (
      select distinct on (rhythm) rhythm, period, due_at from candidate where due_at <= ${at}
      order by rhythm, due_at desc
    )
    insert into digest_rounds (id, rhythm, period, head, due_at)
    select gen_random_uuid(), rhythm, period, (select coalesce(max(position), 0) from digest_items), due_at
    from due
    where not exists (select from digest_rounds r where r.rhythm = due.rhythm and r.period = due.period)
    on conflict (rhythm, period) do nothing
    returning id
  `)
  return rows.length
}

/** Takes the oldest round that is not planned to its end, for this transaction. Null: none is, or others are at it. */
export async function takeRound(transaction: Database): Promise<DigestRound | null> {
  const { rows } = await transaction.execute<{
    id: string
    rhythm: Rhythm
    period: string
    head: string
    planned_through: string | null
  }>(sql`
    select id, rhythm, period, head, planned_through from digest_rounds
    where planned_at is null order by due_at, rhythm limit 1 for update skip locked
  `)
  const [row] = rows
  return row === undefined
    ? null
    : {
        id: row.id,
        rhythm: row.rhythm,
        period: row.period,
        head: Number(row.head),
        plannedThrough: row.planned_through,
      }
}

interface PlannedBatch {
  readonly people: number
  readonly mails: number
}

/** Writes down how far planning has come. `through` null: to the end. */
export async function advanceRound(
  roundId: string,
  through: string | null,
  { people, mails }: PlannedBatch,
  transaction: Database,
): Promise<void> {
  await transaction.execute(sql`
    update digest_rounds set
      planned_through = coalesce(${through}::uuid, planned_through),
      planned_at = case when ${through}::uuid is null then now() end,
      people = people + ${people}, mails = mails + ${mails}
    where id = ${roundId}
  `)
}

/** Whether a round waits to be planned: for the sweep. */
export async function hasOpenRounds(database: Database): Promise<boolean> {
  const { rows } = await database.execute(sql`select 1 from digest_rounds where planned_at is null limit 1`)
  return rows.length > 0
}
