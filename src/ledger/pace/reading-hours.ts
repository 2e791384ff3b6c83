import { sql } from '../../database/database.ts'

type Fragment = ReturnType<typeof sql>

/** Columns and values as SQL. */
export interface ReadingHours {
  readonly at: Fragment
  /** IANA name of the reader's zone. */
  readonly zone: Fragment
  /** Hours of the reader's day, 0 to 24, between which mails may come; from 22 to 6 is over midnight. Null: any. */
  readonly from: Fragment
  readonly to: Fragment
}

/**
 * When a mail may come, as a moment: null when it may now, else the next beginning of the reader's hours. By the clock
 * on the reader's wall, so a day of 23 or 25 hours moves nothing.
 */
export const nextReadingHour = ({ at, zone, from, to }: ReadingHours): Fragment => {
  const wall = sql`(${at} at time zone ${zone})`
  const hour = sql`extract(hour from ${wall})`
  return sql`case
    when ${from} is null or ${to} is null or ${from} = ${to} then null
    when ${from} < ${to} and ${hour} >= ${from} and ${hour} < ${to} then null
    when ${from} > ${to} and (${hour} >= ${from} or ${hour} < ${to}) then null
    else (
      date_trunc('day', ${wall}) + make_interval(days => case when ${hour} < ${from} then 0 else 1 end)
        + make_interval(hours => (${from})::integer)
    ) at time zone ${zone}
  end`
}
