import { lookup as systemLookup } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'

import { NetworkError } from './network-error.ts'
import { isPublicAddress } from './public-address.ts'

const defaultPorts: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' }

/** `host:port` as ALLOWED_PRIVATE_HOSTS writes it, with the port that the scheme implies. */
export const hostAndPort = (url: URL): string => `${url.hostname}:${url.port || defaultPorts[url.protocol]}`

const asCompared = (hosts: readonly string[]): ReadonlySet<string> =>
  new Set(hosts.map((host) => host.trim().toLowerCase()))

/** Whether others could read what goes there: it is not encrypted, and does not stay on a network of ours. */
export const isReadOnTheWay = (url: URL, allowedPrivateHosts: readonly string[]): boolean =>
  url.protocol === 'http:' && !asCompared(allowedPrivateHosts).has(hostAndPort(url))

/** Decides where requests may go. */
export interface Guard {
  /**
   * Checks what the address itself says.
   * @throws {NetworkError} `refused-address`.
   */
  check(url: URL): void
  /** For the connection: looks a name up and lets it through only if all its addresses are public. */
  lookupFor(url: URL): LookupFunction
  /** Whether an operator named this host and port as one on a private network that we may talk to. */
  isAllowedPrivate(url: URL): boolean
}

/**
 * @param allowedPrivateHosts `host:port` pairs, spelt as they stand in the addresses that are used.
 * @param lookup the system's, unless a test brings names of its own.
 */
export function guard(allowedPrivateHosts: readonly string[], lookup: LookupFunction = systemLookup): Guard {
  const allowed = asCompared(allowedPrivateHosts)
  const isAllowedPrivate = (url: URL): boolean => allowed.has(hostAndPort(url))

  return {
    isAllowedPrivate,

    check(url) {
      if (!(url.protocol in defaultPorts)) throw refused(`${url.protocol} is not a scheme that we use`)
      if (url.username !== '' || url.password !== '')
        throw refused(`the address of ${url.host} holds a password`)
      if (isAllowedPrivate(url)) return
      // A connection to a literal address looks nothing up, so `lookupFor` would never see it.
      const literal = url.hostname.replace(/^\[|\]$/g, '')
      if (isIP(literal) !== 0 && !isPublicAddress(literal))
        throw refused(`${url.host} is not on the public internet`)
    },

    lookupFor(url) {
      if (isAllowedPrivate(url)) return lookup
      return (hostname, options, callback) =>
        lookup(hostname, { ...options, all: true }, (error, answers) => {
          if (error !== null) return callback(error, '')
          const addresses = typeof answers === 'string' ? [] : answers
          const [first] = addresses
          if (first === undefined || !addresses.every(({ address }) => isPublicAddress(address)))
            return callback(refused(`${url.host} is not on the public internet`), '')
          if (options.all) return callback(null, addresses)
          return callback(null, first.address, first.family)
        })
    },
  }
}

const refused = (message: string): NetworkError => new NetworkError('refused-address', message)
