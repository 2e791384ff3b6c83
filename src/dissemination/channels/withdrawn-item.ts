import type { CollectionSlug, Payload } from 'payload'

import type { PublishedItem } from '../../content/published-item.ts'
import { asIfPublished, populatedProjects } from '../../content/read-published.ts'
import type { ClaimedDelivery } from '../../ledger/channel-deliveries.ts'

/**
 * What word of a withdrawal may say of an item that is not public any more: what it was called, where it stood, and who
 * paid. Nothing that was written since, and nothing else of what was withdrawn.
 */
export async function withdrawnItem(
  payload: Payload,
  { item, locale, title, itemUrl }: Pick<ClaimedDelivery, 'item' | 'locale' | 'title' | 'itemUrl'>,
  now: Date,
): Promise<PublishedItem> {
  const stored = await payload.findByID({
    collection: item.collection as CollectionSlug,
    id: item.id,
    locale,
    fallbackLocale: false,
    draft: true,
    depth: 1,
    populate: populatedProjects,
    disableErrors: true,
  })
  const last = stored === null ? null : await asIfPublished(payload, item.collection, locale, stored)
  return {
    ...item,
    locale,
    sourceLocale: last?.sourceLocale ?? locale,
    slug: last?.slug ?? item.id,
    title,
    summary: '',
    url: itemUrl,
    alternates: {},
    publishedAt: last?.publishedAt ?? now,
    updatedAt: last?.updatedAt ?? now,
    image: null,
    places: [],
    topics: [],
    event: null,
    licence: null,
    organisation: null,
    acknowledgements: last?.acknowledgements ?? [],
    corrections: [],
    machineTranslated: false,
    sample: last?.sample ?? false,
  }
}
