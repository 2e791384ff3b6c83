import type { Payload } from 'payload'

import { databaseOf } from '../database/database.ts'
import {
  beginSubmitting,
  type ClaimedMail,
  type ClaimedMails,
  holdMails,
  releaseHeld,
  settleMails,
} from '../ledger/email-deliveries.ts'
import { isAway, settlementOf } from './mail-settlement.ts'
import { sendableMails } from './sendable-mails.ts'
import type { Sending, SendingEnd } from './sending.ts'

/** Held at a time by one worker: few enough for others to have their share. */
const HELD = 50
/** Under way at a time: as many as a vanished worker can leave unconfirmed. */
const UNDER_WAY = 5

/** For transports that drop no repeated mail: intent is committed for a few mails at a time, just before they leave. */
export async function sendOneByOne(payload: Payload, sending: Sending): Promise<SendingEnd> {
  const database = databaseOf(payload)
  for (;;) {
    if (sending.signal.aborted) return 'stopped'
    const held = await holdMails(sending.issueId, HELD, database)
    if (held.examined === 0) return 'nothing-due'
    const end = await sendHeld(payload, { ...held, mails: await sendableMails(payload, held) }, sending)
    if (end !== null) {
      await releaseHeld(held.leaseToken, database)
      return end
    }
  }
}

async function sendHeld(
  payload: Payload,
  { mails, leaseToken }: ClaimedMails,
  sending: Sending,
): Promise<SendingEnd | null> {
  for (let from = 0; from < mails.length; from += UNDER_WAY) {
    if (sending.signal.aborted) return 'stopped'
    const isUp = await sendGroup(payload, mails.slice(from, from + UNDER_WAY), leaseToken, sending)
    if (!isUp) return 'transport-away'
  }
  return null
}

/** Answers whether the transport took notice of any of them. */
async function sendGroup(
  payload: Payload,
  mails: readonly ClaimedMail[],
  leaseToken: string,
  { mailing, transport }: Sending,
): Promise<boolean> {
  const [first] = mails
  if (first === undefined) return true
  const database = databaseOf(payload)
  const { compiled, freeze } = await mailing(first.editionId)
  const ours = await beginSubmitting(
    mails.map(({ id }) => id),
    leaseToken,
    database,
  )
  const submitted = mails.filter(({ id }) => ours.has(id))
  if (submitted.length === 0) return true
  // No signal: cutting a mail short would leave it in doubt. Stopping waits for the few that are under way.
  const outcomes = await transport.send(
    { key: leaseToken, edition: compiled, mails: submitted.map(freeze) },
    { signal: new AbortController().signal },
  )
  const settlements = submitted.flatMap(({ id, attempts }, index) => {
    const outcome = outcomes[index]
    return outcome === undefined ? [] : settlementOf({ id, attempts: attempts + 1 }, outcome)
  })
  await settleMails(settlements, leaseToken, database)
  return !outcomes.every(isAway)
}
