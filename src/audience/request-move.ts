import { type Database, sql } from '../database/database.ts'
import { addressKey } from '../secrets/address-key.ts'
import { type AddressMove, moveUrl, newMove } from './address-move.ts'
import type { CanonicalAddress } from './canonical-address.ts'
import { isWithinLimit, perAddress, perPerson } from './rate-limit.ts'
import { findSubscriber, type Subscriber } from './subscriber.ts'
import { isBarred } from './suppression.ts'

/** The one mail that a step of changing an address sends. `known`: the new address has settings of its own already. */
export type MoveMail =
  | { readonly kind: 'confirm-old'; readonly to: Subscriber; readonly address: string; readonly link: string }
  | { readonly kind: 'confirm-new'; readonly of: Subscriber; readonly address: string; readonly link: string }
  | { readonly kind: 'known'; readonly to: Subscriber }

interface Asked {
  readonly database: Database
  readonly now: Date
}

/**
 * Somebody who holds a link to a person's settings typed another address. Null: nothing is sent, and the page looks as
 * if it were. Nothing is stored.
 */
export async function requestMove(
  subscriber: Subscriber,
  to: CanonicalAddress,
  { database, now }: Asked,
): Promise<MoveMail | null> {
  if (!(await isWithinLimit(perPerson('move', subscriber.id), now, database))) return null
  if (addressKey(to.canonical) === subscriber.addressKey) return null
  if (await isBarred(subscriber.addressKey, now, database)) return null
  const link = moveUrl(newMove(subscriber, to), 'old-address', now)
  return { kind: 'confirm-old', to: subscriber, address: to.address, link }
}

/** The old mailbox has said yes: now the new one is asked. Null and nothing stored, as above. */
export async function offerMove(
  move: AddressMove,
  of: Subscriber,
  { database, now }: Asked,
): Promise<MoveMail | null> {
  const { to } = move
  const key = addressKey(to.canonical)
  if (!(await isWithinLimit(perAddress(to.canonical), now, database))) return null
  if (await isBarred(key, now, database)) return null
  const known = await subscriberAt(key, database)
  if (known !== null) return { kind: 'known', to: known }
  return { kind: 'confirm-new', of, address: to.address, link: moveUrl(move, 'new-address', now) }
}

async function subscriberAt(key: string, database: Database): Promise<Subscriber | null> {
  const { rows } = await database.execute<{ id: string }>(
    sql`select id from subscribers where address_key = ${key}`,
  )
  const [row] = rows
  return row === undefined ? null : findSubscriber(row.id, database)
}
