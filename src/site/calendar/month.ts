import { firstDayOf } from '../../i18n/dates.ts'
import type { Locale } from '../../i18n/locales.ts'

/** A month of the calendar. */
export interface Month {
  readonly year: number
  /** From 1. */
  readonly month: number
}

/** `YYYY-MM`. Null: it is none, or lies further away than anybody plans. */
export function readMonth(text: string): Month | null {
  const [, year, month] = /^(20\d\d)-(0[1-9]|1[0-2])$/.exec(text) ?? []
  return year === undefined ? null : { year: Number(year), month: Number(month) }
}

export const monthName = ({ year, month }: Month): string => `${year}-${String(month).padStart(2, '0')}`

export const monthOf = (moment: Date): Month => ({
  year: moment.getUTCFullYear(),
  month: moment.getUTCMonth() + 1,
})

export function besideMonth({ year, month }: Month, by: 1 | -1): Month {
  return monthOf(new Date(Date.UTC(year, month - 1 + by, 1)))
}

/** A day of the calendar, `YYYY-MM-DD`. */
export const dayName = (moment: Date): string => moment.toISOString().slice(0, 10)

/** Weeks of seven days, as the language begins them; days of the months beside it are null. */
export function weeksOf({ year, month }: Month, locale: Locale): readonly (readonly (string | null)[])[] {
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const before = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() - firstDayOf(locale) + 7) % 7
  const cells = Array.from({ length: Math.ceil((before + days) / 7) * 7 }, (_, index) => {
    const day = index - before + 1
    return day < 1 || day > days ? null : dayName(new Date(Date.UTC(year, month - 1, day)))
  })
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7))
}

/** Names of the days, in the order of the week. */
export function weekdays(locale: Locale): readonly { readonly short: string; readonly long: string }[] {
  const name = (weekday: 'short' | 'long') => new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' })
  return Array.from({ length: 7 }, (_, index) => {
    // 4 January 1970 was a Sunday.
    const day = new Date(Date.UTC(1970, 0, 4 + ((firstDayOf(locale) + index) % 7)))
    return { short: name('short').format(day), long: name('long').format(day) }
  })
}
