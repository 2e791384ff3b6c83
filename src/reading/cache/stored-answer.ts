import { createHash } from 'node:crypto'
import { keeping } from './cache-control.ts'
import { ANYTHING, EVERYTHING } from './public-content.ts'
import type { KeptRoute } from './route.ts'

/** What an origin answered, whole. */
export interface OriginAnswer {
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly body: Buffer
}

export const encodings = ['identity', 'br', 'gzip'] as const
export type Encoding = (typeof encodings)[number]

/** Bytes and headers as they leave. Headers are name, value, name, value …, which Node writes without looking at them. */
export interface Form {
  readonly body: Buffer
  readonly headers: string[]
}

/** An answer that everybody may get, with what a hit needs made beforehand. */
export interface StoredAnswer {
  readonly tags: readonly string[]
  /** By this process's monotonic clock, when whoever asked first asked. */
  readonly askedAt: number
  readonly expiresAt: number
  /** Strong, without quotes; that of a compressed form ends with its coding. RFC 9110, section 8.8.3.3. */
  readonly etag: string
  /** `Last-Modified`. Null: the answer says none. */
  readonly modified: string | null
  readonly shared: readonly string[]
  readonly typed: readonly string[]
  readonly isCompressible: boolean
  readonly identity: Form
  /** Made when somebody wants it. Null: not worth it. */
  readonly compressed: Partial<Record<Exclude<Encoding, 'identity'>, Form | null | Promise<Form | null>>>
  /** What the memory it takes is counted as, its compressed forms included. */
  readonly bytes: number
}

/** Stands in place of answers that depend on `Accept` as well, which are kept under it. */
export interface Varying {
  readonly varies: 'accept'
}

/** Place of the value of `Age` in the headers of every form. */
export const AGE_AT = 1
/** Smaller answers fit into one packet as they are. */
const WORTH_COMPRESSING_BYTES = 1_400
/** Headers, the key, and what V8 needs for them. */
const OVERHEAD_BYTES = 2_048

/** Those of one connection or one caller, and those that we write ourselves. */
const notKept =
  /^(?:connection|keep-alive|transfer-encoding|content-length|content-encoding|date|age|etag|cache-control|cdn-cache-control|cache-tag|vary|set-cookie|accept-ch|critical-ch|retry-after|(?:x-)?ratelimit.*)$/
/** Headers that say what the bytes are: an answer without bytes goes without them. RFC 9110, section 15.4.5. */
const ofContent = /^content-(?:type|disposition|language)$/
const text = /^(?:text\/|application\/(?:json|xml|javascript|[a-z.-]+\+(?:json|xml))|image\/svg\+xml)/

/** What the key holds, or what is not sent on. Next and Payload's admin name theirs on every answer. */
const known = /^(?:accept-encoding|accept|origin|rsc|next-.*|sec-ch-prefers-color-scheme)$/

interface Circumstances {
  readonly route: KeptRoute
  readonly askedAt: number
  /** For a CDN that is told what changes: what it may keep. Null: there is none. */
  readonly forCdn: string | null
}

/**
 * Null: it is not for everybody, is no plain success, or depends on something that the key does not hold.
 */
export function storedAnswer(
  answer: OriginAnswer,
  { route, askedAt, forCdn }: Circumstances,
): StoredAnswer | null {
  const header = (name: string): string | null => {
    const value = answer.headers[name]
    return value === undefined ? null : [value].flat().join(', ')
  }
  const stated = header('cache-control')
  if (answer.status !== 200 || answer.headers['set-cookie'] !== undefined) return null
  if (stated === null && !isPublicJson(answer, route, header('content-type'))) return null
  const kept = keeping(stated, route.maxAgeMs)
  const varies = namesIn(header('vary'))
  if (kept === null || header('content-encoding') !== null || !varies.every((name) => known.test(name)))
    return null

  const tags = namesIn(header('cache-tag'))
  const allTags = tags.length === 0 ? [ANYTHING] : tags
  const vary = [
    'Accept-Encoding',
    ...(varies.includes('accept') ? ['Accept'] : []),
    ...(route.kind !== 'stated' || varies.includes('origin') ? ['Origin'] : []),
  ]
  const [typed, rest] = split(answer.headers)
  const shared = [
    ...['Cache-Control', kept.told, 'Cache-Tag', [...allTags, EVERYTHING].join(','), 'Vary', vary.join(', ')],
    ...(forCdn === null ? [] : ['CDN-Cache-Control', forCdn]),
    ...rest,
  ]
  const etag = strongTag(header('etag')) ?? digest(answer.body)
  const isCompressible =
    answer.body.length >= WORTH_COMPRESSING_BYTES && text.test(header('content-type') ?? '')
  const identity = formOf({ etag, shared, typed }, answer.body, 'identity')
  return {
    // `news:fr` is told once the document is made anew, `news` in the transaction of the change: that comes first.
    tags: [...new Set(allTags.flatMap((tag) => [tag, tag.split(':', 1)[0] ?? tag]))],
    askedAt,
    expiresAt: askedAt + kept.forMs,
    etag,
    modified: header('last-modified'),
    shared,
    typed,
    isCompressible,
    identity,
    compressed: {},
    // Compressed forms are kept only where both together are smaller than this.
    bytes: answer.body.length * (isCompressible ? 2 : 1) + OVERHEAD_BYTES,
  }
}

/** Whether an answer is other for other values of `Accept`. */
export const variesOnAccept = ({ headers }: OriginAnswer): boolean =>
  namesIn([headers.vary ?? []].flat().join(', ')).includes('accept')

/** One way to send an answer. */
export function formOf(
  { etag, shared, typed }: Pick<StoredAnswer, 'etag' | 'shared' | 'typed'>,
  body: Buffer,
  encoding: Encoding,
): Form {
  const headers = ['Age', '0', 'ETag', taggedAs(etag, encoding), ...shared, ...typed]
  if (encoding !== 'identity') headers.push('Content-Encoding', encoding)
  headers.push('Content-Length', String(body.length))
  return { body, headers }
}

export const taggedAs = (etag: string, encoding: Encoding): string =>
  encoding === 'identity' ? `"${etag}"` : `"${etag}-${encoding}"`

const namesIn = (header: string | null): string[] =>
  (header ?? '')
    .split(',')
    .map((each) => each.trim().toLowerCase())
    .filter((each) => each !== '')

/** Payload's interfaces say nothing of caches. A GraphQL query that failed is answered with 200 as well. */
function isPublicJson({ body }: OriginAnswer, { kind }: KeptRoute, contentType: string | null): boolean {
  if (kind === 'stated' || contentType?.includes('json') !== true) return false
  if (kind === 'payload') return true
  const parsed = parsedJson(body.toString())
  return typeof parsed === 'object' && parsed !== null && !('errors' in parsed)
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

function split(headers: OriginAnswer['headers']): readonly [typed: string[], rest: string[]] {
  const typed: string[] = []
  const rest: string[] = []
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined || notKept.test(name)) continue
    for (const each of [value].flat()) (ofContent.test(name) ? typed : rest).push(name, each)
  }
  return [typed, rest]
}

const strongTag = (header: string | null): string | null => /^"([^"]+)"$/.exec(header ?? '')?.[1] ?? null

const digest = (body: Buffer): string => createHash('sha256').update(body).digest('base64url').slice(0, 27)
