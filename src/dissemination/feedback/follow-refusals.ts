import type { Payload } from 'payload'

import { inTransaction } from '../../database/database.ts'
import { type BounceClass, findReportedMail } from '../../ledger/mail-feedback.ts'
import { softFailures } from '../../ledger/soft-bounces.ts'
import { statusCodesIn } from '../../newsletter/feedback/status-codes.ts'
import { classOfRefusal, type Outcome } from '../../newsletter/transports/transport.ts'
import { drawConsequences } from './draw-consequences.ts'
import { watchReturns } from './watch-issue.ts'

/** What a server that did not take a mail said of its mailbox. */
export interface MailboxRefusal {
  /** Of the mail, in the ledger. */
  readonly id: string
  readonly bounceClass: Exclude<BounceClass, 'policy'>
  /** Enhanced status. Null: none was given. */
  readonly status: string | null
}

/**
 * What an outcome says of the mailbox, as it is settled. Null: nothing, or nothing yet.
 * @param settled what the ledger says of the mail from now on
 */
export function mailboxRefusal(
  outcome: Outcome,
  settled: { readonly id: string; readonly state: string; readonly reason: string | null },
): MailboxRefusal | null {
  const { id, state, reason } = settled
  if (outcome.kind !== 'refused' && outcome.kind !== 'not-now') return null
  if (outcome.kind === 'refused' && classOfRefusal[outcome.reason] === 'hard')
    return { id, bounceClass: 'hard', ...saidIn(outcome) }
  const isSoft = state === 'failed' && reason !== null && softFailures.includes(reason)
  return isSoft ? { id, bounceClass: 'soft', ...saidIn(outcome) } : null
}

const saidIn = ({ code }: { readonly code: string | null }): Pick<MailboxRefusal, 'status'> => ({
  status: statusCodesIn(code ?? '').status,
})

/**
 * Draws the consequences that a bounce would have, after the mails are settled: each by itself, so that one reader who is
 * being changed at the moment holds up no other. A mailbox that is not there counts for its issue as well, like one of which
 * that is told later. What is lost with a worker that is killed here is said again at the next mail.
 */
export async function followRefusals(payload: Payload, refusals: readonly MailboxRefusal[]): Promise<void> {
  const issues = new Set<string>()
  for (const { id, bounceClass, status } of refusals) {
    const mail = await inTransaction(payload, async (transaction) => {
      const found = await findReportedMail({ deliveryId: id, providerId: null }, transaction)
      if (found !== null)
        await drawConsequences({ kind: 'bounced', bounceClass, status }, found, {
          now: new Date(),
          transaction,
        })
      return found
    })
    if (bounceClass === 'hard' && mail?.issueId) issues.add(mail.issueId)
  }
  for (const issueId of issues) await watchReturns(payload, issueId)
}
