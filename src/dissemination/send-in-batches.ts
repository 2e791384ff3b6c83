import type { Payload } from 'payload'

import { databaseOf, inTransaction } from '../database/database.ts'
import { type ClaimedBatch, claimBatch, refusedBatchDue } from '../ledger/claim-batch.ts'
import { freezeBatch, releaseBatch } from '../ledger/email-batches.ts'
import { releaseHeld } from '../ledger/email-deliveries.ts'
import type { HeldMail } from '../ledger/hold-mails.ts'
import { enterTransport, returnProbe } from '../ledger/pace/breaker.ts'
import { returnPlaces } from '../ledger/pace/day-places.ts'
import { readingZones } from '../ledger/pace/known-zones.ts'
import { giveBackToDay, waitForTomorrow } from '../ledger/pace/sending-days.ts'
import { transportWants } from '../newsletter/transports/request-pace.ts'
import { mailsPerBatch } from '../newsletter/transports/transport.ts'
import { admit } from './pace/admit.ts'
import { awaitTurn, nap } from './pace/await-turn.ts'
import { paceNow, senderDomain, senderWants } from './pace/pace-now.ts'
import { type Found, takeTurns } from './pace/take-turns.ts'
import { sendableMails } from './sendable-mails.ts'
import type { Sending, SendingEnd } from './sending.ts'
import { submitBatch } from './submit-batch.ts'

/** Two who look for mails at once share what they find, and a request of fifty costs as much as one of a hundred. */
const APART_MS = 20

/**
 * For transports that drop a repeated key: frozen batches, replayed with the same bytes until the answer is known. Several
 * are under way at a time.
 * @param freezes false: only those that were frozen before are handed over
 */
export async function sendInBatches(
  payload: Payload,
  sending: Sending,
  { freezes }: { readonly freezes: boolean },
): Promise<SendingEnd> {
  const lanes = Array.from({ length: sending.transport.capabilities.concurrency }, () =>
    oneAfterAnother(payload, sending, freezes),
  )
  // Whatever ends one of them, what is under way in the others is waited for.
  const ends = await Promise.allSettled(lanes)
  const failed = ends.find(({ status }) => status === 'rejected')
  if (failed?.status === 'rejected') throw failed.reason
  const ended = ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []))
  // Where one found the transport away, the others waited for it.
  for (const gravest of ['stopped', 'transport-away', 'waits'] as const) {
    const end = ended.find(({ kind }) => kind === gravest)
    if (end !== undefined) return end
  }
  return { kind: 'nothing-due' }
}

async function oneAfterAnother(payload: Payload, sending: Sending, freezes: boolean): Promise<SendingEnd> {
  const { issueId, transport, signal } = sending
  const database = databaseOf(payload)
  const zones = await readingZones(database)
  const nextTurn = takeTurns({ issueId, transport: transport.name, zones }, database)
  for (;;) {
    if (signal.aborted) return { kind: 'stopped' }
    const gate = await enterTransport(transport.name, database)
    if (gate.kind === 'shut') return { kind: 'transport-away', until: gate.until }
    const isProbe = gate.kind === 'probe'
    const found = await nextBatch(payload, sending, { nextTurn, zones, freezes, isProbe })
    if ('kind' in found) {
      if (isProbe) await returnProbe(transport.name, database)
      return found
    }
    const turn = await turnOf(payload, found, sending, isProbe)
    if (turn.kind !== 'go') {
      await releaseBatch(found, null, database)
      if (isProbe) await returnProbe(transport.name, database)
      return turn.kind === 'stopped' ? turn : { kind: 'waits', until: turn.at }
    }
    await submitBatch(payload, found, sending, {
      isProbe,
      isSuspect: gate.kind === 'open' && gate.isSuspect,
    })
  }
}

interface Next {
  readonly nextTurn: (limit: number) => Promise<Found>
  readonly zones: readonly string[] | null
  readonly freezes: boolean
  readonly isProbe: boolean
}

/** One that is due, or one that is frozen now. */
async function nextBatch(
  payload: Payload,
  { issueId, transport, mailing, signal }: Sending,
  { nextTurn, zones, freezes, isProbe }: Next,
): Promise<ClaimedBatch | SendingEnd> {
  const database = databaseOf(payload)
  let isSecondTry = false
  for (;;) {
    const batch = await claimBatch({ issueId, transport: transport.name, zones }, database)
    if (batch !== null) {
      await giveBackToDay(batch.leftToday, { senderDomain: senderDomain() }, database)
      return batch
    }
    if (!freezes) return { kind: 'nothing-due' }
    const pace = await paceNow(database)
    const most = isProbe ? 1 : atOnce(transport.capabilities.batchMax, pace)
    const found = await nextTurn(most)
    if (found.kind === 'nothing-due')
      return waitOrEnd(await refusedBatchDue({ issueId, transport: transport.name }, database))
    if (found.kind !== 'held') return found
    const { leaseToken, missed } = found.held
    if (missed > 0 && !isSecondTry) {
      isSecondTry = true
      await releaseHeld({ ids: idsOf(found.held.mails), leaseToken, reason: null }, database)
      await nap(APART_MS, signal)
      continue
    }
    const mails = await sendableMails(payload, found.held)
    const [first] = mails
    if (first === undefined) continue
    const { compiled } = await mailing(first.editionId)
    const fitting = mails.slice(0, mailsPerBatch(transport, compiled))
    const beyond = idsOf(mails.slice(fitting.length))
    await releaseHeld({ ids: beyond, leaseToken, reason: null }, database)
    const admitted = await admit(
      { mails: fitting, leaseToken },
      { pace, transport: transport.name },
      database,
    )
    if (admitted.isDayOver) {
      const waiting = await waitForTomorrow(issueId, database)
      payload.logger.info({
        msg: 'the day’s mails are used up; the issue goes on tomorrow',
        issueId,
        waiting,
      })
    }
    if (admitted.mails.length === 0) continue
    const frozen = await inTransaction(payload, (transaction) =>
      freezeBatch(
        { issueId, editionId: first.editionId, transport: transport.name },
        idsOf(admitted.mails),
        leaseToken,
        transaction,
      ),
    )
    await returnPlaces(admitted.mails.length - frozen, leaseToken, database)
  }
}

/** What was refused for the pace a moment ago is not left to the sweep. */
const waitOrEnd = (until: Date | null): SendingEnd =>
  until === null ? { kind: 'nothing-due' } : { kind: 'waits', until }

const idsOf = (mails: readonly HeldMail[]): readonly string[] => mails.map(({ id }) => id)

/** A batch is never more than a second's mails at the network's own pace. */
const atOnce = (most: number, { mailsPerSecond }: { readonly mailsPerSecond: number | null }): number =>
  mailsPerSecond === null ? most : Math.max(1, Math.min(most, Math.floor(mailsPerSecond)))

/** A batch cannot be divided: it is the sender's turn as soon as one of its mails may leave, and the rest is owed. */
async function turnOf(
  payload: Payload,
  batch: ClaimedBatch,
  { transport, signal }: Sending,
  isProbe: boolean,
) {
  const database = databaseOf(payload)
  const mails = senderWants(await paceNow(database), batch.mails.length, { whole: true })
  // What is tried after it was away waits for nothing.
  const requests = isProbe ? [] : transportWants(transport, 1)
  return awaitTurn([...mails, ...requests], { database, signal })
}
