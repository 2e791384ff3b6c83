import type { Payload } from 'payload'

import type { PublicDocument } from '../reading/contract/document.ts'
import {
  type BrowsedPage,
  type Browsing,
  browseDocuments,
  documentsElsewhere,
} from '../reading/documents/browse-documents.ts'
import { facetCounts } from '../reading/search/facet-counts.ts'
import type { HomeContent, Shelf } from './home.ts'
import { loadPartners } from './load-network.ts'
import type { SiteContext } from './site-context.ts'

const SHELF = 3
const COMMUNITIES = 6

/** What the home page shows in one language. */
export async function loadHome(payload: Payload, context: SiteContext, now: Date): Promise<HomeContent> {
  const { locale } = context
  const practices = await browse({ collections: ['practices'], locale }, 1)
  const { country = [], service = [] } = await facetCounts(payload, {
    collections: ['practices'],
    locale,
    names: ['country', 'service'],
  })
  const order = new Intl.Collator(locale)
  const byName = (choices: typeof country) =>
    choices.toSorted((one, other) => order.compare(one.label, other.label))
  return {
    lead: practices.documents[0] ?? null,
    practices: practices.total,
    communities: (await browse({ collections: ['communities'], locale }, COMMUNITIES, 'oldest')).documents,
    events: await eventShelf(),
    publications: await shelf('publications'),
    news: await shelf('news'),
    partners: await loadPartners(payload, context),
    countries: byName(country),
    services: byName(service),
  }

  function browse(
    browsing: Browsing,
    perPage: number,
    order: 'newest' | 'oldest' = 'newest',
  ): Promise<BrowsedPage> {
    return browseDocuments(payload, browsing, { perPage, order })
  }

  async function shelf(collection: 'publications' | 'news'): Promise<Shelf> {
    const browsing = { collections: [collection], locale } as const
    const { documents } = await browse(browsing, SHELF)
    return { documents, elsewhere: await elsewhere(browsing) }
  }

  /** The next ones first; when none is coming, the latest, so that the page tells what the network does. */
  async function eventShelf(): Promise<Shelf> {
    const all = { collections: ['events'], locale } as const
    const coming = { ...all, endingAfter: now }
    const { documents } = await browse(coming, SHELF, 'oldest')
    if (documents.length > 0) return { documents, elsewhere: await elsewhere(coming) }
    return { documents: (await browse(all, SHELF)).documents, elsewhere: await elsewhere(all) }
  }

  /** How many there are that nobody has put into this language, and where readers of none of its languages would go. */
  async function elsewhere(browsing: Browsing): Promise<Shelf['elsewhere']> {
    const { documents, total } = await documentsElsewhere(payload, browsing, {
      preferred: context.chain,
      limit: 1,
    })
    const [first] = documents as readonly PublicDocument[]
    return first === undefined ? null : { count: total, locale: first.locale }
  }
}
