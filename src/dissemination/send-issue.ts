import type { Payload } from 'payload'

import { databaseOf } from '../database/database.ts'
import { thawAbandoned, thawBatches } from '../ledger/dissolve-batches.ts'
import { markHeld } from '../ledger/domain-holds.ts'
import { notTakenInARow } from '../ledger/issue-feedback.ts'
import { skipUnsentOfCancelled } from '../ledger/mail-decisions.ts'
import { hasDomainsToLookUp } from '../ledger/pace/mail-domains.ts'
import { giveBackToDay } from '../ledger/pace/sending-days.ts'
import type { Transport } from '../newsletter/transports/transport.ts'
import { enqueue, enqueueMissing } from '../queue/queue.ts'
import { watchReturns } from './feedback/watch-issue.ts'
import { finishIssues } from './finish-issues.ts'
import { type IssueSource, readIssue } from './issue-source.ts'
import { type Mailing, openMailing } from './mailing.ts'
import { nap } from './pace/await-turn.ts'
import { senderDomain } from './pace/pace-now.ts'
import { refusalWatch } from './pace/refusal-watch.ts'
import { sendInBatches } from './send-in-batches.ts'
import { sendOneByOne } from './send-one-by-one.ts'
import type { Sending, SendingEnd } from './sending.ts'
import { pauseForAlarm } from './steer-issue.ts'

/** A short wait is spent in place. For a longer one the sweep comes back, once a minute. */
const PATIENCE_MS = 10_000
/**
 * After so long a worker finishes what is under way and comes back behind others who wait: another issue has its turn, and
 * whoever stops the worker never meets a job that is over its time.
 */
export const AT_A_STRETCH_MS = 5 * 60_000
/** For so long another transport stands in before the preferred one is tried again. */
const STANDING_IN_MS = 60_000

/** Of a paused or cancelled issue too, what became of mails that were handed over is still found out. */
const isClaimed = (state: IssueSource['state']): boolean =>
  state === 'sending' || state === 'paused' || state === 'cancelled'

interface SendIssue {
  /** One, or several in order of preference: what was certainly not taken by one that is away goes with the next. */
  readonly transport: Transport | readonly Transport[]
  /** Stops after what is under way. */
  readonly signal: AbortSignal
  /** @default five minutes */
  readonly stretchMs?: number
}

/** Sends what is due of an issue. Several workers may do so at once; each mail is held by one of them. */
export async function sendIssue(
  payload: Payload,
  issueId: string,
  { transport, signal: stopping, stretchMs = AT_A_STRETCH_MS }: SendIssue,
): Promise<void> {
  const issue = await readIssue(payload, issueId)
  if (issue === null || !isClaimed(issue.state)) return
  // What came back while too few had left to tell anything by does so now, and nothing may be told any more.
  if (issue.state === 'sending') await watchReturns(payload, issueId)
  const signal = AbortSignal.any([stopping, AbortSignal.timeout(stretchMs)])
  const transports = [transport].flat() as readonly Transport[]
  const open = new Map<string, Promise<Mailing>>()
  const mailing: Sending['mailing'] = (editionId) => {
    const kept = open.get(editionId) ?? openMailing(payload, issue, editionId)
    open.set(editionId, kept)
    return kept
  }
  const alarmOf = refusalWatch(await notTakenInARow(issueId, databaseOf(payload)))
  const watch: Sending['watch'] = async (told) => {
    const alarm = alarmOf(told)
    if (alarm === null) return
    const paused = await pauseForAlarm(payload, issueId, alarm)
    if (paused)
      payload.logger.warn({ msg: 'an issue was paused: too few of its mails are taken', issueId, alarm })
  }
  // Some may have come back to them meanwhile: sent again, or in a language that was waited for.
  await markHeld(issueId, databaseOf(payload))
  const { mails, ofToday } = await thawAbandoned(
    { issueId, transports: transports.map(({ name }) => name) },
    databaseOf(payload),
  )
  await giveBackToDay(ofToday, { senderDomain: senderDomain() }, databaseOf(payload))
  if (mails > 0)
    payload.logger.warn({ msg: 'mails for a transport that is gone go another way', issueId, mails })
  if (transports.some(({ capabilities }) => !capabilities.idempotent))
    await askForExchangers(payload, issueId)
  for (;;) {
    const end = await sendByFirst(payload, { issueId, signal, mailing, watch }, transports)
    if (end === 'again') continue
    if (end.kind === 'stopped' && !stopping.aborted)
      await enqueueMissing(payload, 'send-issue', [{ issueId }])
    if (end.kind === 'nothing-due' || end.kind === 'stopped') break
    const waitMs = end.until.getTime() - Date.now()
    if (waitMs > PATIENCE_MS) {
      const until = end.until.toISOString()
      if (end.kind === 'waits')
        payload.logger.info({ msg: 'an issue waits for mail providers', issueId, until })
      else payload.logger.warn({ msg: 'the mail transport is away; the issue goes on later', issueId, until })
      break
    }
    await nap(waitMs, signal)
  }
  await skipUnsentOfCancelled(databaseOf(payload))
  await finishIssues(payload)
}

/** A mail service paces by itself; whoever hands mails to servers does so. */
async function askForExchangers(payload: Payload, issueId: string): Promise<void> {
  if (await hasDomainsToLookUp(issueId, databaseOf(payload)))
    await enqueue(payload, 'look-up-exchangers', [{ issueId }])
}

/** Sends with the first transport that is there. `again`: a preferred one may be back. */
async function sendByFirst(
  payload: Payload,
  sending: Omit<Sending, 'transport'>,
  transports: readonly Transport[],
): Promise<SendingEnd | 'again'> {
  const { issueId, signal } = sending
  const ends: SendingEnd[] = []
  for (const [index, transport] of transports.entries()) {
    const isPreferred = index === 0
    const others = transports.slice(index + 1)
    const limited = isPreferred ? signal : AbortSignal.any([signal, AbortSignal.timeout(STANDING_IN_MS)])
    const end = await sendWith(payload, { ...sending, transport, signal: limited })
    if (end.kind === 'transport-away') {
      ends.push(end)
      if (others.length > 0) await thaw(payload, issueId, transport)
      continue
    }
    await askAgain(payload, sending, others)
    return end.kind === 'stopped' && !signal.aborted ? 'again' : end
  }
  return earliest(ends)
}

async function thaw(payload: Payload, issueId: string, { name }: Transport): Promise<void> {
  const database = databaseOf(payload)
  const { ofToday } = await thawBatches({ issueId, transport: name }, database)
  await giveBackToDay(ofToday, { senderDomain: senderDomain() }, database)
}

const sendWith = (payload: Payload, sending: Sending): Promise<SendingEnd> =>
  sending.transport.capabilities.idempotent
    ? sendInBatches(payload, sending, { freezes: true })
    : sendOneByOne(payload, sending)

/** What was handed to the others in doubt is asked for there, whoever sends the rest. */
async function askAgain(
  payload: Payload,
  sending: Omit<Sending, 'transport'>,
  transports: readonly Transport[],
): Promise<void> {
  for (const transport of transports)
    if (transport.capabilities.idempotent)
      await sendInBatches(payload, { ...sending, transport }, { freezes: false })
}

function earliest(ends: readonly SendingEnd[]): SendingEnd {
  const [first, ...others] = ends
  if (first === undefined) return { kind: 'nothing-due' }
  return others.reduce(
    (soonest, end) => ('until' in end && 'until' in soonest && end.until < soonest.until ? end : soonest),
    first,
  )
}
