import type { IncomingMessage } from 'node:http'

import { LRUCache } from 'lru-cache'
import { circumstances, sharedHeaders } from './caller.ts'
import { canonicalAddress } from './canonical-address.ts'
import { graphqlKey, isPublicQuery, MAX_BODY_BYTES } from './graphql-key.ts'
import type { Asked } from './origin-answer.ts'
import { type KeptRoute, keptRoute } from './route.ts'

/** What was asked, where its answer is kept, and how to ask for it. */
export interface Question {
  readonly key: string
  readonly route: KeptRoute
  readonly asked: Asked
}

/** Null: an answer to that is never kept. */
export function questionOf(request: IncomingMessage, ownUrl: URL): Question | null {
  const url = canonicalAddress(request.url ?? '/')
  const route = url === null ? null : keptRoute(pathOf(url))
  if (url === null || route === null) return null
  if (route.kind === 'graphql' && !isPublicAddress(url)) return null
  return {
    key: circumstances(request.headers, ownUrl.origin) + url,
    route,
    asked: {
      method: 'GET',
      url,
      headers: sharedHeaders(request.headers, ownUrl),
      body: null,
      peer: peerOf(request),
    },
  }
}

const graphqlPaths = new Set(['/api/graphql', '/v1/graphql'])

/** Whether it may be a GraphQL query in a body, which has to be read to be known. */
export const mayBeQuery = ({ method, url, headers }: IncomingMessage): boolean =>
  method === 'POST' &&
  url !== undefined &&
  graphqlPaths.has(pathOf(url)) &&
  headers['content-type']?.startsWith('application/json') === true &&
  headers['content-encoding'] === undefined &&
  Number(headers['content-length'] ?? Number.POSITIVE_INFINITY) <= MAX_BODY_BYTES

/** Spellings of queries that are remembered, so that a repeated one need not be read again. */
const MAX_SPELLINGS_BYTES = 4 * 1024 ** 2
const spellings = new LRUCache<string, string>({
  maxSize: MAX_SPELLINGS_BYTES,
  sizeCalculation: (key, body) => key.length + body.length,
})

/** The same for a query in a body. */
export function postedQuestionOf(request: IncomingMessage, body: string, ownUrl: URL): Question | null {
  const url = canonicalAddress(request.url ?? '/')
  const route = url === null ? null : keptRoute(pathOf(url))
  const spelling = spellings.get(body) ?? graphqlKey(body)
  if (url === null || route === null || spelling === null) return null
  spellings.set(body, spelling)
  return {
    key: `${circumstances(request.headers, ownUrl.origin)}${url}\n${spelling}`,
    route,
    asked: {
      method: 'POST',
      url,
      headers: sharedHeaders(request.headers, ownUrl),
      body,
      peer: peerOf(request),
    },
  }
}

/** A request whose body has been read, to be asked again as it came. */
export const askedAsItCame = (request: IncomingMessage, body: string): Asked => ({
  method: 'POST',
  url: request.url ?? '/',
  headers: request.headers,
  body,
  peer: peerOf(request),
})

const pathOf = (url: string): string => url.split('?', 1)[0] ?? url

const peerOf = ({ socket }: IncomingMessage): string => socket.remoteAddress ?? '127.0.0.1'

/** Whether an address asks for content. A persisted query stands in none, and only queries are persisted. */
function isPublicAddress(url: string): boolean {
  const asked = new URL(url, 'http://localhost').searchParams
  const query = asked.get('query')
  return query === null || isPublicQuery(query, asked.get('operationName'))
}
