import { createHash } from 'node:crypto'

import { type Database, sql } from '../database/database.ts'
import type { Addresses } from './addresses.ts'
import { activityAddress, type FederatedNote, type FederatedObject } from './documents.ts'

interface ObjectRow extends Record<string, unknown> {
  id: string
  actor_id: string
  url: string
  note: FederatedNote | null
  revision: number
  created_at: string | Date
  updated_at: string | Date
  removed_at: string | Date | null
}

/** A post with whose account it is. */
export interface StoredObject extends FederatedObject {
  readonly actorId: string
  /** The item's page. */
  readonly url: string
}

/** The same for a post however often it is entered, and not to be guessed from another. */
export const objectIdOf = (identity: string): string =>
  createHash('sha256').update(`fediverse ${identity}`).digest('base64url').slice(0, 27)

/** Enters a post and its way to every follower. Run it in a transaction. The same identity again enters nothing. */
export async function enterNote(
  {
    identity,
    actorId,
    note,
  }: { readonly identity: string; readonly actorId: string; readonly note: FederatedNote },
  addresses: Addresses,
  transaction: Database,
): Promise<string> {
  const id = objectIdOf(identity)
  const { rows } = await transaction.execute(sql`
    insert into fediverse_objects (id, identity, actor_id, locale, url, note)
    values (${id}, ${identity}, ${actorId}, ${note.locale}, ${note.url}, ${JSON.stringify(note)}::jsonb)
    on conflict (identity) do nothing returning id
  `)
  if (rows.length > 0)
    await deliverToFollowers(id, 'create', activityAddress.create(id, addresses), transaction)
  return id
}

/**
 * Changes what a post says, there and at every follower. Run it in a transaction. The same words again change nothing.
 * @returns whether it stands.
 */
export async function changeNote(
  id: string,
  note: FederatedNote,
  addresses: Addresses,
  transaction: Database,
): Promise<boolean> {
  const { rows } = await transaction.execute<{ revision: number }>(sql`
    update fediverse_objects
    set note = ${JSON.stringify(note)}::jsonb, url = ${note.url}, revision = revision + 1, updated_at = now()
    where id = ${id} and removed_at is null and note is distinct from ${JSON.stringify(note)}::jsonb
    returning revision
  `)
  const [changed] = rows
  if (changed === undefined) return (await objectById(id, transaction))?.removedAt === null
  await supersede(id, ['update'], transaction)
  await deliverToFollowers(id, 'update', activityAddress.update(id, changed.revision, addresses), transaction)
  return true
}

/** Takes a post away, there and wherever it went. Run it in a transaction. What is gone stays gone. */
export async function removeNote(id: string, addresses: Addresses, transaction: Database): Promise<void> {
  const { rows } = await transaction.execute(sql`
    update fediverse_objects set note = null, removed_at = now(), updated_at = now()
    where id = ${id} and removed_at is null returning id
  `)
  if (rows.length === 0) return
  await supersede(id, ['create', 'update'], transaction)
  await deliverToFollowers(id, 'delete', activityAddress.delete(id, addresses), transaction)
}

/** What waits and is overtaken need not be sent. What is under way is left alone: the later activity waits for it. */
async function supersede(id: string, kinds: readonly string[], transaction: Database): Promise<void> {
  await transaction.execute(sql`
    update fediverse_deliveries set state = 'superseded', settled_at = now()
    where object_id = ${id} and state = 'due' and lease_until is null
      and kind in (select jsonb_array_elements_text(${JSON.stringify(kinds)}::jsonb))
  `)
}

/** One delivery for each inbox: of those who follow, and of servers that have the post from before. */
async function deliverToFollowers(
  id: string,
  kind: 'create' | 'update' | 'delete',
  activity: string,
  transaction: Database,
): Promise<void> {
  await transaction.execute(sql`
    insert into fediverse_deliveries (activity, inbox, actor_id, object_id, kind)
    select ${activity}, target.inbox, o.actor_id, o.id, ${kind}
    from fediverse_objects o cross join lateral (
      select f.deliver_to as inbox from fediverse_followers f where f.actor_id = o.actor_id
      union
      select d.inbox from fediverse_deliveries d where d.object_id = o.id and (d.state = 'delivered' or d.attempts > 0)
    ) target
    where o.id = ${id}
    order by target.inbox
    on conflict (activity, inbox) do nothing
  `)
}

export async function objectById(id: string, database: Database): Promise<StoredObject | null> {
  const { rows } = await database.execute<ObjectRow>(sql`
    select id, actor_id, url, note, revision, created_at, updated_at, removed_at from fediverse_objects where id = ${id}
  `)
  return rows[0] === undefined ? null : read(rows[0])
}

/** Newest first. */
export async function newestObjects(
  actorId: string,
  most: number,
  database: Database,
): Promise<StoredObject[]> {
  const { rows } = await database.execute<ObjectRow>(sql`
    select id, actor_id, url, note, revision, created_at, updated_at, removed_at from fediverse_objects
    where actor_id = ${actorId} and removed_at is null order by created_at desc, id limit ${most}
  `)
  return rows.map(read)
}

/** Of one account, or of all. */
export async function countObjects(actorId: string | null, database: Database): Promise<number> {
  const { rows } = await database.execute<{ count: number }>(sql`
    select count(*)::int as count from fediverse_objects
    where removed_at is null and (${actorId}::uuid is null or actor_id = ${actorId}::uuid)
  `)
  return rows[0]?.count ?? 0
}

const read = (row: ObjectRow): StoredObject => ({
  id: row.id,
  actorId: row.actor_id,
  url: row.url,
  note: row.note,
  revision: row.revision,
  createdAt: new Date(row.created_at),
  updatedAt: new Date(row.updated_at),
  removedAt: row.removed_at === null ? null : new Date(row.removed_at),
})
