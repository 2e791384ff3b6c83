import { newsFacts, newsText } from '../content/body/news-text.ts'
import type { PublishedItem } from '../content/published-item.ts'
import type { News } from '../payload-types.ts'
import type { ItemParts } from './item-page.ts'
import type { SiteContext } from './site-context.ts'

export const newsParts = (context: SiteContext, item: PublishedItem, stored: News): ItemParts => ({
  text: newsText(context, stored),
  facts: newsFacts(context, stored),
  schema: {
    '@type': 'NewsArticle',
    headline: item.title,
    datePublished: stored.date,
    dateModified: item.updatedAt.toISOString(),
  },
})
