import type { TFunction } from 'i18next'

import type { Acknowledgement } from '../content/published-item.ts'
import { type Direction, directionOf, type Locale } from '../i18n/locales.ts'
import { translator } from '../i18n/translator.ts'

/** What every page of one language is made with. */
export interface SiteContext {
  readonly locale: Locale
  readonly direction: Direction
  /** Texts of the site in this locale. */
  readonly t: TFunction
  /** Short shared names in this locale. */
  readonly terms: TFunction
  readonly network: Network
  /** Enabled in the network's settings: only these exist on the site. */
  readonly locales: readonly Locale[]
  /** Of those, the ones for readers of none of them, in order. */
  readonly chain: readonly Locale[]
  readonly acknowledgements: readonly Acknowledgement[]
  /** Texts such as privacy and imprint that exist in this locale, in the order of the footer. */
  readonly pages: readonly PageLink[]
}

interface Network {
  readonly name: string
  /** One sentence that says what the network is for. Empty when there is none in this locale. */
  readonly tagline: string
  /** Who answers for it, with address. Empty when not given. */
  readonly postalAddress: string
  readonly contactEmail: string | null
}

export interface PageLink {
  readonly title: string
  readonly slug: string
  /** about | privacy | imprint | accessibility | other */
  readonly kind: string
}

/** What of the context follows from the locale alone. */
export const languageOf = (locale: Locale) => ({
  locale,
  direction: directionOf(locale),
  t: translator(locale, 'site'),
  terms: translator(locale, 'terms'),
})
