import type { Locale } from '../../../i18n/locales.ts'
import { shownMessages } from '../../../i18n/translator.ts'
import type { Texts } from '../../client-texts.ts'

/** What the parts around an issue's contents say in the browser. */
export const composeTexts = (language: Locale): Texts =>
  Object.fromEntries(
    Object.entries(shownMessages(language, 'admin')).filter(([key]) => key.startsWith('views.compose.')),
  )
