import type { Ask } from './reading-load.ts'

export const kinds = ['list', 'item', 'graphql', 'feed'] as const
export type Kind = (typeof kinds)[number]
/** `stock`: Payload's own interface, with nothing kept. `ours`: what we tell partner sites to use. */
export type Side = 'stock' | 'ours'

const rest = (path: string) => ({ method: 'GET', path: `/api/${path}`, body: null }) as const
const contract = (path: string) => ({ method: 'GET', path: `/v1/${path}`, body: null }) as const
const graphql = `query List($page: Int) { allNews(locale: en, limit: 10, page: $page, sort: "-date") {
  docs { id title teaser slug date topics { id label } } totalDocs } }`

const graphqlAsk = {
  method: 'POST',
  path: '/api/graphql',
  body: JSON.stringify({ query: graphql, variables: { page: 1 } }),
} as const
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
  graphql: { stock: () => graphqlAsk, ours: () => graphqlAsk },
  // Payload has no feeds: whoever makes one reads the list that stands in it.
  feed: { stock: () => rest('news?locale=en&depth=1&limit=50&sort=-date'), ours: () => feedAsk },
}
