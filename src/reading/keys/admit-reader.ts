import { createHmac, randomBytes } from 'node:crypto'

import ipaddr from 'ipaddr.js'

import { env } from '../../env.ts'
import { type Admission, buckets, type Policy } from './token-bucket.ts'

/** What a request tells before anybody looks at it. */
export interface ReaderFacts {
  /** Path of the address, without a query. */
  readonly path: string
  /** Who reaches us, as we know it and not as a header claims. Null: not known. */
  readonly address: string | null
  /** Whether it brings anything by which to sign in, right or wrong: the limits of keys are kept once the key was read. */
  readonly hasCredentials: boolean
}

const WINDOW_SECONDS = 60
/** Networks that are remembered. About 10 MB. */
const MOST_NETWORKS = 50_000
/** Who signs in has limits of their own; this is only against trying keys and made-up cookies. */
const CREDENTIALS_FACTOR = 5
/** Those who open mails come through a few networks of their providers. */
const PICTURES_FACTOR = 5

/** Drawn anew in each process and kept nowhere: a count tells nobody which network it belongs to. */
const secret = randomBytes(32)
const known = buckets(MOST_NETWORKS)

/** What programs read, and what has to be made anew for each question that somebody thinks of. */
const limited = /^\/(?:(?:v1|api)(?:\/|$)|(?:oai|catalogue\.jsonld|sitemap\.xml|[^/]+\/search)\/?$)/
/** Any id has a cover, and each has to be drawn once. */
const pictures = /^\/covers\//
const perMinute = env.READER_RATE_PER_MINUTE

/**
 * Whether a request to the API, or for what is made anew for each question, may be answered, from memory or not: to be
 * asked before any cache. Counts in this process alone, by network and not by address. Null: it is not limited.
 * @param now milliseconds.
 */
export function admitReader({ path, address, hasCredentials }: ReaderFacts, now: number): Admission | null {
  return take(policyOf(path, hasCredentials), { address, now, weight: 1 })
}

interface Taken {
  readonly address: string | null
  /** Milliseconds. */
  readonly now: number
  readonly weight: number
}

/**
 * Whether what counts as so many requests may be answered to somebody without a key, beside the one request that it is: it
 * has a limit of its own, as high as that of requests. Counted as they are. Null: it is not limited.
 */
export const admitWeight = (taken: Taken): Admission | null =>
  take({ name: 'dumps', quota: perMinute, windowSeconds: WINDOW_SECONDS }, taken)

function take(policy: Policy | null, { address, now, weight }: Taken): Admission | null {
  const network = networkOf(address)
  if (policy === null || network === null || perMinute === 0) return null
  const caller = createHmac('sha256', secret).update(`${policy.name} ${network}`).digest('base64url')
  return known.take(caller, policy, now, weight)
}

/** Who reaches us, which `stateClientAddress` made the last entry of the header. Null: nobody says. */
export const addressIn = (forwarded: string | null): string | null =>
  forwarded?.split(',').at(-1)?.trim() ?? null

/** Null: it is not limited. */
function policyOf(path: string, hasCredentials: boolean): Policy | null {
  const windowSeconds = WINDOW_SECONDS
  if (pictures.test(path)) return { name: 'pictures', quota: perMinute * PICTURES_FACTOR, windowSeconds }
  if (!limited.test(path)) return null
  return hasCredentials
    ? { name: 'credentials', quota: perMinute * CREDENTIALS_FACTOR, windowSeconds }
    : { name: 'network', quota: perMinute, windowSeconds }
}

/**
 * The network that an address belongs to: /24 of IPv4, /48 of IPv6. Who has no address that can be read shares one. Null:
 * it is this machine, where our own programs read.
 */
export function networkOf(address: string | null): string | null {
  if (address === null || !ipaddr.isValid(address)) return 'unknown'
  const read = ipaddr.process(address)
  if (read.range() === 'loopback') return null
  const bytes = read.toByteArray()
  return bytes.slice(0, bytes.length === 4 ? 3 : 6).join('.')
}
