import type { MailSettlement } from '../ledger/email-deliveries.ts'
import type { DelayReason, Outcome } from '../newsletter/transports/transport.ts'

const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS

/** How long one mail is tried again. The waits double from `first` to `longest`, and are drawn from nothing to that. */
interface Patience {
  /** After so many refusals for now, a person looks at it. */
  readonly attempts: number
  readonly firstMs: number
  readonly longestMs: number
}

const patience: Readonly<Record<DelayReason, Patience>> = {
  unreachable: { attempts: 10, firstMs: 5 * SECOND_MS, longestMs: 15 * MINUTE_MS },
  unauthorised: { attempts: 10, firstMs: MINUTE_MS, longestMs: 15 * MINUTE_MS },
  quota: { attempts: 10, firstMs: MINUTE_MS, longestMs: HOUR_MS },
  // Greylisting is over after one wait; a server in trouble takes hours.
  busy: { attempts: 10, firstMs: MINUTE_MS, longestMs: 4 * HOUR_MS },
  'rate-limited': { attempts: 12, firstMs: MINUTE_MS, longestMs: 4 * HOUR_MS },
  // About three days, and then it counts like a mail that came back softly.
  'mailbox-full': { attempts: 12, firstMs: HOUR_MS, longestMs: 16 * HOUR_MS },
}

interface Handed {
  readonly id: string
  /** The one under way included. */
  readonly attempts: number
}

/**
 * What the ledger says of one mail after it was handed over.
 * @param random from 0 to 1, for how much longer it waits than the other side asked for
 */
export function settlementOf(
  { id, attempts }: Handed,
  outcome: Outcome,
  random: () => number = Math.random,
): MailSettlement {
  const settled = { id, providerId: null, dueAt: null }
  switch (outcome.kind) {
    case 'accepted':
      return { ...settled, state: 'submitted', reason: null, providerId: outcome.providerId }
    case 'refused':
      return outcome.reason === 'address-not-supported'
        ? { ...settled, state: 'skipped', reason: outcome.reason }
        : { ...settled, state: 'failed', reason: outcome.reason }
    case 'not-now': {
      if (!wasAsked(outcome))
        return { ...settled, state: 'planned', reason: null, dueAt: outcome.retryAt, isFree: true }
      const { attempts: most, firstMs, longestMs } = patience[outcome.reason]
      if (attempts >= most) return { ...settled, state: 'failed', reason: givenUpFor(outcome) }
      const spread = random() * Math.min(firstMs * 2 ** (attempts - 1), longestMs)
      const dueAt = new Date(outcome.retryAt.getTime() + spread)
      return { ...settled, state: 'planned', reason: outcome.reason, dueAt }
    }
    case 'ambiguous':
      return { ...settled, state: 'unconfirmed', reason: outcome.reason }
  }
}

/** One mailbox that asks for patience without end takes nothing; whoever asks it of us says nothing of a mailbox. */
const givenUpFor = ({ reason, about = 'mailbox' }: Extract<Outcome, { kind: 'not-now' }>): string =>
  reason === 'busy' && about === 'mailbox' ? 'mailbox-refused' : reason

/** Whether the mail was handed to anybody at all: not where whoever sends was told to stop before. */
export const wasAsked = (outcome: Outcome): boolean =>
  outcome.kind !== 'not-now' || outcome.about !== 'nobody'

/** The transport took no notice of the mail, and would not of the next. */
export const isAway = (outcome: Outcome): boolean =>
  outcome.kind === 'not-now' && ['unreachable', 'unauthorised', 'quota'].includes(outcome.reason)

/** Nothing was said of a mail that may have been taken. Whatever else is in doubt, the other side spoke of. */
export const isSilent = (outcome: Outcome): outcome is Extract<Outcome, { kind: 'ambiguous' }> =>
  outcome.kind === 'ambiguous' && (outcome.reason === 'no-answer' || outcome.reason === 'server-error')
