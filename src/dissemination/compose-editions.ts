import type { LetterDesign } from '../../emails/letter-contents.ts'
import type { ItemReference } from '../content/published-item.ts'
import { chooseLocale } from '../i18n/choose-locale.ts'
import type { Locale } from '../i18n/locales.ts'
import type { ManifestEntry } from '../ledger/editions.ts'

/** An item of an issue and where it is public at the moment the issue is frozen. */
export interface PickedItem {
  readonly item: ItemReference
  readonly sourceLocale: Locale
  readonly publicLocales: readonly Locale[]
}

/** What an edition does with an item that is not public in its language. */
export type ItemFallback = 'show-labelled' | 'leave-out'

export interface ComposedEdition {
  readonly locale: Locale
  readonly manifest: readonly ManifestEntry[]
}

/**
 * Which editions an issue has and what stands in each. An edition exists only where at least one item is public in its
 * language: a letter of nothing but other languages would be no edition at all. Of a letter about one thing that is the
 * item that leads.
 */
export function composeEditions(
  items: readonly PickedItem[],
  locales: readonly Locale[],
  fallback: ItemFallback,
  design: LetterDesign = 'digest',
): ComposedEdition[] {
  const bearing = design === 'digest' ? items : items.slice(0, 1)
  return locales
    .filter((locale) => bearing.some(({ publicLocales }) => publicLocales.includes(locale)))
    .map((locale) => ({ locale, manifest: items.map((item) => entryOf(item, locale, fallback)) }))
}

function entryOf(
  { item, sourceLocale, publicLocales }: PickedItem,
  locale: Locale,
  fallback: ItemFallback,
): ManifestEntry {
  if (publicLocales.includes(locale)) return { ...item, shownIn: locale, reason: null }
  if (publicLocales.length === 0) return { ...item, shownIn: null, reason: 'not-public' }
  if (fallback === 'leave-out') return { ...item, shownIn: null, reason: 'not-translated-left-out' }
  const { locale: shownIn } = chooseLocale([locale], publicLocales, {
    whenNone: 'any',
    chain: [sourceLocale],
  })
  return { ...item, shownIn, reason: 'not-translated-shown-labelled' }
}
