import type { Locale } from '../../i18n/locales.ts'
import { translator } from '../../i18n/translator.ts'
import { type ConsentWording, wordingOf } from '../consent-wording.ts'

/** To be changed whenever `ask.agreement` in `locales/` is: old proofs name the version that they were given on. */
const WORDING_VERSION = 'ask-2026-11-1'

/** What somebody agrees to who asks: the same words on the form, on the confirmation page and in the proof. */
export const questionWording = (locale: Locale, network: string): ConsentWording =>
  wordingOf(translator(locale, 'site')('ask.agreement', { network }), WORDING_VERSION, locale)
