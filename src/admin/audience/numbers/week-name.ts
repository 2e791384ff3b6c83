import type { Locale } from '../../../i18n/locales.ts'

/** The Monday of a week as `23 Nov`, Gregorian and with Latin digits as everywhere in the admin. */
export function weekName(
  monday: string,
  language: Locale,
  { year = false }: { readonly year?: boolean } = {},
): string {
  const tag = `${language === 'en' ? 'en-GB' : language}-u-ca-gregory-nu-latn`
  return new Intl.DateTimeFormat(tag, {
    day: 'numeric',
    month: 'short',
    ...(year && { year: 'numeric' }),
    timeZone: 'UTC',
  }).format(new Date(monday))
}
