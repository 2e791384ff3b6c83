import type { HeldPersonalMail } from '../../ledger/hold-personal-mails.ts'
import type { PersonalSettlement } from '../../ledger/personal-mails.ts'
import type { Outcome, TransportCapabilities } from '../../newsletter/transports/transport.ts'
import { isAway, settlementOf } from '../mail-settlement.ts'

const FIRST_WAIT_MS = 2_000
const LONGEST_WAIT_MS = 15 * 60_000

/**
 * What the ledger says of a personal mail after it was handed over. Where a repeated key is dropped, doubt is no end: the
 * mail is due again, and is handed over under the same key until the answer is known or the key's life ends.
 */
export function personalSettlement(
  { id, attempts: before, firstAttemptAt }: Pick<HeldPersonalMail, 'id' | 'attempts' | 'firstAttemptAt'>,
  outcome: Outcome,
  { idempotent }: Pick<TransportCapabilities, 'idempotent'>,
  now: Date,
): PersonalSettlement {
  const attempts = before + 1
  if (outcome.kind === 'ambiguous' && idempotent && outcome.reason !== 'payload-changed')
    return {
      id,
      state: 'planned',
      reason: outcome.reason,
      providerId: null,
      dueAt: new Date(now.getTime() + Math.min(FIRST_WAIT_MS * 2 ** (attempts - 1), LONGEST_WAIT_MS)),
      inDoubt: true,
    }
  // Many mails in one second, or a transport that is away, say nothing about any of them, however often it happens.
  const isNotAboutIt = isAway(outcome) || (outcome.kind === 'not-now' && outcome.reason === 'rate-limited')
  const settlement = settlementOf({ id, attempts: isNotAboutIt ? 1 : attempts }, outcome)
  const wasInDoubt = firstAttemptAt !== null
  if (settlement.state === 'planned') return { ...settlement, inDoubt: wasInDoubt }
  // An earlier attempt may have been taken all the same.
  return wasInDoubt && settlement.state !== 'submitted' ? { ...settlement, state: 'unconfirmed' } : settlement
}
