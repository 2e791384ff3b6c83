import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { AcceptedLanguages, SupportedLanguages } from '@payloadcms/translations'
import { ar } from '@payloadcms/translations/languages/ar'
import { bg } from '@payloadcms/translations/languages/bg'
import { cs } from '@payloadcms/translations/languages/cs'
import { da } from '@payloadcms/translations/languages/da'
import { de } from '@payloadcms/translations/languages/de'
import { en } from '@payloadcms/translations/languages/en'
import { es } from '@payloadcms/translations/languages/es'
import { et } from '@payloadcms/translations/languages/et'
import { fa } from '@payloadcms/translations/languages/fa'
import { fr } from '@payloadcms/translations/languages/fr'
import { hr } from '@payloadcms/translations/languages/hr'
import { hu } from '@payloadcms/translations/languages/hu'
import { it } from '@payloadcms/translations/languages/it'
import { lt } from '@payloadcms/translations/languages/lt'
import { lv } from '@payloadcms/translations/languages/lv'
import { nl } from '@payloadcms/translations/languages/nl'
import { pl } from '@payloadcms/translations/languages/pl'
import { pt } from '@payloadcms/translations/languages/pt'
import { ro } from '@payloadcms/translations/languages/ro'
import { ru } from '@payloadcms/translations/languages/ru'
import { sk } from '@payloadcms/translations/languages/sk'
import { sl } from '@payloadcms/translations/languages/sl'
import { sv } from '@payloadcms/translations/languages/sv'
import { tr } from '@payloadcms/translations/languages/tr'
import { uk } from '@payloadcms/translations/languages/uk'

import { env } from '../env.ts'
import { isLocale, type Locale, sourceLocale } from './locales.ts'
import { pseudoText } from './pseudo.ts'
import { hasInterface } from './translator.ts'

/** Payload's own texts. It has none in Greek, Finnish, Irish and Maltese: half a language would be a mixed one. */
const payloadTexts = {
  en,
  bg,
  cs,
  da,
  de,
  et,
  es,
  fr,
  hr,
  it,
  lv,
  lt,
  hu,
  nl,
  pl,
  pt,
  ro,
  sk,
  sl,
  sv,
  tr,
  uk,
  ru,
  ar,
  fa,
} as const satisfies Partial<Record<Locale & AcceptedLanguages, unknown>>

const hasAdminTexts = (locale: string): boolean =>
  existsSync(join(process.cwd(), 'locales', locale, 'admin.json'))

/** Payload's texts of one language, which stand in groups. */
const inPseudo = <Language extends { readonly translations: object }>(language: Language): Language => ({
  ...language,
  translations: pseudoTree(language.translations),
})

const pseudoTree = (texts: object): object =>
  Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [
      key,
      typeof text === 'string' ? pseudoText(text) : pseudoTree(text),
    ]),
  )

/** Languages in which a person can use the admin: Payload's texts and ours are both there. */
export const adminLanguages = Object.fromEntries(
  Object.entries(payloadTexts)
    .filter(([locale]) => hasAdminTexts(locale))
    .map(([locale, language]) => [locale, env.EMISSARY_PSEUDO ? inPseudo(language) : language]),
) as SupportedLanguages

export const adminLocales = Object.keys(adminLanguages) as Locale[]

/** The locale of the admin as a person set it. */
export const adminLocaleOf = (language: string): Locale =>
  isLocale(language) && hasInterface(language) && adminLocales.includes(language) ? language : sourceLocale
