import { createInstance } from 'i18next'

import type { Texts } from '../../emails/letter.ts'
import type { Locale } from '../i18n/locales.ts'
import { rewritten } from '../i18n/pseudo.ts'
import { messages } from '../i18n/translator.ts'

const letters: Readonly<Partial<Record<Locale, string>>> = {
  ar: 'ابتثجحخدذرزسشصضطظعغفقكلمنه',
  el: 'αβγδεζηθικλμνξοπρστυφχψωάέ',
}

/** Writes an English text in the letters of another script: no translation, but of its size and direction. */
export function pseudo(text: string, locale: Locale): string {
  const alphabet = [...(letters[locale] ?? 'abcdefghijklmnopqrstuvwxyz')]
  return rewritten(text, (words) =>
    words.replace(
      /[a-z]/gi,
      (letter) => alphabet[letter.toLowerCase().charCodeAt(0) - 'a'.charCodeAt(0)] ?? letter,
    ),
  )
}

/** Our texts in pseudo letters, so that editions can be tested in scripts whose translations come later. */
export function pseudoTexts(locale: Locale): Texts {
  const texts = (namespace: 'email' | 'terms') =>
    Object.fromEntries(
      Object.entries(messages('en', namespace)).flatMap(([key, text]) =>
        [key, ...(key.endsWith('_other') ? pluralKeys(key, locale) : [])].map((each) => [
          each,
          pseudo(text, locale),
        ]),
      ),
    )
  const i18n = createInstance()
  i18n.init({
    lng: locale,
    fallbackLng: false,
    ns: ['email', 'terms'],
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    resources: { [locale]: { email: texts('email'), terms: texts('terms') } },
    interpolation: { escapeValue: false },
  })
  return { t: i18n.getFixedT(locale, 'email'), terms: i18n.getFixedT(locale, 'terms') }
}

const pluralKeys = (key: string, locale: Locale): string[] =>
  new Intl.PluralRules(locale)
    .resolvedOptions()
    .pluralCategories.map((category) => key.replace(/_other$/, `_${category}`))
