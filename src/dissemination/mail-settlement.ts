import type { MailSettlement } from '../ledger/email-deliveries.ts'
import type { Outcome } from '../newsletter/transports/transport.ts'

/** After so many refusals for now, a person looks at it. */
const MAX_ATTEMPTS = 10

interface Handed {
  readonly id: string
  /** The one under way included. */
  readonly attempts: number
}

/** What the ledger says of one mail after it was handed over. */
export function settlementOf({ id, attempts }: Handed, outcome: Outcome): MailSettlement {
  const settled = { id, providerId: null, dueAt: null }
  switch (outcome.kind) {
    case 'accepted':
      return { ...settled, state: 'submitted', reason: null, providerId: outcome.providerId }
    case 'refused':
      return outcome.reason === 'address-not-supported'
        ? { ...settled, state: 'skipped', reason: outcome.reason }
        : { ...settled, state: 'failed', reason: outcome.reason }
    case 'not-now':
      return attempts >= MAX_ATTEMPTS
        ? { ...settled, state: 'failed', reason: outcome.reason }
        : { ...settled, state: 'planned', reason: outcome.reason, dueAt: outcome.retryAt }
    case 'ambiguous':
      return { ...settled, state: 'unconfirmed', reason: outcome.reason }
  }
}

/** Whether it is the transport and not one mail: then there is no point in trying the next. */
export const isAway = (outcome: Outcome): boolean =>
  outcome.kind === 'not-now' && ['unreachable', 'unauthorised', 'quota'].includes(outcome.reason)
