import type { Locale } from '../../i18n/locales.ts'

/**
 * Postgres's own dictionary for the inflections of a locale. `trigram`: it has none, and forms of a word are found by the
 * letters that they share. One that an older Postgres lacks (Estonian came with 18) counts as none there.
 * https://www.postgresql.org/docs/current/textsearch-dictionaries.html#TEXTSEARCH-SNOWBALL-DICTIONARY
 */
const dictionaries = {
  en: 'english_stem',
  bg: 'trigram',
  cs: 'trigram',
  da: 'danish_stem',
  de: 'german_stem',
  et: 'estonian_stem',
  el: 'greek_stem',
  es: 'spanish_stem',
  fr: 'french_stem',
  ga: 'irish_stem',
  hr: 'trigram',
  it: 'italian_stem',
  lv: 'trigram',
  lt: 'lithuanian_stem',
  hu: 'hungarian_stem',
  mt: 'trigram',
  nl: 'dutch_stem',
  pl: 'trigram',
  pt: 'portuguese_stem',
  ro: 'romanian_stem',
  sk: 'trigram',
  sl: 'trigram',
  fi: 'finnish_stem',
  sv: 'swedish_stem',
  tr: 'turkish_stem',
  uk: 'trigram',
  ru: 'russian_stem',
  ar: 'arabic_stem',
  fa: 'trigram',
  'fa-AF': 'trigram',
  ps: 'trigram',
  ur: 'trigram',
  ckb: 'trigram',
  ku: 'trigram',
  ti: 'trigram',
  so: 'trigram',
  sq: 'trigram',
} as const satisfies Record<Locale, string>

export const dictionaryOf = (locale: Locale): string => dictionaries[locale]

/** Languages that write several nouns as one word: there a word is also found inside a longer one. */
const compounding: readonly Locale[] = ['da', 'de', 'et', 'fi', 'hu', 'nl', 'sv']

export const joinsWords = (locale: Locale): boolean => compounding.includes(locale)
