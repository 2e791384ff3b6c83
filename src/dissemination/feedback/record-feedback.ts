import type { Payload } from 'payload'

import { inTransaction } from '../../database/database.ts'
import { isTooOld } from '../../ledger/keep-feedback.ts'
import {
  enterFeedback,
  type Feedback,
  findReportedMail,
  type ReportedMail,
  writeFact,
} from '../../ledger/mail-feedback.ts'
import { drawConsequences } from './draw-consequences.ts'
import { holdReturning } from './hold-domain.ts'
import { watchIssue } from './watch-issue.ts'

/** `known`: it came before. `ignored`: it is about none of our mails and nothing would follow from it, or it is too old. */
export type Recorded = 'recorded' | 'known' | 'ignored'

/** Worth keeping also where nobody knows of which mail. */
const grave: ReadonlySet<Feedback['kind']> = new Set(['bounced', 'complained', 'left'])

/**
 * Takes what was told about a mail: the message itself, the fact, and what follows for the address, all of them or none.
 * May be told twice and in any order.
 */
export async function recordFeedback(payload: Payload, feedback: Feedback, now: Date): Promise<Recorded> {
  if (isTooOld(feedback, now)) return 'ignored'
  const { outcome, mail } = await inTransaction(payload, async (transaction) => {
    const found = await findReportedMail(feedback, transaction)
    if (found === null && !grave.has(feedback.kind)) return { outcome: 'ignored' as const, mail: null }
    if (!(await enterFeedback(feedback, found, transaction)))
      return { outcome: 'known' as const, mail: found }
    if (found !== null && feedback.kind !== 'auto-reply' && feedback.kind !== 'other') {
      await writeFact(feedback, found, transaction)
      await drawConsequences(feedback, found, { now, transaction })
    }
    return { outcome: 'recorded' as const, mail: found }
  })
  if (mail !== null) await watch(payload, feedback, mail)
  return outcome
}

/** After the fact is kept, and again when it is told again: an alarm is not lost with a worker that was killed. */
async function watch(payload: Payload, feedback: Feedback, { id, issueId, providerId }: ReportedMail) {
  if (issueId === null) return
  const isOther = feedback.providerId !== null && providerId !== null && feedback.providerId !== providerId
  if (isOther || feedback.kind === 'bounced' || feedback.kind === 'complained')
    await watchIssue(payload, { id, issueId, isOther })
  const { kind, bounceClass, isOfService = false, status } = feedback
  if (kind === 'bounced' && bounceClass === 'policy' && !isOfService)
    await holdReturning(payload, { issueId, deliveryId: id, status })
}
