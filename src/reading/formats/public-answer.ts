import { createHash } from 'node:crypto'

import type { Locale } from '../../i18n/locales.ts'
import { isHeld, lastModified } from '../v1/is-held.ts'
import { openToAll } from '../v1/problem.ts'

/** What anybody may have, in whatever format. */
export interface PublicAnswer {
  readonly body: string
  readonly contentType: string
  /** Null: it is in no language, or in several. */
  readonly locale: Locale | null
  /** When anything in it last changed, or went out of it. Null: not known. */
  readonly changedAt: Date | null
  /** What it depends on: a cache drops it when one of these changes. */
  readonly tags: readonly string[]
  /** @default it is asked for each time: what was withdrawn is not to be read from anybody's memory */
  readonly cacheControl?: string
  readonly headers?: Readonly<Record<string, string>>
  /** What tells one version from another. @default the body */
  readonly version?: string
}

/**
 * A cache asks each time, and may hand out what it has for one minute while it asks, as with all answers: a correction or a
 * withdrawal is then nowhere later than a minute, and at once where tags are told.
 */
const ASKED_EACH_TIME = 'public, max-age=0, stale-while-revalidate=60'

/**
 * Answers it to everybody, on any site. Whoever has these very bytes is told so: by ETag, or by date where nothing else
 * is asked. RFC 9110, section 13
 */
export function publicAnswer(request: Request, answer: PublicAnswer): Response {
  const { body, contentType, locale, changedAt, tags, cacheControl = ASKED_EACH_TIME, headers = {} } = answer
  const { version = body } = answer
  const tag = `"${createHash('sha256').update(version).digest('base64url').slice(0, 27)}"`
  const modified = lastModified(changedAt)
  const all = {
    ...openToAll,
    'Content-Type': contentType,
    'Cache-Control': cacheControl,
    'Cache-Tag': tags.join(','),
    'X-Content-Type-Options': 'nosniff',
    ETag: tag,
    ...(locale !== null && { 'Content-Language': locale }),
    ...(modified !== null && { 'Last-Modified': modified }),
    ...headers,
  }
  if (isHeld(request, tag, modified)) return new Response(null, { status: 304, headers: all })
  return new Response(request.method === 'HEAD' ? null : body, { status: 200, headers: all })
}
