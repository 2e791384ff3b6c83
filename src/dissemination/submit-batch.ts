import type { Payload } from 'payload'

import { type Database, databaseOf } from '../database/database.ts'
import type { ClaimedBatch } from '../ledger/claim-batch.ts'
import {
  type BatchOutcome,
  forgetFirstAttempt,
  postponeBatch,
  recordFirstAttempt,
  releaseBatch,
  settleBatch,
} from '../ledger/email-batches.ts'
import { reportAway, reportThere, returnProbe } from '../ledger/pace/breaker.ts'
import { slowDown } from '../ledger/pace/slow-down.ts'
import { transportKey } from '../newsletter/transports/request-pace.ts'
import type { FrozenBatch, FrozenMail, Outcome } from '../newsletter/transports/transport.ts'
import { isAway, isSilent, settlementOf } from './mail-settlement.ts'
import type { Sending } from './sending.ts'

/** Kept back from the service's own word, so that a replay never comes too late. */
const SAFETY_MS = 3_600_000
const FIRST_WAIT_MS = 2_000
const LONGEST_WAIT_MS = 15 * 60_000

/**
 * A service that counts by the second refuses a request now and then that came a moment early. That batch waits as long as
 * it says and the others go on, unless it refuses again so soon: then others use the account, and letters take a part.
 */
const FORGIVEN_SECONDS = 2
const KEPT_AFTER_REFUSAL = 0.8

/** What is known of the transport when a batch is handed over. */
export interface Standing {
  /** It was away, and this is the one that is tried. */
  readonly isProbe: boolean
  /** It failed before. */
  readonly isSuspect: boolean
}

/**
 * Hands a batch over and writes down what came of it. What was certainly not taken may go another way afterwards; what may
 * have been stays with its key, and is asked for again under it for as long as the service remembers that.
 */
export async function submitBatch(
  payload: Payload,
  batch: ClaimedBatch,
  sending: Sending,
  standing: Standing,
): Promise<void> {
  const { transport } = sending
  const database = databaseOf(payload)
  // Everybody in it was erased, or left before it was handed over.
  if (batch.mails.length === 0) {
    await settleBatch(batch, [], database)
    return leaveProbe(transport.name, standing, database)
  }
  const { compiled, freeze } = await sending.mailing(batch.editionId)
  // Whatever was moved, renamed or rotated since: a replay is what was handed over first.
  const before = batch.handedOver === null ? null : (JSON.parse(batch.handedOver) as readonly FrozenMail[])
  const mails = before ?? batch.mails.map(freeze)
  const frozen: FrozenBatch = { key: `emissary/${batch.id}`, edition: compiled, mails }
  const hash = transport.payloadHash(frozen)
  const doubt = doubtAbout(batch, hash, transport.capabilities.idempotencyTtlMs)
  if (doubt !== null) {
    await settleBatch(batch, allOf(batch, { kind: 'ambiguous', reason: doubt }), database)
    return leaveProbe(transport.name, standing, database)
  }
  const handedOver = before === null ? JSON.stringify(mails) : null
  if (!(await recordFirstAttempt(batch, { payloadHash: hash, handedOver }, database))) {
    await releaseBatch(batch, null, database)
    return leaveProbe(transport.name, standing, database)
  }
  // No signal: cutting it short would leave it in doubt. Stopping waits for what is under way.
  const outcomes = await transport.send(frozen, { signal: new AbortController().signal })
  const open = outcomes.find(({ kind }) => kind === 'not-now' || kind === 'ambiguous')
  if (open?.kind === 'not-now') return keepForLater(payload, batch, open, sending, standing)
  if (open?.kind === 'ambiguous') return keepInDoubt(payload, batch, open, sending, standing)
  if (standing.isProbe || standing.isSuspect) await reportThere(transport.name, database)
  await settleBatch(
    batch,
    mails.flatMap(({ head }, index) => {
      const outcome = outcomes[index]
      return outcome === undefined ? [] : batchOutcome(head.deliveryId, outcome)
    }),
    database,
  )
  await sending.watch(outcomes.map((outcome) => ({ outcome, group: null })))
}

/** Nothing was handed over, so another one is tried. */
async function leaveProbe(transport: string, { isProbe }: Standing, database: Database): Promise<void> {
  if (isProbe) await returnProbe(transport, database)
}

/** It was certainly not taken this time. Unless it may have been before, the key's life has not begun. */
async function keepForLater(
  payload: Payload,
  batch: ClaimedBatch,
  outcome: Extract<Outcome, { kind: 'not-now' }>,
  { transport }: Sending,
  { isProbe }: Standing,
): Promise<void> {
  const database = databaseOf(payload)
  const { reason, retryAt } = outcome
  if (batch.keyAgeMs === null) await forgetFirstAttempt(batch, database)
  if (!isAway(outcome)) {
    const { requestsPerSecond } = transport.capabilities
    await slowDown(
      {
        key: transportKey(transport.name),
        reason,
        until: retryAt,
        observed: requestsPerSecond ?? 1,
        atMost: null,
        keeps: KEPT_AFTER_REFUSAL,
        forgivenSeconds: retryAt.getTime() - Date.now() <= FORGIVEN_SECONDS * 1000 ? FORGIVEN_SECONDS : null,
      },
      database,
    )
    return releaseBatch(batch, retryAt, database)
  }
  const isLasting = reason === 'unauthorised' || reason === 'quota'
  await reportAway(
    { transport: transport.name, reason, until: isLasting ? retryAt : null, isProbe },
    database,
  )
  // Due at once, whenever the transport is back.
  await releaseBatch(batch, null, database)
}

async function keepInDoubt(
  payload: Payload,
  batch: ClaimedBatch,
  outcome: Extract<Outcome, { kind: 'ambiguous' }>,
  { transport }: Sending,
  { isProbe, isSuspect }: Standing,
): Promise<void> {
  const database = databaseOf(payload)
  const { reason } = outcome
  if (reason === 'payload-changed') {
    await settleBatch(batch, allOf(batch, outcome), database)
    return
  }
  await postponeBatch(batch, waitMs(batch.attempts), database)
  if (isSilent(outcome))
    await reportAway({ transport: transport.name, reason, until: null, isProbe }, database)
  else if (isProbe || isSuspect) await reportThere(transport.name, database)
}

/** Why the batch must not be replayed: nobody could tell any more whether it doubles. Null when it may. */
function doubtAbout(
  { payloadHash, keyAgeMs }: ClaimedBatch,
  hash: string,
  ttlMs: number,
): 'payload-changed' | 'no-answer' | null {
  if (payloadHash !== null && payloadHash !== hash) return 'payload-changed'
  if (keyAgeMs !== null && keyAgeMs > ttlMs - SAFETY_MS) return 'no-answer'
  return null
}

/** From half of a wait that doubles to all of it. */
const waitMs = (attempts: number): number =>
  (0.5 + Math.random() / 2) * Math.min(FIRST_WAIT_MS * 2 ** (attempts - 1), LONGEST_WAIT_MS)

const allOf = ({ mails }: ClaimedBatch, outcome: Outcome): BatchOutcome[] =>
  mails.map(({ id }) => batchOutcome(id, outcome))

function batchOutcome(id: string, outcome: Outcome): BatchOutcome {
  const { state, reason, providerId } = settlementOf({ id, attempts: 1 }, outcome)
  // The batch itself is postponed for what comes later; within a settled one nothing stays planned.
  const final = state === 'submitted' || state === 'unconfirmed' ? state : 'failed'
  return { id, state: final, reason, providerId }
}
