import { languageName } from '../i18n/dates.ts'
import { directionOf, type Locale } from '../i18n/locales.ts'
import { hasInterface, translator } from '../i18n/translator.ts'
import type { StandsIn } from '../newsletter/placeholders.ts'

/**
 * What whoever reads none of an issue's languages is told above the edition that stands in: in their own language, or in the
 * edition's where we have no texts in theirs.
 */
export function standsIn(reader: Locale, edition: Locale): StandsIn {
  const locale = hasInterface(reader) ? reader : edition
  const t = translator(locale, 'email')
  const text = t('letter.standsIn', {
    language: languageName(reader, locale),
    edition: languageName(edition, locale),
  })
  return { text, locale, direction: directionOf(locale) }
}
