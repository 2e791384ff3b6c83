/** When an event takes place. Times are shown in its own zone, whoever reads. */
export interface EventDates {
  readonly start: Date
  readonly end: Date
  /** IANA name. */
  readonly timeZone: string
}

/** What stands in the small calendar leaf beside an event. */
export interface DateLeaf {
  /** Its name, or short for it where that is too long. */
  readonly month: string
  /** A day, or first and last day in one month. */
  readonly day: string
  /** Null: its hours are not known. */
  readonly time: string | null
}

/**
 * Always the Gregorian calendar and Latin digits, which the texts around use too: `fa` alone would mean the Persian
 * calendar. Bare `en` would mean American dates.
 */
const tagOf = (locale: string): string => `${locale === 'en' ? 'en-GB' : locale}-u-ca-gregory-nu-latn`

const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
const wholeDay = { day: 'numeric', month: 'long', year: 'numeric' } as const

/**
 * "Tuesday 9 June 2026, 14:00–16:00", or from the first to the last day. An event from midnight to the last minute of a
 * day is one whose hours are not known: its days stand alone.
 */
export function whenOf({ start, end, timeZone }: EventDates, locale: string): string {
  const weekday = sameDay({ start, end, timeZone }) ? ({ weekday: 'long' } as const) : {}
  const hours = lastsWholeDays({ start, end, timeZone }) ? {} : clock
  return new Intl.DateTimeFormat(tagOf(locale), { ...wholeDay, ...weekday, ...hours, timeZone }).formatRange(
    start,
    end,
  )
}

/** From midnight to the last minute of a day: its hours are not known. */
export function lastsWholeDays({ start, end, timeZone }: EventDates): boolean {
  const time = new Intl.DateTimeFormat('en-GB', { ...clock, timeZone })
  return time.format(start) === '00:00' && time.format(end) === '23:59'
}

/** "Central European Time". */
export const zoneNameOf = (dates: EventDates, locale: string): string =>
  zonePart(dates, locale, 'longGeneric')

/** "GMT+2", the offset that holds when it starts. */
export const zoneOffsetOf = (dates: EventDates, locale: string): string =>
  zonePart(dates, locale, 'shortOffset')

/** "9 June 2026" in the event's zone. */
export const dayOf = (moment: Date, timeZone: string, locale: string): string =>
  new Intl.DateTimeFormat(tagOf(locale), { ...wholeDay, timeZone }).format(moment)

/** "June 2026". */
export const monthOf = (moment: Date, locale: string): string =>
  new Intl.DateTimeFormat(tagOf(locale), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(moment)

/** Letters of a month that fit side by side on the leaf; a longer one would be broken in the middle. */
const LEAF_LETTERS = 9

export function dateLeafOf(dates: EventDates, locale: string): DateLeaf {
  const { start, end, timeZone } = dates
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(tagOf(locale), { ...options, timeZone })
  const month = format({ month: 'long', year: 'numeric' })
  const severalDays = !sameDay(dates) && month.format(start) === month.format(end)
  const dayNumber = (moment: Date) =>
    format({ day: 'numeric' })
      .formatToParts(moment)
      .find(({ type }) => type === 'day')?.value ?? ''
  const [name, short] = (['long', 'short'] as const).map((style) => format({ month: style }).format(start))
  return {
    month: name !== undefined && [...name].length <= LEAF_LETTERS ? name : (short ?? ''),
    day: severalDays ? `${dayNumber(start)}–${dayNumber(end)}` : dayNumber(start),
    time: lastsWholeDays(dates) ? null : format(clock).format(start),
  }
}

function sameDay({ start, end, timeZone }: EventDates): boolean {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone })
  return day.format(start) === day.format(end)
}

function zonePart(
  { start, timeZone }: EventDates,
  locale: string,
  timeZoneName: 'longGeneric' | 'shortOffset',
): string {
  const parts = new Intl.DateTimeFormat(tagOf(locale), { timeZone, hour: 'numeric', timeZoneName })
  return parts.formatToParts(start).find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
}

/** Names of languages in a language: "English, French". */
export function languageNames(locales: readonly string[], locale: string): string {
  const names = new Intl.DisplayNames([locale], { type: 'language' })
  const list = new Intl.ListFormat(locale, { type: 'unit', style: 'short' })
  return list.format(locales.map((each) => names.of(each) ?? each))
}
