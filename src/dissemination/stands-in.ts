import { languageName } from '../i18n/dates.ts'
import type { Locale } from '../i18n/locales.ts'
import { hasInterface, translator } from '../i18n/translator.ts'
import type { StandsIn } from '../newsletter/placeholders.ts'

/**
 * What the edition is labelled with that whoever reads none of an issue's languages gets: in their own language, or in the
 * edition's where we have no texts in theirs.
 */
export function standsIn(reader: Locale, edition: Locale): StandsIn {
  const locale = hasInterface(reader) ? reader : edition
  const t = translator(locale, 'email')
  const text = t('letter.standsIn', {
    language: languageName(reader, locale),
    edition: languageName(edition, locale),
  })
  return { text, locale }
}
