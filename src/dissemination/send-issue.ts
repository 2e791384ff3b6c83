import type { Payload } from 'payload'

import { databaseOf } from '../database/database.ts'
import { skipUnsentOfCancelled } from '../ledger/mail-decisions.ts'
import { enqueue } from '../queue/queue.ts'
import { type IssueSource, readIssue } from './issue-source.ts'
import { finishIssues } from './issue-state.ts'
import { type Mailing, openMailing } from './mailing.ts'
import { sendInBatches } from './send-in-batches.ts'
import { sendOneByOne } from './send-one-by-one.ts'
import type { Sending } from './sending.ts'

/** How long to wait for a transport that is away. */
const AWAY_MS = 5_000

/** Of a paused or cancelled issue too, what became of mails that were handed over is still found out. */
const isClaimed = (state: IssueSource['state']): boolean =>
  state === 'sending' || state === 'paused' || state === 'cancelled'

/** Sends what is due of an issue. Several workers may do so at once; each mail is held by one of them. */
export async function sendIssue(
  payload: Payload,
  issueId: string,
  { transport, signal }: Pick<Sending, 'transport' | 'signal'>,
): Promise<void> {
  const issue = await readIssue(payload, issueId)
  if (issue === null || !isClaimed(issue.state)) return
  const open = new Map<string, Promise<Mailing>>()
  const sending: Sending = {
    issueId,
    transport,
    signal,
    mailing: (editionId) => {
      const mailing = open.get(editionId) ?? openMailing(payload, issue, editionId)
      open.set(editionId, mailing)
      return mailing
    },
  }
  const send = transport.capabilities.idempotent ? sendInBatches : sendOneByOne
  const end = await send(payload, sending)
  if (end === 'transport-away') {
    payload.logger.warn({ msg: 'the mail transport is away; the issue goes on later', issueId })
    await enqueue(payload, 'send-issue', [{ issueId }], databaseOf(payload), new Date(Date.now() + AWAY_MS))
  }
  await skipUnsentOfCancelled(databaseOf(payload))
  await finishIssues(databaseOf(payload))
}
