import type { PublicDocument } from '../reading/contract/document.ts'
import { eventParts } from './event-page.ts'
import type { ItemParts } from './item-page.ts'
import { newsParts } from './news-page.ts'
import { practiceParts } from './practice-page.ts'
import { publicationParts } from './publication-page.ts'
import { reviewParts } from './review-page.ts'
import type { SiteContext } from './site-context.ts'

/** The collections whose documents have a page of this kind. */
const pagedCollections = ['practices', 'publications', 'events', 'news', 'peer-reviews'] as const

export type PagedCollection = (typeof pagedCollections)[number]

export const isPaged = (slug: unknown): slug is PagedCollection =>
  pagedCollections.some((collection) => collection === slug)

/** What a document's own kind adds to its page. */
export function partsOf(context: SiteContext, document: PublicDocument, now: Date): ItemParts {
  switch (document.collection as PagedCollection) {
    case 'practices':
      return practiceParts(context, document)
    case 'publications':
      return publicationParts(context, document)
    case 'events':
      return eventParts(context, document, now)
    case 'news':
      return newsParts(context, document)
    case 'peer-reviews':
      return reviewParts(context, document)
  }
}
