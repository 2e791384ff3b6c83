import type { TFunction } from 'i18next'

import { adminLocaleOf } from '../i18n/admin-languages.ts'
import type { Locale } from '../i18n/locales.ts'
import { translator } from '../i18n/translator.ts'

/** What every view of ours needs of the person who looks at it. */
export interface ViewContext {
  /** Language of the interface, not of the content. */
  readonly language: Locale
  readonly t: TFunction
  /** IANA name of the zone whose clocks `moment` shows: the server's. */
  readonly timeZone: string
  /** `Thu 26 Nov, 09:00`, always Gregorian; with the year when it is not this one. */
  readonly moment: (at: Date) => string
  /** The same without the day of the week. */
  readonly shortMoment: (at: Date) => string
  /** `Thu 3 Dec 2026, 09:00`, as the clocks of a zone show it. */
  readonly momentIn: (at: Date, timeZone: string) => string
  /** `Thu 26 Nov`: the day alone, in UTC as deadlines are kept. */
  readonly day: (at: Date) => string
  readonly number: (value: number) => string
  /** A share from 0 to 1 as `86 %`. */
  readonly percent: (share: number) => string
  /** Names as a sentence lists them: `French, Greek and Arabic`. */
  readonly list: (names: readonly string[]) => string
  /** What a language is called in the language of the interface. */
  readonly languageName: (locale: Locale) => string
}

/** @param now decides whether a year is worth saying. */
export function viewContext(
  { i18n }: { readonly i18n: { readonly language: string } },
  now = new Date(),
): ViewContext {
  const language = adminLocaleOf(i18n.language)
  // Latin digits and the Gregorian calendar in every language: the rest of the admin counts like this.
  const region = language === 'en' ? 'en-GB' : language
  const tag = `${region}-u-ca-gregory-nu-latn`
  const names = new Intl.DisplayNames([region], { type: 'language' })
  const lists = new Intl.ListFormat(region, { type: 'conjunction' })
  const percents = new Intl.NumberFormat(tag, { style: 'percent' })
  const numbers = new Intl.NumberFormat(tag)
  return {
    language,
    t: translator(language, 'admin'),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    moment: (at) =>
      formatOf(
        tag,
        at.getFullYear() === now.getFullYear() ? { weekday: 'short' } : { year: 'numeric' },
      ).format(at),
    shortMoment: (at) =>
      formatOf(tag, at.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' }).format(at),
    momentIn: (at, timeZone) => formatOf(tag, { weekday: 'short', year: 'numeric', timeZone }).format(at),
    day: (at) =>
      new Intl.DateTimeFormat(tag, {
        ...(at.getUTCFullYear() === now.getUTCFullYear() ? { weekday: 'short' } : { year: 'numeric' }),
        day: 'numeric',
        month: 'short',
        timeZone: 'UTC',
      }).format(at),
    percent: (share) => percents.format(share),
    number: (value) => numbers.format(value),
    list: (parts) => lists.format(parts),
    languageName: (locale) => names.of(locale) ?? locale,
  }
}

const formatOf = (tag: string, more: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(tag, {
    ...more,
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
