import type { TFunction } from 'i18next'
import type { Payload } from 'payload'

import { networkTimeZone } from '../content/network-time-zone.ts'
import { adminLocaleOf } from '../i18n/admin-languages.ts'
import type { Locale } from '../i18n/locales.ts'
import { translator } from '../i18n/translator.ts'
import { momentFormat, numberTag, regionOf } from './moment-format.ts'

/** What every view of ours needs of the person who looks at it, where it tells no times. */
interface TimelessContext {
  /** Language of the interface, not of the content. */
  readonly language: Locale
  readonly t: TFunction
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

/** The same with moments, as the clocks of the network show them. Its frame says which those are. */
export interface ViewContext extends TimelessContext {
  /** IANA name of the zone whose clocks `moment` shows: the network's. */
  readonly timeZone: string
  /** `Thu 26 Nov, 09:00`, always Gregorian; with the year when it is not this one. */
  readonly moment: (at: Date) => string
  /** The same without the day of the week. */
  readonly shortMoment: (at: Date) => string
}

/** Whoever asks, as far as their language goes. */
interface Asking {
  readonly i18n: { readonly language: string }
}

/** Of whoever looks at a view that tells times. */
export async function networkContext(req: Asking & { readonly payload: Payload }): Promise<ViewContext> {
  return timedContext(req, await networkTimeZone(req.payload))
}

/** @param now decides whether a year is worth saying. */
export function timedContext(asking: Asking, timeZone: string, now = new Date()): ViewContext {
  const context = viewContext(asking, now)
  const { language } = context
  const years = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', { year: 'numeric', timeZone })
  const isThisYear = (at: Date): boolean => years.format(at) === years.format(now)
  return {
    ...context,
    timeZone,
    moment: (at) =>
      momentFormat(language, {
        timeZone,
        ...(isThisYear(at) ? { weekday: 'short' } : { year: 'numeric' }),
      }).format(at),
    shortMoment: (at) =>
      momentFormat(language, { timeZone, ...(!isThisYear(at) && { year: 'numeric' }) }).format(at),
  }
}

/** @param now decides whether a year is worth saying. */
export function viewContext({ i18n }: Asking, now = new Date()): TimelessContext {
  const language = adminLocaleOf(i18n.language)
  const region = regionOf(language)
  const tag = numberTag(language)
  const names = new Intl.DisplayNames([region], { type: 'language' })
  const lists = new Intl.ListFormat(region, { type: 'conjunction' })
  const percents = new Intl.NumberFormat(tag, { style: 'percent' })
  const numbers = new Intl.NumberFormat(tag)
  return {
    language,
    t: translator(language, 'admin'),
    momentIn: (at, timeZone) =>
      momentFormat(language, { weekday: 'short', year: 'numeric', timeZone }).format(at),
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
