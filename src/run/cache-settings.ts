import { pino } from 'pino'

import type { Env } from '../env.ts'
import { hostAndPort } from '../network/guard.ts'
import { requester } from '../network/request.ts'
import { type Purger, purger } from '../reading/cache/purge.ts'

const MEBIBYTE = 1024 ** 2
/** While the database is away, each attempt to reach it fails. */
const WARN_EVERY_MS = 60_000

/** How the cache in front of everything runs, as the environment says. Payload's logger is out of reach there. */
export function cacheSettings(env: Env) {
  const logger = pino({ name: 'cache', level: env.LOG_LEVEL })
  let warnedAt = Number.NEGATIVE_INFINITY
  return {
    connectionString: env.DATABASE_URL ?? '',
    publicUrl: new URL(env.PUBLIC_URL),
    maxBytes: env.CACHE_MEGABYTES * MEBIBYTE,
    purger: purgerFor(env, (err) => logger.warn({ msg: 'a change was not told to the CDN', err })),
    onLost(why: string | null) {
      if (performance.now() - warnedAt < WARN_EVERY_MS) return
      warnedAt = performance.now()
      logger.warn({ msg: 'changes cannot be heard, so nothing is answered from memory', why })
    },
  }
}

/** The address is the operator's own, so it may be on a private network. */
function purgerFor(env: Env, onFailure: (error: unknown) => void): Purger | null {
  if (env.PURGE_URL === undefined) return null
  const url = new URL(env.PURGE_URL)
  const request = requester({ allowedPrivateHosts: [hostAndPort(url)] })
  return purger({ url, token: env.PURGE_TOKEN ?? null, service: env.PURGE_SERVICE }, request, onFailure)
}
