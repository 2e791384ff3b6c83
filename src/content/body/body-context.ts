import type { TFunction } from 'i18next'

import type { Locale } from '../../i18n/locales.ts'

/** What an item's text is written with, in one language. */
export interface BodyContext {
  readonly locale: Locale
  /** Texts of the site in this locale. */
  readonly t: TFunction
  /** Short shared names in this locale. */
  readonly terms: TFunction
  readonly network: {
    /** Where to ask. Null: nowhere is given. */
    readonly contactEmail: string | null
  }
}
