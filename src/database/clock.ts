import { sql } from './database.ts'

/** A moment that this machine's clock gave, on the database's, which all others go by and which may say something else. */
export const onDatabaseClock = (at: Date) =>
  sql`(clock_timestamp() + ${at.getTime() - Date.now()}::float8 * interval '1 millisecond')`

/** In how many milliseconds a moment of the database's comes. Null where there is none. */
export const millisecondsUntil = (at: ReturnType<typeof sql>) =>
  sql`(extract(epoch from ${at} - clock_timestamp()) * 1000)::float8`

/** For how long a moment of this machine's clock is waited for: that is the same by any clock. Null where there is none. */
export const millisecondsFromNow = (at: Date | null): number | null =>
  at === null ? null : at.getTime() - Date.now()
