import type { Payload } from 'payload'

import { inTransaction } from '../database/database.ts'
import { releaseIssue } from '../ledger/email-deliveries.ts'
import { soundAlarm } from '../ledger/issue-feedback.ts'
import { decideMails, type MailDecision, skipUnsent } from '../ledger/mail-decisions.ts'
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

/** The same by itself, with the cause for people to read. False when it is not being sent, or was paused for this before. */
export const pauseForAlarm = (payload: Payload, issueId: string, alarm: IssueAlarm): Promise<boolean> =>
  inTransaction(payload, async (transaction) => {
    if (!(await soundAlarm(issueId, alarm, transaction))) return false
    await moveIssue(issueId, { from: 'sending', to: 'paused', problem: alarm }, transaction)
    await releaseIssue(issueId, transaction)
    return true
  })

/** Goes on where it stopped. False when it is not paused. */
export const resumeIssue = (payload: Payload, issueId: string): Promise<boolean> =>
  inTransaction(payload, async (transaction) => {
    const moved = await moveIssue(issueId, { from: 'paused', to: 'sending' }, transaction)
    if (moved) await enqueue(payload, 'send-issue', [{ issueId }], transaction)
    return moved
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
export const decideIssueMails = (payload: Payload, decision: MailDecision): Promise<number> =>
  inTransaction(payload, async (transaction) => {
    const { issueId, what } = decision
    const mails = await decideMails(decision, transaction)
    if (mails === 0 || what === 'assumed') return mails
    await moveIssue(issueId, { from: 'sent', to: 'sending' }, transaction)
    await enqueue(payload, 'send-issue', [{ issueId }], transaction)
    return mails
  })
