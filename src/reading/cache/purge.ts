import { setTimeout as wait } from 'node:timers/promises'

import type { Requester } from '../../network/request.ts'
import { STALE_SECONDS } from './cache-control.ts'

/** Whose way of being told to use. */
export type PurgeService = 'varnish' | 'fastly' | 'cloudflare'

export interface PurgeSettings {
  /** Where changes are told; docs/operations.md says which address that is at each service. */
  readonly url: URL
  /** Null: it asks for none. */
  readonly token: string | null
  readonly service: PurgeService
}

/** Tells a cache on the way to readers what has changed. */
export interface Purger {
  purge(tags: readonly string[]): void
  /** What was not told yet stays untold; it is gone from there when its time is up. */
  stop(): void
}

/** What a cache that is told may keep: as long as we do, so that one that missed something is no worse. RFC 9213. */
export const keptByCdn = `public, max-age=60, stale-while-revalidate=${STALE_SECONDS}`

/** What changes within this is told at once: a save is several statements, an import thousands. */
const GATHER_MS = 100
/** Cloudflare takes no more at a time. */
const MAX_TAGS = 30
const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 30_000

/**
 * Every web process tells what it hears, so each change is told once by each: to purge twice does no harm.
 * @param onFailure for each attempt that failed; it is repeated until it succeeds.
 */
export function purger(
  settings: PurgeSettings,
  request: Requester,
  onFailure: (error: unknown) => void,
): Purger {
  const waiting = new Set<string>()
  const stopped = new AbortController()
  let busy = false

  async function tell(): Promise<void> {
    let failures = 0
    while (waiting.size > 0 && !stopped.signal.aborted) {
      await pause(failures === 0 ? GATHER_MS : Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - 1)))
      const tags = next(waiting)
      const failure = await attempt(tags)
      failures = failure === null ? 0 : failures + 1
      if (failure === null) continue
      onFailure(failure)
      for (const tag of tags) waiting.add(tag)
    }
    busy = false
  }

  /** Null: it was told. */
  async function attempt(tags: readonly string[]): Promise<Error | null> {
    try {
      const { status } = await request({ ...order(settings, tags), signal: stopped.signal })
      return status >= 200 && status < 300 ? null : new Error(`${settings.url.host} answered ${status}`)
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error))
    }
  }

  const pause = (milliseconds: number): Promise<void> =>
    wait(milliseconds, undefined, { ref: false, signal: stopped.signal }).catch(() => undefined)

  return {
    purge(tags) {
      for (const tag of tags) waiting.add(tag)
      if (busy) return
      busy = true
      void tell()
    },
    stop: () => stopped.abort(),
  }
}

/** As many as can be told at once. */
function next(waiting: Set<string>): string[] {
  const tags = [...waiting].slice(0, MAX_TAGS)
  for (const tag of tags) waiting.delete(tag)
  return tags
}

/**
 * https://github.com/varnish/varnish-modules/blob/master/src/vmod_xkey.vcc
 * https://www.fastly.com/documentation/reference/api/purging/
 * https://developers.cloudflare.com/cache/how-to/purge-cache/purge-by-tags/
 */
function order({ url, token, service }: PurgeSettings, tags: readonly string[]) {
  const method = 'POST' as const
  const bearer: Record<string, string> = token === null ? {} : { authorization: `Bearer ${token}` }
  switch (service) {
    case 'varnish':
      return { url, method, headers: { 'xkey-purge': tags.join(' '), ...bearer } }
    case 'fastly':
      return {
        url,
        method,
        headers: { 'surrogate-key': tags.join(' '), ...(token !== null && { 'fastly-key': token }) },
      }
    case 'cloudflare':
      return {
        url,
        method,
        headers: { 'content-type': 'application/json', ...bearer },
        body: JSON.stringify({ tags }),
      }
  }
}
