import type { Locale } from '../../i18n/locales.ts'
import { shownMessages } from '../../i18n/translator.ts'
import type { Texts } from '../client-texts.ts'

/** The texts that the grid and its cells need in the browser. */
export const panelTexts = (language: Locale): Texts =>
  Object.fromEntries(
    Object.entries(shownMessages(language, 'admin')).filter(
      ([key]) => key.startsWith('views.item.') || key === 'views.signedOut',
    ),
  )
