import { randomUUID } from 'node:crypto'

import { databaseOf, inTransaction } from '../database/database.ts'
import { enqueue } from '../queue/queue.ts'
import { type Actor, actorById, actorNamed, signingKeyOf } from './actors.ts'
import { enterAccept } from './deliveries.ts'
import { addFollower, followedBy, isFirstReceived, isFollower, removeFollower } from './followers.ts'
import { type Incoming, readIncoming } from './incoming.ts'
import type { Place } from './place.ts'
import type { RemoteAccount, Verdict } from './verify.ts'

/** `accepted`: done, or nothing to do. Others say no more than what a sender may know. */
export type Reception = 'accepted' | 'malformed' | 'unauthorised' | 'too-many'

/**
 * Takes what another server sends. Only who follows, follows no more, or is gone changes anything, after it was proved who
 * says so; all else is answered as if it had been read, since senders would try again otherwise. Nothing is fetched for what
 * changes nothing.
 * @param request as its sender signed it: our public address, its own headers.
 * @param mayAsk whether one more stranger's server may be asked now.
 */
export async function receive(
  place: Place,
  request: Request,
  body: string,
  mayAsk: () => Promise<boolean>,
): Promise<Reception> {
  const incoming = readIncoming(body)
  if (incoming === 'malformed') return 'malformed'
  if (incoming === 'ignored') return 'accepted'
  const database = databaseOf(place.payload)
  // Servers tell everybody of every account that is removed: most of them never followed us.
  if (incoming.type !== 'Follow' && !(await isFollower(incoming.actor, database))) return 'accepted'
  const followed = incoming.type === 'Delete' ? null : await accountIn(incoming, place)
  if (incoming.type !== 'Delete' && followed === null) return 'accepted'

  if (!(await mayAsk())) return 'too-many'
  const verdict = await verdictOn(place, request, incoming, followed)
  if (incoming.type === 'Delete' && verdict === 'gone') {
    await removeFollower(incoming.actor, null, database)
    return 'accepted'
  }
  if (verdict === 'refused' || verdict === 'gone') return 'unauthorised'
  await carryOut(place, incoming, verdict, followed)
  return 'accepted'
}

/** Which of our accounts it is about. Null: none. */
async function accountIn(
  { type, actor, object }: Incoming,
  { payload, addresses }: Place,
): Promise<Actor | null> {
  const database = databaseOf(payload)
  const username = addresses.usernameIn(object)
  if (username !== null) return actorNamed(username, database)
  const followed = type === 'Undo' ? await followedBy(actor, object, database) : null
  return followed === null ? null : actorById(followed, database)
}

/** The library is large: it is loaded when the first stranger has something to prove. */
async function verdictOn(
  { payload, addresses, request: ask }: Place,
  request: Request,
  { actor }: Incoming,
  followed: Actor | null,
): Promise<Verdict> {
  const [{ verifySender }, { signerOf }] = await Promise.all([import('./verify.ts'), import('./sign.ts')])
  const signer =
    followed === null
      ? null
      : await signerOf(addresses.key(followed.username), await signingKeyOf(followed.id, databaseOf(payload)))
  return verifySender(request, actor, { request: ask, signer })
}

/** In one transaction, and once: who records a request and sends it again changes nothing. */
const carryOut = (
  { payload, addresses }: Place,
  { id, type, actor }: Incoming,
  { inbox, sharedInbox }: RemoteAccount,
  followed: Actor | null,
): Promise<void> =>
  inTransaction(payload, async (transaction) => {
    if (!(await isFirstReceived(id, transaction))) return
    if (type !== 'Follow' || followed === null)
      return removeFollower(actor, followed?.id ?? null, transaction)
    const follower = {
      actorId: followed.id,
      follower: actor,
      follow: id,
      inbox,
      deliverTo: sharedInbox ?? inbox,
    }
    await addFollower(follower, transaction)
    const activity = `${addresses.actor(followed.username)}#accept-${randomUUID()}`
    await enterAccept({ activity, inbox, actorId: followed.id, follow: { id, actor } }, transaction)
    await enqueue(payload, 'deliver-to-followers', [{}], transaction)
  })
