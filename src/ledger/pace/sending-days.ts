import { type Database, sql } from '../../database/database.ts'
import { DOMAIN_HELD } from '../domain-holds.ts'

export interface Day {
  readonly senderDomain: string
  /** Most mails that may leave on this day. Null: as many as there are. */
  readonly atMost: number | null
}

const zone = sql`coalesce((select time_zone from network limit 1), 'UTC')`
/** The day that it is now where the network is. */
export const today = sql`(now() at time zone ${zone})::date`

/** Whether a moment is of this day: what was taken from another one is not given back to it. */
export const isOfToday = (at: ReturnType<typeof sql>) => sql`(${at} at time zone ${zone})::date = ${today}`

/** Counts mails that leave today whatever its limit is. Answers which day that is, as `2026-11-29`. */
export async function countInDay(mails: number, senderDomain: string, database: Database): Promise<string> {
  const { rows } = await database.execute<{ day: string }>(sql`
    insert into sending_days as known (day, sender_domain, mails) values (${today}, ${senderDomain}, ${mails})
    on conflict (day, sender_domain) do update set mails = known.mails + excluded.mails
    returning day::text as day
  `)
  return rows[0]?.day ?? ''
}

/** The network's time zone, and how many mails have left on its day so far. */
export async function sendingDay(
  senderDomain: string,
  database: Database,
): Promise<{ readonly zone: string; readonly mails: number }> {
  const { rows } = await database.execute<{ zone: string; mails: number }>(sql`
    select ${zone} as zone, coalesce((
      select mails from sending_days where day = ${today} and sender_domain = ${senderDomain}
    ), 0) as mails
  `)
  return rows[0] ?? { zone: 'UTC', mails: 0 }
}

/**
 * Puts back what was counted and did not leave.
 * @param day as `2026-11-29`: that on which it was counted. @default today
 */
export async function giveBackToDay(
  mails: number,
  { senderDomain, day = null }: { readonly senderDomain: string; readonly day?: string | null },
  database: Database,
): Promise<void> {
  if (mails === 0) return
  await database.execute(sql`
    update sending_days set mails = greatest(0, mails - ${mails}::integer)
    where day = ${day === null ? today : sql`${day}::date`} and sender_domain = ${senderDomain}
  `)
}

/** Rows that one statement moves: few enough to be over in a moment. */
const AT_ONCE = 10_000

/**
 * Moves all that is due of an issue to the next day of the network. Answers how many mails wait for it. Those of a language
 * that is held wait for that, whatever the day, and those to whom refuses us for a person: by their reason they are found when
 * it is settled.
 */
export async function waitForTomorrow(issueId: string, database: Database): Promise<number> {
  for (let mails = 0; ; ) {
    const { rowCount } = await database.execute(sql`
      update email_deliveries set
        reason = 'daily-cap', updated_at = now(),
        due_at = (${today} + 1)::timestamp at time zone ${zone}
      where id in (
        select id from email_deliveries
        where issue_id = ${issueId} and edition_id is not null and state = 'planned' and due_at <= now()
          and (lease_until is null or lease_until < now()) and reason is distinct from ${DOMAIN_HELD}
        limit ${AT_ONCE} for update skip locked
      )
    `)
    mails += rowCount ?? 0
    if ((rowCount ?? 0) < AT_ONCE) return mails
  }
}

/**
 * Lets go of what waits for tomorrow as many mails as may leave today after all: the day's limit was raised, or some were
 * given back. Answers how many.
 */
export async function goOnToday({ senderDomain, atMost }: Day, database: Database): Promise<number> {
  const gone = sql`coalesce((
    select mails from sending_days where day = ${today} and sender_domain = ${senderDomain}
  ), 0)`
  for (let mails = 0; ; ) {
    const left =
      atMost === null ? sql`${AT_ONCE}::integer` : sql`greatest(0, ${atMost - mails}::integer - ${gone})`
    const { rowCount } = await database.execute(sql`
      update email_deliveries set reason = null, due_at = now(), updated_at = now()
      where id in (
        select id from email_deliveries
        where issue_id in (select id from issues where state = 'sending') and state = 'planned' and reason = 'daily-cap'
          and due_at > now()
        order by due_at, id
        limit least(${AT_ONCE}::integer, ${left})
        for update skip locked
      )
    `)
    mails += rowCount ?? 0
    if ((rowCount ?? 0) < AT_ONCE) return mails
  }
}
