import { createHash } from 'node:crypto'

import { type Database, sql } from '../database/database.ts'

export interface Follower {
  readonly actorId: string
  /** Address of the account. */
  readonly follower: string
  /** Address of its follow. */
  readonly follow: string
  readonly inbox: string
  readonly deliverTo: string
}

/** Following again changes the inboxes to what they are now. */
export async function addFollower(
  { actorId, follower, follow, inbox, deliverTo }: Follower,
  transaction: Database,
): Promise<void> {
  await transaction.execute(sql`
    insert into fediverse_followers (actor_id, follower, follow, inbox, deliver_to)
    values (${actorId}, ${follower}, ${follow}, ${inbox}, ${deliverTo})
    on conflict (actor_id, follower) do update
    set follow = excluded.follow, inbox = excluded.inbox, deliver_to = excluded.deliver_to, failing_since = null, failure = null
  `)
}

/** @param actorId whom it follows no more. Null: nobody. */
export async function removeFollower(
  follower: string,
  actorId: string | null,
  transaction: Database,
): Promise<void> {
  await transaction.execute(sql`
    delete from fediverse_followers
    where follower = ${follower} and (${actorId}::uuid is null or actor_id = ${actorId}::uuid)
  `)
}

export async function isFollower(follower: string, database: Database): Promise<boolean> {
  const { rows } = await database.execute(
    sql`select from fediverse_followers where follower = ${follower} limit 1`,
  )
  return rows.length > 0
}

/** Whom it follows by a follow of that name. Null: nobody. */
export async function followedBy(
  follower: string,
  follow: string,
  database: Database,
): Promise<string | null> {
  const { rows } = await database.execute<{ actor_id: string }>(
    sql`select actor_id from fediverse_followers where follower = ${follower} and follow = ${follow}`,
  )
  return rows[0]?.actor_id ?? null
}

export async function countFollowers(actorId: string, database: Database): Promise<number> {
  const { rows } = await database.execute<{ count: number }>(
    sql`select count(*)::int as count from fediverse_followers where actor_id = ${actorId}`,
  )
  return rows[0]?.count ?? 0
}

/** Whether an activity is received for the first time. Of several that ask at once, one is told that it is. */
export async function isFirstReceived(activity: string, transaction: Database): Promise<boolean> {
  const hash = createHash('sha256').update(activity).digest('base64url')
  const { rows } = await transaction.execute(sql`
    insert into fediverse_received (hash) values (${hash}) on conflict (hash) do nothing returning hash
  `)
  return rows.length > 0
}
