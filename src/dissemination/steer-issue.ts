import type { Payload } from 'payload'

import { type Database, databaseOf, inTransaction } from '../database/database.ts'
import { releaseIssue } from '../ledger/email-deliveries.ts'
import { endDomainHold, type HoldDecision } from '../ledger/end-domain-hold.ts'
import { armAlarms, soundAlarm } from '../ledger/issue-feedback.ts'
import { countAnew } from '../ledger/issue-progress/counted-lately.ts'
import { askNow } from '../ledger/issue-progress/open-questions.ts'
import {
  decideMail,
  decideMails,
  type MailDecision,
  type OneMailDecision,
  skipUnsent,
} from '../ledger/mail-decisions.ts'
import { enqueue } from '../queue/queue.ts'
import type { IssueAlarm } from './feedback/issue-alarm.ts'
import { moveIssue } from './issue-state.ts'

/**
 * Stops an issue that is being sent after what is under way: a few mails, or one batch. Whoever claims looks at the
 * issue's state in the same statement, so it holds for every worker and over restarts. False when it is not being sent.
 */
export const pauseIssue = (payload: Payload, issueId: string): Promise<boolean> =>
  inTransaction(payload, async (transaction) => {
    const moved = await moveIssue(issueId, { from: 'sending', to: 'paused' }, transaction)
    if (moved) await releaseIssue(issueId, transaction)
    return moved
  })

/** The same by itself, with the cause for people to read. False when it is not being sent. */
export const pauseForAlarm = (payload: Payload, issueId: string, alarm: IssueAlarm): Promise<boolean> =>
  inTransaction(payload, async (transaction) => {
    if (!(await soundAlarm(issueId, alarm, transaction))) return false
    await moveIssue(issueId, { from: 'sending', to: 'paused', problem: alarm }, transaction)
    await releaseIssue(issueId, transaction)
    return true
  })

/** Goes on where it stopped, and may be paused by itself for what leaves from now on. False when it is not paused. */
export const resumeIssue = (payload: Payload, issueId: string): Promise<boolean> =>
  inTransaction(payload, async (transaction) => {
    const moved = await moveIssue(issueId, { from: 'paused', to: 'sending' }, transaction)
    if (!moved) return false
    await armAlarms(issueId, transaction)
    await enqueue(payload, 'send-issue', [{ issueId }], transaction)
    return true
  })

/**
 * Ends an issue for good. Whoever has not been written to by then gets nothing, and has a row that says so; what is under
 * way is settled as it comes. False when there is nothing left to cancel.
 */
export const cancelIssue = (payload: Payload, issueId: string): Promise<boolean> =>
  inTransaction(payload, async (transaction) => {
    for (const from of ['preparing', 'sending', 'paused'] as const) {
      if (!(await moveIssue(issueId, { from, to: 'cancelled' }, transaction))) continue
      await skipUnsent(issueId, transaction)
      return true
    }
    return false
  })

/** Carries out what a person decided. An issue that had been sent is being sent again, until those mails are settled. */
export async function decideIssueMails(payload: Payload, decision: MailDecision): Promise<number> {
  const mails = await inTransaction(payload, async (transaction) => {
    const decided = await decideMails(decision, transaction)
    if (decided > 0) await goOn(payload, decision, transaction)
    return decided
  })
  countAnew(databaseOf(payload))
  return mails
}

/** The same for one mail. False when it is not in that state any more. */
export async function decideIssueMail(payload: Payload, decision: OneMailDecision): Promise<boolean> {
  const isDecided = await inTransaction(payload, async (transaction) => {
    const decided = await decideMail(decision, transaction)
    if (decided) await goOn(payload, decision, transaction)
    return decided
  })
  countAnew(databaseOf(payload))
  return isDecided
}

/**
 * Carries out what a person decided about those who refuse us. Answers how many mails it concerned. Null: they are not held
 * any more.
 */
export async function decideHold(payload: Payload, decision: HoldDecision): Promise<number | null> {
  const mails = await inTransaction(payload, async (transaction) => {
    const decided = await endDomainHold(decision, transaction)
    if (decided !== null) await goOn(payload, decision, transaction)
    return decided
  })
  countAnew(databaseOf(payload))
  return mails
}

async function goOn(
  payload: Payload,
  { issueId, what }: Pick<MailDecision, 'issueId'> & Pick<MailDecision | HoldDecision, 'what'>,
  transaction: Database,
): Promise<void> {
  if (what === 'assumed') return
  // Written also where it does not move, for whoever finds that everything was settled: see `finishIssues`.
  for (const from of ['sent', 'sending'] as const)
    if (await moveIssue(issueId, { from, to: 'sending' }, transaction)) break
  await enqueue(payload, 'send-issue', [{ issueId }], transaction)
}

/**
 * Has the mail service asked now what became of mails without an answer, under their own keys, so that it cannot send a
 * second copy. False when there are none.
 */
export const askAgain = (payload: Payload, issueId: string): Promise<boolean> =>
  inTransaction(payload, async (transaction) => {
    const batches = await askNow(issueId, transaction)
    if (batches > 0) await enqueue(payload, 'send-issue', [{ issueId }], transaction)
    return batches > 0
  })
