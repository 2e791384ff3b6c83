import { createInstance, type TFunction } from 'i18next'

import { env } from '../env.ts'
import { interfaceLocales, type Locale, sourceLocale } from './locales.ts'
import { pseudoTexts } from './pseudo.ts'
import { readTexts } from './read-texts.ts'

/** One JSON file per locale and namespace: `locales/<locale>/<namespace>.json`, flat keys, i18next v4 plurals. */
export const namespaces = ['admin', 'audience', 'email', 'site', 'terms', 'translation'] as const
export type Namespace = (typeof namespaces)[number]

/** @throws when the file is missing or no JSON: a text that a person would see is not there. */
export const messages = (locale: Locale, namespace: Namespace): Record<string, string> =>
  readTexts(locale, namespace)

/** Those texts as people are shown them: in the pseudo language where that is on. For what a browser is sent along. */
export function shownMessages(locale: Locale, namespace: Namespace): Record<string, string> {
  const texts = messages(locale, namespace)
  return env.EMISSARY_PSEUDO ? pseudoTexts(texts) : texts
}

export const hasInterface = (locale: Locale): boolean =>
  (interfaceLocales as readonly Locale[]).includes(locale)

const i18n = createInstance()
const loaded = new Set<string>()

await i18n.init({
  lng: sourceLocale,
  fallbackLng: false,
  ns: [...namespaces],
  initAsync: false,
  // Keys are flat: `practices.title` is a name, not a path.
  keySeparator: false,
  nsSeparator: false,
  resources: {},
  // Escaping happens once, at the HTML boundary; subjects and plain text need the raw string.
  interpolation: { escapeValue: false },
  returnNull: false,
})

/**
 * Texts of one namespace in one locale, without fallback: a locale that lacks a text is not an interface locale.
 * @throws {RangeError} when there are no interface texts in that locale.
 */
export function translator(locale: Locale, namespace: Namespace): TFunction {
  if (!hasInterface(locale)) throw new RangeError(`no interface texts in ${locale}: add locales/${locale}`)
  const bundle = `${locale}/${namespace}`
  if (!loaded.has(bundle)) {
    // Nobody else has what was only just read, so it need not be copied.
    i18n.addResourceBundle(locale, namespace, shownMessages(locale, namespace), false, false, {
      skipCopy: true,
    })
    loaded.add(bundle)
  }
  return i18n.getFixedT(locale, namespace)
}
