/** How a locale is written and whether we have interface texts (mails, pages, admin) in it. */
export interface LocaleInfo {
  /** The language's own name for itself. */
  readonly endonym: string
  readonly direction: 'ltr' | 'rtl'
}

/**
 * Every locale that the database can hold: the 24 official EU languages and those that the network's readers use.
 * BCP 47 tags. The order is the order in which they are offered. A network enables its own set in its settings.
 * Direction is stated per locale, never derived from the bare language: Kurdish has two scripts.
 */
export const localeInfo = {
  en: { endonym: 'English', direction: 'ltr' },
  bg: { endonym: 'Български', direction: 'ltr' },
  cs: { endonym: 'Čeština', direction: 'ltr' },
  da: { endonym: 'Dansk', direction: 'ltr' },
  de: { endonym: 'Deutsch', direction: 'ltr' },
  et: { endonym: 'Eesti', direction: 'ltr' },
  el: { endonym: 'Ελληνικά', direction: 'ltr' },
  es: { endonym: 'Español', direction: 'ltr' },
  fr: { endonym: 'Français', direction: 'ltr' },
  ga: { endonym: 'Gaeilge', direction: 'ltr' },
  hr: { endonym: 'Hrvatski', direction: 'ltr' },
  it: { endonym: 'Italiano', direction: 'ltr' },
  lv: { endonym: 'Latviešu', direction: 'ltr' },
  lt: { endonym: 'Lietuvių', direction: 'ltr' },
  hu: { endonym: 'Magyar', direction: 'ltr' },
  mt: { endonym: 'Malti', direction: 'ltr' },
  nl: { endonym: 'Nederlands', direction: 'ltr' },
  pl: { endonym: 'Polski', direction: 'ltr' },
  pt: { endonym: 'Português', direction: 'ltr' },
  ro: { endonym: 'Română', direction: 'ltr' },
  sk: { endonym: 'Slovenčina', direction: 'ltr' },
  sl: { endonym: 'Slovenščina', direction: 'ltr' },
  fi: { endonym: 'Suomi', direction: 'ltr' },
  sv: { endonym: 'Svenska', direction: 'ltr' },
  tr: { endonym: 'Türkçe', direction: 'ltr' },
  uk: { endonym: 'Українська', direction: 'ltr' },
  ru: { endonym: 'Русский', direction: 'ltr' },
  ar: { endonym: 'العربية', direction: 'rtl' },
  fa: { endonym: 'فارسی', direction: 'rtl' },
  'fa-AF': { endonym: 'دری', direction: 'rtl' },
  ps: { endonym: 'پښتو', direction: 'rtl' },
  ur: { endonym: 'اردو', direction: 'rtl' },
  ckb: { endonym: 'کوردیی ناوەندی', direction: 'rtl' },
  ku: { endonym: 'Kurdî (kurmancî)', direction: 'ltr' },
  ti: { endonym: 'ትግርኛ', direction: 'ltr' },
  so: { endonym: 'Soomaali', direction: 'ltr' },
  sq: { endonym: 'Shqip', direction: 'ltr' },
} as const satisfies Record<string, LocaleInfo>

export type Locale = keyof typeof localeInfo
export type Direction = LocaleInfo['direction']

export const locales = Object.keys(localeInfo) as Locale[]

/** The network's working language: what an item is written in unless it says otherwise. */
export const sourceLocale: Locale = 'en'

/**
 * Locales in which `locales/` holds every text of ours. Only these can be enabled: a page or mail in any other
 * would have to mix languages. To gain one, add its folder.
 */
export const interfaceLocales = [
  'en',
  'bg',
  'cs',
  'da',
  'de',
  'et',
  'el',
  'es',
  'fr',
  'ga',
  'hr',
  'it',
  'lv',
  'lt',
  'hu',
  'mt',
  'nl',
  'pl',
  'pt',
  'ro',
  'sk',
  'sl',
  'fi',
  'sv',
  'tr',
  'uk',
  'ru',
  'ar',
  'fa',
] as const satisfies readonly Locale[]

export const isLocale = (value: unknown): value is Locale => typeof value === 'string' && value in localeInfo

export const directionOf = (locale: Locale): Direction => localeInfo[locale].direction

export const endonymOf = (locale: Locale): string => localeInfo[locale].endonym
