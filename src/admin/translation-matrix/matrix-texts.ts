import type { Locale } from '../../i18n/locales.ts'
import { shownMessages } from '../../i18n/translator.ts'
import type { Texts } from '../client-texts.ts'

const ofGrid = /^(state\.|matrix\.(table|head|select|cell|keys|standing|sheet|bulk|late))/

/** The texts that the matrix needs in the browser. */
export const matrixTexts = (language: Locale): Texts =>
  Object.fromEntries(
    Object.entries(shownMessages(language, 'translation')).filter(([key]) => ofGrid.test(key)),
  )
