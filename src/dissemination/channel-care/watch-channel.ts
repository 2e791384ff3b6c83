import type { ChannelError } from '../../channels/channel-error.ts'
import type { ChannelWatch } from '../../channels/guarded-channel.ts'
import { askedToWaitUntil } from '../../network/asked-to-wait.ts'
import type { ChannelOutcome } from './gate.ts'

/** What a service shows of itself while something is asked of it. */
export interface WatchedChannel extends ChannelWatch {
  outcome(): ChannelOutcome
}

/** How services say that nothing is left of what they grant: GitHub's form, Mastodon's, and the draft of the IETF. */
const remaining = ['x-ratelimit-remaining', 'ratelimit-remaining']
/** A window that lasts longer than this is a day's, of which the pace is known beforehand. */
const LONGEST_REST_MS = 24 * 3_600_000

/** Looks on at one attempt, and tells what the next ones are to know. */
export function watchChannel(now: () => Date = () => new Date()): WatchedChannel {
  let isTried = false
  let error: ChannelError | null = null
  let until: Date | null = null
  const wait = (asked: Date | null): void => {
    if (asked === null) return
    const latest = new Date(Math.min(asked.getTime(), now().getTime() + LONGEST_REST_MS))
    if (until === null || latest > until) until = latest
  }
  return {
    answered({ status, headers }) {
      isTried = true
      const isUsedUp = remaining.some((name) => headers.get(name)?.trim() === '0')
      if (status === 429 || isUsedUp) wait(askedToWaitUntil(headers, now()))
    },
    failed(failure) {
      error = failure
      isTried ||= failure.reason === 'unavailable' || failure.reason === 'unconfirmed'
      if (failure.reason === 'rate-limited') wait(failure.retryAfter)
    },
    outcome: () => ({ kind: isTried ? kindOf(error) : 'untried', until }),
  }
}

function kindOf(error: ChannelError | null): ChannelOutcome['kind'] {
  if (error?.reason === 'rate-limited') return 'rate-limited'
  return error?.reason === 'unavailable' || error?.reason === 'unconfirmed' ? 'away' : 'there'
}
