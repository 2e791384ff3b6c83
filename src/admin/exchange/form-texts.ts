import type { Locale } from '../../i18n/locales.ts'
import { shownMessages } from '../../i18n/translator.ts'
import type { Texts } from '../client-texts.ts'

/** Texts of this view that its forms need in the browser. */
export const formTexts = (language: Locale): Texts =>
  Object.fromEntries(
    Object.entries(shownMessages(language, 'translation')).filter(([key]) =>
      key.startsWith('exchange.view.'),
    ),
  )
