import type { Locale } from '../../../i18n/locales.ts'
import { shownMessages } from '../../../i18n/translator.ts'
import type { Texts } from '../../client-texts.ts'

const ofSeeds =
  /^views\.(?:seeds\.|unreachable$|send\.language$|reason\.issue\.(?:no-edition|edition-refused)$)/

/** What the buttons for tests to colleagues say, before and after. */
export const seedTexts = (language: Locale): Texts =>
  Object.fromEntries(Object.entries(shownMessages(language, 'admin')).filter(([key]) => ofSeeds.test(key)))
