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
const AT_ONCE = 16

/** Delivers all that is due. Any number of processes may do so side by side. */
export async function deliverDue(place: Place, { signal }: { readonly signal: AbortSignal }): Promise<void> {
  const signers = new Map<string, Promise<Signer>>()
  const bodies = new Map<string, Promise<string>>()
  const once = <Value>(kept: Map<string, Promise<Value>>, key: string, make: () => Promise<Value>) => {
    const known = kept.get(key) ?? make()
    kept.set(key, known)
    return known
  }
  while (!signal.aborted) {
    // Kept for one round only: a post that is changed meanwhile goes out as it then is.
    bodies.clear()
    const due = await claimDue(AT_ONCE, databaseOf(place.payload))
    if (due.length === 0) return
    await Promise.all(
      due.map(async (delivery) => {
        const signer = once(signers, delivery.actorId, () => openSigner(place, delivery))
        const body = once(bodies, delivery.activity, () => bodyOf(place, delivery))
        const settlement = await attempt(place, delivery, signer, body, signal)
        await settleDelivery(delivery, settlement, databaseOf(place.payload))
      }),
    )
  }
}

async function attempt(
  { payload, request }: Place,
  delivery: DueDelivery,
  signer: Promise<Signer>,
  body: Promise<string>,
  signal: AbortSignal,
): Promise<DeliverySettlement> {
  const circumstances = { ...delivery, now: new Date(), random: Math.random() }
  try {
    const outgoing = {
      url: new URL(delivery.inbox),
      method: 'POST',
      headers: { 'content-type': 'application/activity+json', accept: 'application/activity+json' },
      body: await body,
      signal,
    } as const
    const answer = await sendSigned(outgoing, await signer, request)
    const outcome = outcomeOf(answer, circumstances)
    if (outcome.state !== 'delivered')
      payload.logger.info({
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
