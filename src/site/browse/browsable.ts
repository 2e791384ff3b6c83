/** The collections that have a list with filters. */
const browsableCollections = ['practices', 'publications', 'events', 'news', 'peer-reviews'] as const

export type BrowsableCollection = (typeof browsableCollections)[number]

export const isBrowsable = (slug: unknown): slug is BrowsableCollection =>
  browsableCollections.some((collection) => collection === slug)

interface Browsable {
  /** What it can be narrowed by, in the order of the page. */
  readonly facets: readonly string[]
  readonly orders: readonly BrowseOrder[]
}

export type BrowseOrder = 'newest' | 'oldest' | 'title'

export const browsables: Readonly<Record<BrowsableCollection, Browsable>> = {
  practices: {
    facets: ['service', 'country', 'topic', 'target-group', 'phase', 'evidence', 'language', 'community'],
    orders: ['newest', 'title'],
  },
  publications: {
    facets: ['type', 'topic', 'year', 'country', 'community'],
    orders: ['newest', 'oldest', 'title'],
  },
  events: { facets: ['type', 'mode', 'topic', 'country', 'community'], orders: [] },
  news: { facets: ['type', 'topic', 'year', 'country', 'community'], orders: ['newest', 'oldest'] },
  'peer-reviews': { facets: ['country', 'topic', 'stage'], orders: ['newest', 'title'] },
}
