import { nameOf } from '../content/body/facts.ts'
import { practiceFacts } from '../content/body/practice-facts.ts'
import { practiceText } from '../content/body/practice-text.ts'
import type { PublishedItem } from '../content/published-item.ts'
import type { Practice } from '../payload-types.ts'
import type { ItemParts } from './item-page.ts'
import type { SiteContext } from './site-context.ts'

export const practiceParts = (context: SiteContext, item: PublishedItem, stored: Practice): ItemParts => ({
  text: practiceText(context, stored),
  facts: practiceFacts(context, stored),
  schema: {
    '@type': 'Article',
    headline: item.title,
    datePublished: item.publishedAt.toISOString(),
    dateModified: item.updatedAt.toISOString(),
    about: {
      '@type': 'Service',
      name: item.title,
      provider: { '@type': 'Organization', name: nameOf(stored.provider) },
    },
  },
})
