import type { Locale } from '../i18n/locales.ts'
import { translator } from '../i18n/translator.ts'
import { type ConsentWording, wordingOf } from './consent-wording.ts'

/** To be changed whenever `follow.agreement` in `locales/` is: old proofs name the version that they were given on. */
const WORDING_VERSION = 'follow-2026-11-1'

/** The sentence above or below what is chosen, on the form and on the confirmation page. */
export const followAgreement = (locale: Locale, network: string): string =>
  translator(locale, 'site')('follow.agreement', { network })

/**
 * What a person agrees to who follows something, as the proof keeps it: the sentence, and each name that stood beside it
 * on a line of its own.
 */
export const followWording = (locale: Locale, network: string, names: readonly string[]): ConsentWording =>
  wordingOf([followAgreement(locale, network), ...names].join('\n'), WORDING_VERSION, locale)
