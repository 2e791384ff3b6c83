import { createHash } from 'node:crypto'

import type { Locale } from '../i18n/locales.ts'
import { translator } from '../i18n/translator.ts'

/** To be changed whenever `consent.agreement` in `locales/` is: old proofs name the version that they were given on. */
const WORDING_VERSION = '2026-11-1'

/** The words that a person agrees to, as they are shown. */
export interface ConsentWording {
  readonly text: string
  readonly version: string
  /** SHA-256 of the text, base64url. */
  readonly hash: string
  readonly locale: Locale
}

/** The same words on the form, on the confirmation page and in the proof. */
export function consentWording(locale: Locale, network: string): ConsentWording {
  return wordingOf(translator(locale, 'site')('consent.agreement', { network }), WORDING_VERSION, locale)
}

/** Words as they are kept in the proof. */
export const wordingOf = (text: string, version: string, locale: Locale): ConsentWording => ({
  text,
  version,
  hash: createHash('sha256').update(text).digest('base64url'),
  locale,
})

/** In place of words where somebody withdraws: leaving needs none. */
export const noWording = (locale: Locale): ConsentWording => ({
  text: '',
  version: WORDING_VERSION,
  hash: '',
  locale,
})
