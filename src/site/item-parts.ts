import type { Event, News, Practice, Publication } from '../payload-types.ts'
import { eventParts } from './event-page.ts'
import type { ItemParts } from './item-page.ts'
import type { LoadedItem } from './load-item.ts'
import { newsParts } from './news-page.ts'
import { practiceParts } from './practice-page.ts'
import { publicationParts } from './publication-page.ts'
import type { SiteContext } from './site-context.ts'

/** What an item's own kind adds to its page. The collection decides which kind of row is stored. */
export function partsOf(context: SiteContext, { item, stored }: LoadedItem, now: Date): ItemParts {
  switch (item.collection) {
    case 'practices':
      return practiceParts(context, item, stored as Practice)
    case 'publications':
      return publicationParts(context, item, stored as Publication)
    case 'events':
      return eventParts(context, item, stored as Event, now)
    case 'news':
      return newsParts(context, item, stored as News)
  }
}
