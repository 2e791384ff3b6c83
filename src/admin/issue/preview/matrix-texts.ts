import type { Locale } from '../../../i18n/locales.ts'
import { shownMessages } from '../../../i18n/translator.ts'
import type { Texts } from '../../client-texts.ts'

const ofMatrix = /^views\.(matrix\.|lint\.|finding\.|unreachable$|preview\.(phone|wide|text|ways|frame)$)/

/** The texts that the preview needs in the browser. */
export const matrixTexts = (language: Locale): Texts =>
  Object.fromEntries(Object.entries(shownMessages(language, 'admin')).filter(([key]) => ofMatrix.test(key)))
