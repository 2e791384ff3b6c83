import type { Locale } from './locales.ts'

/** Gregorian calendar and Latin digits always, as in the mails. */
const tagOf = (locale: Locale): string => `${locale === 'en' ? 'en-GB' : locale}-u-ca-gregory-nu-latn`

/** "9 June 2026". Days without a time are stored as noon or midnight UTC. */
export const longDay = (day: Date, locale: Locale): string =>
  new Intl.DateTimeFormat(tagOf(locale), { dateStyle: 'long', timeZone: 'UTC' }).format(day)

/** "9 June 2026 at 14:05 UTC". */
export const dayAndTime = (moment: Date, locale: Locale): string =>
  new Intl.DateTimeFormat(tagOf(locale), {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'UTC',
    timeZoneName: 'short',
  }).format(moment)

/** "June 2026". */
export const monthAndYear = (day: Date, locale: Locale): string =>
  new Intl.DateTimeFormat(tagOf(locale), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(day)

/** The day on which a week begins, from 1, Monday, to 7, Sunday, as CLDR has it for where most readers of the language are. */
export const firstDayOf = (locale: Locale): number => new Intl.Locale(tagOf(locale)).getWeekInfo().firstDay

/** "1,240" or "1 240". */
export const wholeNumber = (value: number, locale: Locale): string =>
  new Intl.NumberFormat(`${locale}-u-nu-latn`, { maximumFractionDigits: 1 }).format(value)

export const money = (value: number, currency: string, locale: Locale): string =>
  new Intl.NumberFormat(`${locale}-u-nu-latn`, {
    style: 'currency',
    currency,
    maximumFractionDigits: 0,
  }).format(value)

export const percent = (value: number, locale: Locale): string =>
  new Intl.NumberFormat(`${locale}-u-nu-latn`, { style: 'percent', maximumFractionDigits: 1 }).format(
    value / 100,
  )

/** "English, French and Arabic". */
export const listOf = (words: readonly string[], locale: Locale): string =>
  new Intl.ListFormat(locale === 'en' ? 'en-GB' : locale, { type: 'conjunction' }).format(words)

/** A language's name in another language: "German". */
export const languageName = (language: Locale, locale: Locale): string =>
  new Intl.DisplayNames([locale], { type: 'language' }).of(language) ?? language
