import type { Engine } from './engine.ts'
import type { EngineError } from './engine-error.ts'

const MAX_ATTEMPTS = 8
/** The same text may be paid for as often as this, and no more. */
const MAX_UNCLEAR = 3
const FIRST_WAIT_MS = 15_000
const LONGEST_WAIT_MS = 2 * 3_600_000
/** An engine that asks for more is asked again anyway: its clock or ours may be wrong. */
const LONGEST_ASKED_MS = 24 * 3_600_000
/** How long an engine that calls back is waited for. It retries a lost callback for some hours. */
export const CALLBACK_WAIT_MS = 24 * 3_600_000

interface Attempt {
  /** The failed one included. */
  readonly attempts: number
  readonly mode: Engine['mode']
  readonly now: Date
  /** From 0 up to 1, drawn anew each time. */
  readonly random: number
}

/** `wait`: it may call back all the same. `give-up` leaves it to a person. */
export type NextTry =
  | { readonly kind: 'again' | 'wait'; readonly at: Date }
  | { readonly kind: 'give-up'; readonly state: 'failed' | 'unconfirmed' }

/**
 * What follows a failed attempt. Waits are random parts of a time that grows fourfold from 15 seconds to two hours, or as
 * long as the engine asks if that is longer. An unclear answer is asked for again up to three times where the answer is
 * all we get from an engine; where it calls back, it is not asked again: it may be at work.
 */
export function nextTry(error: EngineError, { attempts, mode, now, random }: Attempt): NextTry {
  const later = (): NextTry => {
    const backoff = random * Math.min(FIRST_WAIT_MS * 4 ** (attempts - 1), LONGEST_WAIT_MS)
    const asked = error.retryAfter === null ? 0 : error.retryAfter.getTime() - now.getTime()
    return {
      kind: 'again',
      at: new Date(now.getTime() + Math.max(backoff, Math.min(asked, LONGEST_ASKED_MS))),
    }
  }
  switch (error.reason) {
    case 'unavailable':
    case 'rate-limited':
      return attempts < MAX_ATTEMPTS ? later() : { kind: 'give-up', state: 'failed' }
    case 'unclear':
      if (mode === 'calls-back') return { kind: 'wait', at: new Date(now.getTime() + CALLBACK_WAIT_MS) }
      return attempts < MAX_UNCLEAR ? later() : { kind: 'give-up', state: 'unconfirmed' }
    case 'quota':
    case 'unauthorised':
    case 'unsupported-pair':
    case 'too-large':
    case 'refused':
      return { kind: 'give-up', state: 'failed' }
  }
}
