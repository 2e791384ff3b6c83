import type { Payload } from 'payload'

import { networkLanguages } from '../../content/network-languages.ts'
import { toolTexts } from '../../i18n/tool-texts.ts'
import { readableCollections } from '../contract/document.ts'
import { readerOf } from '../keys/reader-of.ts'
import { orFailed } from './or-failed.ts'
import { unknownOf } from './parameter.ts'
import { METHODS, preflight } from './preflight.ts'
import { problem } from './problem.ts'
import { readQuery } from './read-query.ts'
import type { Ask, Route } from './route.ts'
import { routesOf } from './routes.ts'

/** Answers a request under `/v1`. It only ever reads. */
export const answerV1 = (payload: Payload, request: Request, now: Date): Promise<Response> =>
  orFailed(payload, request, () => answerTo(payload, request, now))

async function answerTo(payload: Payload, request: Request, now: Date): Promise<Response> {
  const routes = routesOf(payload.config)
  const url = new URL(request.url)
  const segments = segmentsOf(url.pathname)
  const found = segments === null ? null : matching(routes, segments)
  if (found === null) return unknownAddress(segments ?? [], routes)
  if (request.method === 'OPTIONS') return preflight()
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return problem('method', { headers: { Allow: METHODS } })
  const { scope, name } = found.route
  const languages = await networkLanguages(payload)
  const read = readQuery(found.route.parameters, url.searchParams, languages)
  // What is refused costs no more than any other request.
  const isServed = request.method === 'GET' && 'values' in read
  const weight = (isServed && (await found.route.weigh?.({ payload, path: found.path, languages }))) || 1
  const reader = await readerOf(payload, request, { scope, route: name, now, weight })
  if (reader instanceof Response) return reader
  if ('errors' in read) return problem('query', { errors: read.errors })
  const { consumer, headers } = reader
  const ask: Ask = {
    payload,
    request,
    now,
    path: found.path,
    query: read.values,
    languages,
    consumer,
    routes,
  }
  const answer = await found.route.answer(ask)
  for (const [header, value] of Object.entries(headers)) answer.headers.set(header, value)
  return request.method === 'HEAD' ? new Response(null, answer) : answer
}

interface Found {
  readonly route: Route
  readonly path: Readonly<Record<string, string>>
}

function matching(routes: readonly Route[], segments: readonly string[]): Found | null {
  const matches = routes.flatMap((route) => {
    const path = pathOf(route, segments)
    return path === null ? [] : [{ route, path }]
  })
  // What is fixed goes before what may be anything.
  return (
    matches.sort((one, other) => Object.keys(one.path).length - Object.keys(other.path).length)[0] ?? null
  )
}

/** What stands where the route has braces. Null: it is another address. */
function pathOf({ path }: Route, segments: readonly string[]): Record<string, string> | null {
  const parts = path.split('/').slice(1)
  if (parts.length !== segments.length) return null
  const values: Record<string, string> = {}
  for (const [index, part] of parts.entries()) {
    const segment = segments[index] ?? ''
    if (part.startsWith('{')) values[part.slice(1, -1)] = segment
    else if (part !== segment) return null
  }
  return values
}

/** Decoded, letters composed as names are. Null: it cannot be read. */
function segmentsOf(pathname: string): string[] | null {
  try {
    const segments = pathname.split('/').slice(1).map(decodeURIComponent)
    if (segments.some((segment) => segment.includes('\0'))) return null
    const [last] = segments.slice(-1)
    return (last === '' ? segments.slice(0, -1) : segments).map((segment) => segment.normalize('NFC'))
  } catch (error) {
    if (error instanceof URIError) return null
    throw error
  }
}

/** Says which address was most likely meant. */
function unknownAddress([, name = '']: readonly string[], routes: readonly Route[]): Response {
  const known = [...new Set(routes.map(({ path }) => path.split('/')[2] ?? ''))].filter((each) => each !== '')
  if (known.includes(name)) return problem('not-found')
  const isCollection = readableCollections.some((collection) => known.includes(collection))
  return problem('not-found', {
    detail: toolTexts('v1.unknownAddress'),
    ...(isCollection && { errors: [{ field: 'collection', ...unknownOf(name, known) }] }),
  })
}
