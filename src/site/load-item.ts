import type { Payload } from 'payload'

import {
  type ContentCollection,
  type ItemReference,
  isContentCollection,
  type PublishedItem,
} from '../content/published-item.ts'
import { readPublished, readPublishedItems } from '../content/read-published.ts'
import { named } from '../content/slugs/named.ts'
import type { Locale } from '../i18n/locales.ts'
import type { Event, News, Practice, Publication } from '../payload-types.ts'

/** An item as its page shows it: the shape that everything reads, and all that is stored of it in this language. */
export interface LoadedItem {
  readonly item: PublishedItem
  readonly stored: Practice | Publication | Event | News
  readonly related: readonly PublishedItem[]
}

/** Null when nothing is published under this slug in this language. */
export async function loadItem(
  payload: Payload,
  collection: ContentCollection,
  slug: string,
  locale: Locale,
): Promise<LoadedItem | null> {
  const { docs } = await payload.find({
    collection,
    where: { and: [{ _status: { equals: 'published' } }, named(slug)] },
    locale,
    fallbackLocale: false,
    overrideAccess: false,
    depth: 1,
    limit: 1,
    pagination: false,
  })
  const [stored] = docs
  if (stored === undefined) return null
  const item = await readPublished(payload, { collection, id: stored.id }, locale)
  if (item === null) return null
  return { item, stored, related: await relatedTo(payload, stored, locale) }
}

/** Those that are public in the language. */
export const relatedTo = (
  payload: Payload,
  { related }: LoadedItem['stored'],
  locale: Locale,
): Promise<PublishedItem[]> => readPublishedItems(payload, references(related), locale)

/** At most three: the page names what belongs together, it is no list. */
const MAX_RELATED = 3

const references = (related: Practice['related']): ItemReference[] =>
  (related ?? [])
    .map(({ relationTo, value }) => ({
      collection: relationTo,
      id: typeof value === 'string' ? value : value.id,
    }))
    .filter(({ collection }) => isContentCollection(collection))
    .slice(0, MAX_RELATED)
