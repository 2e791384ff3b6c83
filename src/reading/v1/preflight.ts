import { openToAll } from './problem.ts'

/** What may be done with what is only read. */
export const METHODS = 'GET, HEAD, OPTIONS'
/** How long a browser remembers that it may ask, in seconds. */
const PREFLIGHT_SECONDS = '86400'

/** Lets the scripts of any site read, also with the headers by which one asks whether what one has still holds. */
export const preflight = (): Response =>
  new Response(null, {
    status: 204,
    headers: {
      ...openToAll,
      Allow: METHODS,
      'Access-Control-Allow-Methods': METHODS,
      'Access-Control-Allow-Headers': 'Authorization, If-None-Match, If-Modified-Since',
      'Access-Control-Max-Age': PREFLIGHT_SECONDS,
      'Cache-Control': `public, max-age=${PREFLIGHT_SECONDS}`,
    },
  })
