import type { LookupFunction } from 'node:net'

import { Agent, buildConnector, request as undiciRequest } from 'undici'

import { type Guard, guard } from './guard.ts'
import { NetworkError } from './network-error.ts'
import { readWithin } from './read-within.ts'

export interface Request {
  readonly url: URL
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
  /** Ends the request early. It ends by itself after `TOTAL_TIMEOUT_MS`. */
  readonly signal?: AbortSignal
  /** A longer answer is `too-large`. Unset: 1 MiB. */
  readonly maxBytes?: number
}

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly body: Buffer
}

/**
 * Sends one request and answers with whatever status came back.
 * @throws {NetworkError} when there is no answer.
 */
export type Requester = (request: Request) => Promise<Answer>

export interface NetworkSettings {
  /** `host:port` pairs on a private network that may be reached. Everything else private is refused. */
  readonly allowedPrivateHosts: readonly string[]
  /** How names are looked up. Unset: as the system does. */
  readonly lookup?: LookupFunction
}

const CONNECT_TIMEOUT_MS = 10_000
/** Standard Webhooks advises 15 to 30 seconds; nothing else we talk to needs longer. */
const TOTAL_TIMEOUT_MS = 25_000
const MAX_BYTES = 1024 * 1024
const MAX_REDIRECTS = 3
const redirects = new Set([301, 302, 303, 307, 308])

/** The one way out of this program over HTTP: every address is checked, literal or looked up, at every hop. */
export function requester({ allowedPrivateHosts, lookup }: NetworkSettings): Requester {
  const guarded = guard(allowedPrivateHosts, lookup)
  return (request) => follow(request, guarded, MAX_REDIRECTS)
}

/**
 * Follows redirects of reads. A redirected change is an answer like any other: repeating it elsewhere is for
 * the caller to decide. To another origin goes nothing but the request itself: headers may hold credentials.
 */
async function follow(request: Request, guarded: Guard, hopsLeft: number): Promise<Answer> {
  const answer = await send(request, guarded)
  const location = answer.headers.get('location')
  const reads = request.method === 'GET' || request.method === 'HEAD'
  if (!reads || location === null || !redirects.has(answer.status)) return answer
  if (hopsLeft === 0) throw new NetworkError('no-answer', `${request.url.host} redirects too often`)

  if (!URL.canParse(location, request.url))
    throw new NetworkError('refused-address', `${request.url.host} redirects to something that is no address`)
  const url = new URL(location, request.url)
  const { headers, ...rest } = request
  const next = url.origin === request.url.origin ? { ...request, url } : { ...rest, url }
  return follow(next, guarded, hopsLeft - 1)
}

async function send(
  { url, method, headers = {}, body, signal, maxBytes }: Request,
  guarded: Guard,
): Promise<Answer> {
  guarded.check(url)
  if (url.protocol === 'http:' && !guarded.isAllowedPrivate(url) && hasCredentials(headers))
    throw new NetworkError(
      'refused-address',
      `${url.host} would get a password over a connection that is not encrypted`,
    )

  if (signal?.aborted)
    throw new NetworkError('never-sent', `the request to ${url.host} was given up`, signal.reason)

  // One connection for one request: on a kept one, a request that met a closing server could not be told from a lost answer.
  let connected = false
  const connect = buildConnector({ lookup: guarded.lookupFor(url), timeout: CONNECT_TIMEOUT_MS })
  const agent = new Agent({
    pipelining: 0,
    connect: (options, callback) =>
      connect(options, (...outcome) => {
        connected ||= outcome[0] === null
        callback(...outcome)
      }),
  })
  const timeout = AbortSignal.timeout(TOTAL_TIMEOUT_MS)
  try {
    const response = await undiciRequest(url, {
      dispatcher: agent,
      method,
      // A compressed answer could be small on the wire and endless in memory.
      headers: { 'accept-encoding': 'identity', 'user-agent': 'Emissary', ...headers },
      body: body ?? null,
      signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
    })
    return {
      status: response.statusCode,
      headers: headersOf(response.headers),
      body: await readUpTo(maxBytes ?? MAX_BYTES, response.body, url),
    }
  } catch (error) {
    if (error instanceof NetworkError) throw error
    if (!connected) throw new NetworkError('never-sent', `${url.host} could not be reached`, error)
    throw new NetworkError('no-answer', `${url.host} did not answer`, error)
  } finally {
    await agent.destroy()
  }
}

const hasCredentials = (headers: Readonly<Record<string, string>>): boolean =>
  Object.keys(headers).some((name) => ['authorization', 'cookie'].includes(name.toLowerCase()))

function headersOf(raw: Readonly<Record<string, string | string[] | undefined>>): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(raw))
    for (const one of [value ?? []].flat()) headers.append(name, one)
  return headers
}

async function readUpTo(maxBytes: number, body: AsyncIterable<Buffer>, url: URL): Promise<Buffer> {
  const read = await readWithin(maxBytes, body)
  if (read === null)
    throw new NetworkError('too-large', `${url.host} answered with more than ${maxBytes} bytes`)
  return read
}
