import type { Locale } from '../i18n/locales.ts'

/** Latin digits and the Gregorian calendar in every language: the rest of the admin counts like this. */
export const numberTag = (language: Locale): string => `${regionOf(language)}-u-ca-gregory-nu-latn`

/** Whose habits are followed: British ones in English. */
export const regionOf = (language: Locale): string => (language === 'en' ? 'en-GB' : language)

/** Day and time, `26 Nov, 09:00`, with what else is said of it. */
export const momentFormat = (language: Locale, more: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(numberTag(language), {
    ...more,
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
