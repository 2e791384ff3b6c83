import type { PayloadRequest } from 'payload'

import { adminLocaleOf } from './admin-languages.ts'
import { type Locale, sourceLocale } from './locales.ts'
import { translator } from './translator.ts'

/** Whoever asks, as far as their language goes. A call of our own has no interface language: English. */
type Asking = Pick<PayloadRequest, 'i18n'>

const languageOf = ({ i18n }: Partial<Asking>): Locale => adminLocaleOf(i18n?.language ?? sourceLocale)

/** A text in the interface language of the person who asks. */
export const adminText = (req: Asking, key: string, values: Record<string, unknown> = {}): string =>
  translator(languageOf(req), 'admin')(key, values)

/** What a language is called in the interface language of the person who asks. */
export const languageName = (req: Asking, locale: Locale): string =>
  new Intl.DisplayNames([languageOf(req)], { type: 'language' }).of(locale) ?? locale

/** Names of which one will do, as a sentence lists them: `A, B or C`. */
export const listOf = (req: Asking, names: readonly string[]): string =>
  new Intl.ListFormat(languageOf(req), { type: 'disjunction' }).format(names)

/** The same for the texts about translating and publishing. */
export const translationText = (req: Asking, key: string, values: Record<string, unknown> = {}): string =>
  translator(languageOf(req), 'translation')(key, values)

/** The same for the texts about subscribers. */
export const audienceText = (req: Asking, key: string, values: Record<string, unknown> = {}): string =>
  translator(languageOf(req), 'audience')(key, values)
