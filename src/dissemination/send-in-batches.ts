import type { Payload } from 'payload'

import { databaseOf, inTransaction } from '../database/database.ts'
import {
  type BatchOutcome,
  type ClaimedBatch,
  claimBatch,
  forgetFirstAttempt,
  freezeBatch,
  postponeBatch,
  recordFirstAttempt,
  settleBatch,
} from '../ledger/email-batches.ts'
import { holdMails, releaseHeld } from '../ledger/email-deliveries.ts'
import { type FrozenBatch, mailsPerBatch, type Outcome } from '../newsletter/transports/transport.ts'
import { settlementOf } from './mail-settlement.ts'
import { sendableMails } from './sendable-mails.ts'
import type { Sending, SendingEnd } from './sending.ts'

/** Kept back from the service's own word, so that a replay never comes too late. */
const SAFETY_MS = 3_600_000
const FIRST_WAIT_MS = 2_000
const LONGEST_WAIT_MS = 15 * 60_000

/** For transports that drop a repeated key: frozen batches, replayed with the same bytes until the answer is known. */
export async function sendInBatches(payload: Payload, sending: Sending): Promise<SendingEnd> {
  const database = databaseOf(payload)
  for (;;) {
    if (sending.signal.aborted) return 'stopped'
    const batch = await claimBatch(sending.issueId, database)
    if (batch !== null) {
      const isUp = await submitBatch(payload, batch, sending)
      if (!isUp) return 'transport-away'
      continue
    }
    const frozen = await freezeNext(payload, sending)
    if (frozen === 0) return 'nothing-due'
  }
}

/** Answers how many mails were looked at: 0 when nothing is due. */
async function freezeNext(payload: Payload, { issueId, transport, mailing }: Sending): Promise<number> {
  const { capabilities } = transport
  const held = await holdMails(issueId, capabilities.batchMax, databaseOf(payload))
  const { leaseToken, examined } = held
  const mails = await sendableMails(payload, held)
  const [first] = mails
  if (first === undefined) return examined
  const { compiled } = await mailing(first.editionId)
  const fitting = mails.slice(0, mailsPerBatch(capabilities, compiled))
  await inTransaction(payload, (transaction) =>
    freezeBatch(
      { issueId, editionId: first.editionId, transport: transport.name },
      fitting.map(({ id }) => id),
      leaseToken,
      transaction,
    ),
  )
  await releaseHeld(leaseToken, databaseOf(payload))
  return examined
}

/** Answers whether the service could be reached. */
async function submitBatch(payload: Payload, batch: ClaimedBatch, sending: Sending): Promise<boolean> {
  const { transport } = sending
  const database = databaseOf(payload)
  // Everybody in it was erased, or left before it was handed over.
  if (batch.mails.length === 0) {
    await settleBatch(batch, [], database)
    return true
  }
  const { compiled, freeze } = await sending.mailing(batch.editionId)
  const frozen: FrozenBatch = {
    key: `emissary/${batch.id}`,
    edition: compiled,
    mails: batch.mails.map(freeze),
  }
  const hash = transport.payloadHash(frozen)
  const doubt = doubtAbout(batch, hash, transport.capabilities.idempotencyTtlMs)
  if (doubt !== null) {
    await settleBatch(batch, allOf(batch, { kind: 'ambiguous', reason: doubt }), database)
    return true
  }
  if (!(await recordFirstAttempt(batch, hash, database))) return true
  const outcomes = await transport.send(frozen, { signal: new AbortController().signal })
  const open = outcomes.find(({ kind }) => kind === 'not-now' || kind === 'ambiguous')
  if (open?.kind === 'ambiguous' && open.reason === 'payload-changed') {
    await settleBatch(batch, allOf(batch, open), database)
    return true
  }
  if (open !== undefined) {
    // Nothing was taken at the first attempt, so the key's life has not begun.
    if (open.kind === 'not-now' && batch.keyAgeMs === null) await forgetFirstAttempt(batch, database)
    const wait = open.kind === 'not-now' ? open.retryAt.getTime() - Date.now() : waitMs(batch.attempts)
    await postponeBatch(batch, wait, database)
    return false
  }
  await settleBatch(
    batch,
    batch.mails.flatMap(({ id }, index) => {
      const outcome = outcomes[index]
      return outcome === undefined ? [] : batchOutcome(id, outcome)
    }),
    database,
  )
  return true
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

const waitMs = (attempts: number): number => Math.min(FIRST_WAIT_MS * 2 ** (attempts - 1), LONGEST_WAIT_MS)

const allOf = ({ mails }: ClaimedBatch, outcome: Outcome): BatchOutcome[] =>
  mails.map(({ id }) => batchOutcome(id, outcome))

function batchOutcome(id: string, outcome: Outcome): BatchOutcome {
  const { state, reason, providerId } = settlementOf({ id, attempts: 1 }, outcome)
  // The batch itself is postponed for what comes later; within a settled one nothing stays planned.
  const final = state === 'submitted' || state === 'unconfirmed' ? state : 'failed'
  return { id, state: final, reason, providerId }
}
