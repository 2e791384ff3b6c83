import type { Ask } from './reading-load.ts'

export const kinds = ['list', 'item', 'graphql', 'feed'] as const
export type Kind = (typeof kinds)[number]
/** `stock`: Payload's own interface, with nothing kept. `ours`: what we tell partner sites to use. */
export type Side = 'stock' | 'ours'

const rest = (path: string) => ({ method: 'GET', path: `/api/${path}`, body: null }) as const
const contract = (path: string) => ({ method: 'GET', path: `/v1/${path}`, body: null }) as const
const graphql = (path: string, query: string) =>
  ({ method: 'POST', path, body: JSON.stringify({ query, variables: {} }) }) as const

/** The same ten, with the same of each. */
const graphqlStock = graphql(
  '/api/graphql',
  `query List { allNews(locale: en, limit: 10, sort: "-date") {
    docs { id title teaser slug date topics { id label } } } }`,
)
const graphqlOurs = graphql(
  '/v1/graphql',
  `query List { news(locale: en, first: 10) {
    nodes { id title slug topics { id label } details { teaser date } } } }`,
)
const feedAsk = { method: 'GET', path: '/en/feeds/news/atom.xml', body: null } as const

/** The one place that says which addresses are compared, by the id of the first item. */
export const asks: Readonly<Record<Kind, Readonly<Record<Side, (id: string) => Omit<Ask, 'origin'>>>>> = {
  list: {
    stock: () => rest('news?locale=en&depth=1&limit=10&sort=-date'),
    ours: () => contract('news?locale=en&limit=10'),
  },
  item: {
    stock: (id) => rest(`news/${id}?locale=en&depth=1`),
    ours: (id) => contract(`news/${id}?locale=en`),
  },
  graphql: { stock: () => graphqlStock, ours: () => graphqlOurs },
  // Payload has no feeds: whoever makes one reads the list that stands in it.
  feed: { stock: () => rest('news?locale=en&depth=1&limit=50&sort=-date'), ours: () => feedAsk },
}
