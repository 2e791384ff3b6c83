import type { Locale } from '../../i18n/locales.ts'
import { shownMessages } from '../../i18n/translator.ts'
import type { Texts } from '../client-texts.ts'

/** Texts that a part of ours needs in the browser, by how their keys begin. */
export const audienceTexts = (language: Locale, ...beginnings: readonly string[]): Texts =>
  Object.fromEntries(
    Object.entries(shownMessages(language, 'audience')).filter(([key]) =>
      beginnings.some((beginning) => key.startsWith(beginning)),
    ),
  )
