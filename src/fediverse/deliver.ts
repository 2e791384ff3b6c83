import { databaseOf } from '../database/database.ts'
import { NetworkError } from '../network/network-error.ts'
import { SecretError } from '../secrets/secret.ts'
import { signingKeyOf } from './actors.ts'
import { claimDue, type DeliverySettlement, type DueDelivery, settleDelivery } from './deliveries.ts'
import { outcomeOf, outcomeUnsigned, outcomeWithout } from './delivery-outcome.ts'
import { acceptActivity, postActivity } from './documents.ts'
import { objectById } from './objects.ts'
import type { Place } from './place.ts'
import { type Signer, sendSigned, signerOf } from './sign.ts'

/** Inboxes that are spoken to at the same time. */
const LANES = 8

/**
 * Delivers all that is due. Any number of processes may do so side by side. Each lane takes one after the other, so that a
 * server that lets us wait holds up one lane.
 */
export async function deliverDue(place: Place, { signal }: { readonly signal: AbortSignal }): Promise<void> {
  const signers = new Map<string, Promise<Signer>>()
  const signerFor = (delivery: DueDelivery): Promise<Signer> => {
    const signer = signers.get(delivery.actorId) ?? openSigner(place, delivery)
    signers.set(delivery.actorId, signer)
    return signer
  }
  const database = databaseOf(place.payload)
  const work = async (): Promise<void> => {
    while (!signal.aborted) {
      const [delivery] = await claimDue(1, database)
      if (delivery === undefined) return
      await settleDelivery(delivery, await attempt(place, delivery, signerFor, signal), database)
    }
  }
  const ended = await Promise.allSettled(Array.from({ length: LANES }, work))
  for (const lane of ended) if (lane.status === 'rejected') throw lane.reason
}

async function attempt(
  place: Place,
  delivery: DueDelivery,
  signerFor: (delivery: DueDelivery) => Promise<Signer>,
  signal: AbortSignal,
): Promise<DeliverySettlement> {
  const circumstances = { ...delivery, now: new Date(), random: Math.random() }
  try {
    const outgoing = {
      url: new URL(delivery.inbox),
      method: 'POST',
      headers: { 'content-type': 'application/activity+json', accept: 'application/activity+json' },
      body: await bodyOf(place, delivery),
      signal,
    } as const
    const answer = await sendSigned(outgoing, await signerFor(delivery), place.request)
    const outcome = outcomeOf(answer, circumstances)
    if (outcome.state !== 'delivered')
      place.payload.logger.info({
        msg: 'a server did not take an activity',
        delivery: delivery.id,
        status: answer.status,
        reason: outcome.reason,
      })
    return outcome
  } catch (error) {
    if (error instanceof NetworkError) return outcomeWithout(error, circumstances)
    if (error instanceof SecretError) return outcomeUnsigned(circumstances)
    throw error
  }
}

const openSigner = async (
  { payload, addresses }: Place,
  { actorId, username }: DueDelivery,
): Promise<Signer> => signerOf(addresses.key(username), await signingKeyOf(actorId, databaseOf(payload)))

async function bodyOf({ payload, addresses }: Place, delivery: DueDelivery): Promise<string> {
  const { activity: id, kind, objectId, follow, username } = delivery
  if (kind === 'accept') {
    if (follow === null) throw new Error(`the acceptance ${id} names no follow`)
    return JSON.stringify(acceptActivity(id, follow, username, addresses))
  }
  const object = objectId === null ? null : await objectById(objectId, databaseOf(payload))
  if (object === null) throw new Error(`the activity ${id} is about nothing`)
  return JSON.stringify(postActivity({ id, kind, object, username }, addresses))
}
