/**
 * The collections of which an anonymous caller may read rows, with the table that holds them. Their other tables (one for
 * texts by locale, one for relations, one for each list or block) begin with its name. The tag of a row's change is the
 * collection.
 */
export const publicCollections = {
  practices: 'practices',
  publications: 'publications',
  events: 'events',
  news: 'news',
  'peer-reviews': 'peer_reviews',
  pages: 'pages',
  faqs: 'faqs',
  media: 'media',
  organisations: 'organisations',
  people: 'people',
  projects: 'projects',
  communities: 'communities',
  newsletters: 'newsletters',
  issues: 'issues',
  topics: 'topics',
  terms: 'terms',
  frameworks: 'frameworks',
} as const satisfies Readonly<Record<string, string>>

/** The same for globals. */
export const publicGlobals = { network: 'network' } as const satisfies Readonly<Record<string, string>>

/** Something public changed, whatever it is. */
export const ANYTHING = 'content'

/** On every answer that is kept, for caches on the way that have missed something: all of it may have changed. */
export const EVERYTHING = 'all'
