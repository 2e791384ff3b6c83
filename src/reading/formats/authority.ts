import type { Locale } from '../../i18n/locales.ts'

/** ISO 639-3, which the Union's table of languages goes by. */
const alpha3: Readonly<Record<Locale, string>> = {
  en: 'ENG',
  bg: 'BUL',
  cs: 'CES',
  da: 'DAN',
  de: 'DEU',
  et: 'EST',
  el: 'ELL',
  es: 'SPA',
  fr: 'FRA',
  ga: 'GLE',
  hr: 'HRV',
  it: 'ITA',
  lv: 'LAV',
  lt: 'LIT',
  hu: 'HUN',
  mt: 'MLT',
  nl: 'NLD',
  pl: 'POL',
  pt: 'POR',
  ro: 'RON',
  sk: 'SLK',
  sl: 'SLV',
  fi: 'FIN',
  sv: 'SWE',
  tr: 'TUR',
  uk: 'UKR',
  ru: 'RUS',
  ar: 'ARA',
  fa: 'FAS',
  'fa-AF': 'PRS',
  ps: 'PUS',
  ur: 'URD',
  ckb: 'CKB',
  ku: 'KUR',
  ti: 'TIR',
  so: 'SOM',
  sq: 'SQI',
}

/** https://op.europa.eu/en/web/eu-vocabularies/authority-tables */
export const AUTHORITY = 'http://publications.europa.eu/resource/authority'

export const languageUri = (locale: Locale): string => `${AUTHORITY}/language/${alpha3[locale]}`
