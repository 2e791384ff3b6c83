import { openToAll } from './problem.ts'

/** What may be done with what is only read. */
export const METHODS = 'GET, HEAD, OPTIONS'
/** How long a browser remembers that it may ask, in seconds. */
const PREFLIGHT_SECONDS = '86400'

/**
 * Lets the scripts of any site ask, also with the headers by which one asks whether what one has still holds.
 * @param methods as `Allow` has them.
 */
export const preflightFor = (methods: string) => (): Response =>
  new Response(null, {
    status: 204,
    headers: {
      ...openToAll,
      Allow: methods,
      'Access-Control-Allow-Methods': methods,
      'Access-Control-Allow-Headers': 'Authorization, Content-Type, If-None-Match, If-Modified-Since',
      'Access-Control-Max-Age': PREFLIGHT_SECONDS,
      'Cache-Control': `public, max-age=${PREFLIGHT_SECONDS}`,
    },
  })

export const preflight = preflightFor(METHODS)
