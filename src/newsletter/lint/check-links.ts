import { NetworkError, type NetworkErrorKind } from '../../network/network-error.ts'
import type { Requester } from '../../network/request.ts'
import type { Finding } from './lint-edition.ts'

/** Finds those of the addresses that lead nowhere, as far as that can be known. */
export type LinkChecker = (urls: readonly string[]) => Promise<Finding[]>

interface CheckerSettings {
  /** The guarded way out. */
  readonly request: Requester
  /** @default the clock */
  readonly now?: () => number
  /** For one address, both ways of asking together. @default 8 s */
  readonly timeoutMs?: number
}

const TIMEOUT_MS = 8000
/** An editor looks at the same letter many times. */
const KEPT_MS = 60 * 60_000
/** The oldest go first. */
const MAX_KEPT = 2000
const AT_ONCE = 4
const MAX_BYTES = 64 * 1024

/** Nothing but these says that there is no page: servers refuse programs, are busy or slow for reasons of their own. */
const gone = new Set([404, 410])
const nowhere = new Set<NetworkErrorKind>(['never-sent', 'refused-address'])

/** A checker that remembers what it found for an hour, in this process. */
export function linkChecker({
  request,
  now = Date.now,
  timeoutMs = TIMEOUT_MS,
}: CheckerSettings): LinkChecker {
  const known = new Map<string, { readonly at: number; readonly isDead: boolean }>()

  const isDead = async (url: string): Promise<boolean> => {
    const kept = known.get(url)
    if (kept !== undefined && now() - kept.at < KEPT_MS) return kept.isDead
    const found = await leadsNowhere(url, request, AbortSignal.timeout(timeoutMs))
    known.delete(url)
    known.set(url, { at: now(), isDead: found })
    const [oldest] = known.keys()
    if (known.size > MAX_KEPT && oldest !== undefined) known.delete(oldest)
    return found
  }

  return async (urls) => {
    const left = [...new Set(urls)]
    const dead = new Set<string>()
    const work = async (): Promise<void> => {
      for (let url = left.shift(); url !== undefined; url = left.shift()) if (await isDead(url)) dead.add(url)
    }
    await Promise.all(Array.from({ length: AT_ONCE }, work))
    return urls
      .filter((url, index) => dead.has(url) && urls.indexOf(url) === index)
      .map((url) => ({ check: 'dead-link', level: 'warn', part: url }))
  }
}

/** Many servers answer HEAD wrongly, so that only GET may say that there is nothing. */
async function leadsNowhere(url: string, request: Requester, signal: AbortSignal): Promise<boolean> {
  try {
    const head = await request({ url: new URL(url), method: 'HEAD', signal })
    if (head.status < 400) return false
    const answer = await request({ url: new URL(url), method: 'GET', signal, maxBytes: MAX_BYTES })
    return gone.has(answer.status)
  } catch (error) {
    if (error instanceof NetworkError) return nowhere.has(error.kind) && !signal.aborted
    throw error
  }
}
