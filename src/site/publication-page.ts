import { publicationFacts, publicationText } from '../content/body/publication-text.ts'
import type { PublishedItem } from '../content/published-item.ts'
import type { Publication } from '../payload-types.ts'
import type { ItemParts } from './item-page.ts'
import type { SiteContext } from './site-context.ts'

export const publicationParts = (
  context: SiteContext,
  item: PublishedItem,
  stored: Publication,
): ItemParts => ({
  subtitle: stored.subtitle ?? null,
  text: publicationText(context, item, stored),
  facts: publicationFacts(context, stored),
  schema: {
    '@type': 'Report',
    headline: item.title,
    datePublished: stored.date,
    author: (stored.authors ?? []).map(({ name }) => ({ '@type': 'Person', name })),
    ...(stored.deliverableNumber && { reportNumber: stored.deliverableNumber }),
  },
})
