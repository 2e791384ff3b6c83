const day = /^\d{4}-\d{2}-\d{2}$/
const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?:Z|[+-]\d{2}:\d{2})$/
const zone = /(?:Z|[+-]\d{2}:\d{2})$/

/** The last moment that is written with a year of four digits: what is later is no date to Postgres as JavaScript spells it. */
export const LAST_MOMENT = new Date('9999-12-31T23:59:59.999Z')
/** Years before it are spelt with a sign or as 0000, which is no year to Postgres. */
const FIRST_MOMENT = new Date('0001-01-01T00:00:00Z')

export const isDay = (text: string): boolean => day.test(text)

/**
 * A day of the calendar, which begins at midnight UTC, or a moment with its zone. Null: it is neither, or Postgres could not
 * keep it.
 */
export function momentIn(text: string): Date | null {
  if (!day.test(text) && !moment.test(text)) return null
  // Days and hours that there are not, such as 30 February, are rolled over by Date: they do not come back as they were.
  const written = text.replace(zone, '')
  const rolled = new Date(day.test(text) ? text : `${written}Z`)
  const read = new Date(text)
  if (Number.isNaN(rolled.getTime()) || Number.isNaN(read.getTime())) return null
  const isReal = rolled.toISOString().startsWith(written.slice(0, 'YYYY-MM-DDThh:mm:ss'.length))
  return isReal && read >= FIRST_MOMENT && read <= LAST_MOMENT ? read : null
}
