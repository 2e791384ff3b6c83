import type { Html } from '../content/markup/html.ts'
import type { Locale } from '../i18n/locales.ts'
import type { DocumentReference, ReadableCollection } from '../reading/contract/document.ts'

/** A page that is the same for everybody, with what it was made of: caches drop it when one of these changes. */
export interface KeptPage {
  readonly page: Html
  /** Names of what it shows: `news:fr`, `news/<id>`, `network`. */
  readonly tags: readonly string[]
  /** Set where its address answers with linked data to whoever wants that. */
  readonly isNegotiated?: boolean
}

/** What every page shows: the network's name, languages, texts and grants in masthead and footer. */
const everywhere = (locale: Locale): readonly string[] => ['network', `pages:${locale}`, 'projects']

/** @param collections of which it lists what is public. Whole, since lists also say what other languages have. */
export const tagsOf = (
  locale: Locale,
  collections: readonly ReadableCollection[],
  documents: readonly DocumentReference[] = [],
): readonly string[] => [
  ...everywhere(locale),
  ...collections,
  ...documents.map(({ collection, id }) => `${collection}/${id}`),
]

/** Headers for caches between us and readers, who ask each time whether what they have still holds. */
export const keptAs = (tags: readonly string[]): Readonly<Record<string, string>> => ({
  'Cache-Control': 'public, max-age=0, must-revalidate',
  'Cache-Tag': [...new Set(tags)].join(','),
})
