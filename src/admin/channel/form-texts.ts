import type { Locale } from '../../i18n/locales.ts'
import { shownMessages } from '../../i18n/translator.ts'
import type { Texts } from '../client-texts.ts'

const ofForm =
  /^(views\.channel\.(look|service|secrets?|settings?|backfill|replay|rotate|log|test|failed)|views\.reason\.(channel\.|other)|views\.item\.(said|refused)\.)/

/** The texts that the form of a channel needs in the browser. */
export const formTexts = (language: Locale): Texts =>
  Object.fromEntries(Object.entries(shownMessages(language, 'admin')).filter(([key]) => ofForm.test(key)))
