import { createHash } from 'node:crypto'

import type { Locale } from '../../i18n/locales.ts'
import { isHeld, lastModified } from './is-held.ts'
import { openToAll } from './problem.ts'

interface Facts {
  /** What the answer was made from: whoever keeps it drops it when one of these is told to have changed. */
  readonly tags: readonly string[]
  /** Languages in the answer. */
  readonly locales: readonly Locale[]
  /** When the only thing in it last changed, ISO 8601. Unset: there is more in it than one thing. */
  readonly changedAt?: string
  /** Addresses of the next page and of licences, by what they are. */
  readonly links?: readonly { readonly rel: string; readonly url: string }[]
  /** @default application/json */
  readonly contentType?: string
  /** Whether it is another one for whoever wants linked data. */
  readonly isNegotiated?: boolean
}

/** How long a cache may hand out what it has while it asks whether that still holds, in seconds. RFC 5861 */
const STALE_SECONDS = 60

/**
 * An answer for everybody. Caches ask each time whether it still holds, unless they are told of changes by its tags: a
 * withdrawn language is then gone at once. Whoever has these very bytes gets 304. RFC 9110, section 13
 */
export function publicAnswer(request: Request, body: string, facts: Facts): Response {
  const {
    tags,
    locales,
    changedAt,
    links = [],
    contentType = 'application/json',
    isNegotiated = false,
  } = facts
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
  const headers = new Headers({
    ...openToAll,
    'Content-Type': contentType.startsWith('text/') ? `${contentType}; charset=utf-8` : contentType,
    'Cache-Control': `public, max-age=0, stale-while-revalidate=${STALE_SECONDS}`,
    'Cache-Tag': tags.join(','),
    ETag: tag,
    Vary: isNegotiated ? 'Accept, Accept-Encoding' : 'Accept-Encoding',
    'X-Content-Type-Options': 'nosniff',
  })
  if (locales.length > 0) headers.set('Content-Language', locales.join(', '))
  const modified = lastModified(changedAt === undefined ? null : new Date(changedAt))
  if (modified !== null) headers.set('Last-Modified', modified)
  if (links.length > 0) headers.set('Link', links.map(({ rel, url }) => `<${url}>; rel="${rel}"`).join(', '))
  if (isHeld(request, tag, modified)) return new Response(null, { status: 304, headers })
  return new Response(body, { headers })
}
