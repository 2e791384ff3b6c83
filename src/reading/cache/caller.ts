import type { IncomingHttpHeaders } from 'node:http'

/** Payload's cookies, among them the one of whoever is signed in. */
const COOKIE = 'payload-'

/** Whether a request says who asks, or wants part of an answer: then it is none of ours. */
export const isPersonal = (headers: IncomingHttpHeaders): boolean =>
  headers.authorization !== undefined ||
  headers.range !== undefined ||
  headers['x-api-key'] !== undefined ||
  headers['x-http-method-override'] !== undefined ||
  headers['x-payload-http-method-override'] !== undefined ||
  headers.cookie?.includes(COOKIE) === true

/**
 * What an answer depends on beside the address: whether the request came over TLS, and whether it comes from our own pages,
 * which alone are told that they may read it across origins.
 */
export const circumstances = (headers: IncomingHttpHeaders, ownOrigin: string): string =>
  `${headers['x-forwarded-proto'] === 'https' ? 's' : '-'}${headers.origin === ownOrigin ? 'o' : '-'} `

/**
 * What of a request reaches whoever makes an answer that everybody may get: nothing that tells one reader from another, but
 * the language for errors and the address for limits, neither of which is kept.
 */
export function sharedHeaders(headers: IncomingHttpHeaders, ownUrl: URL): Record<string, string> {
  const passed: Record<string, string> = { host: ownUrl.host }
  for (const name of ['accept', 'accept-language', 'user-agent', 'x-forwarded-for', 'content-type']) {
    const value = headers[name]
    if (typeof value === 'string') passed[name] = value
  }
  if (headers['x-forwarded-proto'] === 'https') passed['x-forwarded-proto'] = 'https'
  if (headers.origin === ownUrl.origin) passed.origin = ownUrl.origin
  return passed
}
