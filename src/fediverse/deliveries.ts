import { randomUUID } from 'node:crypto'

import { type Database, sql } from '../database/database.ts'
import type { Follow } from './documents.ts'

export interface DueDelivery {
  readonly id: number
  readonly lease: string
  readonly activity: string
  readonly inbox: string
  readonly actorId: string
  readonly username: string
  /** Null for `accept`. */
  readonly objectId: string | null
  readonly kind: 'create' | 'update' | 'delete' | 'accept'
  /** Null for posts. */
  readonly follow: Follow | null
  /** This one included. */
  readonly attempts: number
  readonly createdAt: Date
}

export type DeliveryReason =
  | 'gone' // nothing is there any more, it says
  | 'unauthorised' // it does not accept our signature
  | 'unavailable'
  | 'rate-limited'
  | 'refused' // an address that we refuse
  | 'rejected' // it does not want this one
  | 'unsigned' // we cannot open our own key

export type DeliverySettlement =
  | { readonly state: 'delivered' }
  | { readonly state: 'due'; readonly reason: DeliveryReason; readonly dueAt: Date }
  | { readonly state: 'failed'; readonly reason: DeliveryReason }

/** Longer than two signed requests may take. Who vanishes meanwhile leaves what may be sent again. */
const LEASE_SECONDS = 120

/** An inbox that says that it is gone is believed after a week: servers say so, too, while they are being mended. */
const GONE_DAYS = 7
/** One that says nothing at all, or refuses everything, after a month. */
const FAILING_DAYS = 30

/** Of an address, as Postgres reads it. */
const ORIGIN = '^https?://[^/]+'

/**
 * Takes what is due: of one post only the oldest at each inbox, so that no change overtakes what it changes. A server drops
 * posts of an account that nobody there follows, so the word that a follow is accepted goes first. It goes to the follower's
 * own inbox, which may fail where the shared one works: it has one try before the others.
 */
export async function claimDue(most: number, database: Database): Promise<DueDelivery[]> {
  const lease = randomUUID()
  const { rows } = await database.execute<{
    id: string | number
    activity: string
    inbox: string
    actor_id: string
    username: string
    object_id: string | null
    kind: DueDelivery['kind']
    follow: Follow | null
    attempts: number
    created_at: string | Date
  }>(sql`
    with chosen as (
      select d.id from fediverse_deliveries d
      where d.state = 'due' and d.due_at <= now() and (d.lease_until is null or d.lease_until < now())
        and not exists (
          select from fediverse_deliveries e
          where e.inbox = d.inbox and e.state = 'due' and e.id < d.id and e.object_id = d.object_id
        )
        and not exists (
          select from fediverse_deliveries e
          where e.actor_id = d.actor_id and e.state = 'due' and e.kind = 'accept' and e.id < d.id
            and d.kind <> 'accept' and (e.attempts = 0 or e.lease_until > now())
            and substring(e.inbox from ${ORIGIN}) = substring(d.inbox from ${ORIGIN})
        )
      order by d.due_at, d.id limit ${most}
      for update of d skip locked
    )
    update fediverse_deliveries d
    set lease_until = now() + make_interval(secs => ${LEASE_SECONDS}), lease_token = ${lease}, attempts = d.attempts + 1
    from chosen c, fediverse_actors a
    where d.id = c.id and a.id = d.actor_id
    returning d.id, d.activity, d.inbox, d.actor_id, a.username, d.object_id, d.kind, d.follow, d.attempts, d.created_at
  `)
  return rows.map((row) => ({
    id: Number(row.id),
    lease,
    activity: row.activity,
    inbox: row.inbox,
    actorId: row.actor_id,
    username: row.username,
    objectId: row.object_id,
    kind: row.kind,
    follow: row.follow,
    attempts: row.attempts,
    createdAt: new Date(row.created_at),
  }))
}

/** Writes down how it ended, unless another took it over meanwhile. */
export async function settleDelivery(
  { id, lease, inbox }: Pick<DueDelivery, 'id' | 'lease' | 'inbox'>,
  settlement: DeliverySettlement,
  database: Database,
): Promise<void> {
  const { state } = settlement
  const reason = state === 'delivered' ? null : settlement.reason
  const dueAt = state === 'due' ? settlement.dueAt.toISOString() : null
  await database.execute(sql`
    update fediverse_deliveries set state = ${state}, reason = ${reason}, lease_until = null, lease_token = null,
      due_at = coalesce(${dueAt}::timestamptz, due_at),
      settled_at = case when ${state} = 'due' then null else now() end
    where id = ${id} and lease_token = ${lease}
  `)
  if (reason === null) return noteArrival(inbox, database)
  if (reason === 'rejected' || reason === 'rate-limited' || reason === 'unsigned') return
  await noteFailure(inbox, reason, database)
  if (dueAt !== null) await restInbox(inbox, dueAt, database)
}

/** What else waits for an inbox that is away need not knock before this does. */
async function restInbox(inbox: string, until: string, database: Database): Promise<void> {
  await database.execute(sql`
    update fediverse_deliveries set due_at = ${until}::timestamptz
    where inbox = ${inbox} and state = 'due' and lease_until is null and due_at < ${until}::timestamptz
  `)
}

async function noteArrival(inbox: string, database: Database): Promise<void> {
  await database.execute(sql`
    update fediverse_followers set failing_since = null, failure = null
    where deliver_to = ${inbox} and failing_since is not null
  `)
}

/** Followers whose inbox has been dead for long enough are forgotten, with what waits for them. */
async function noteFailure(inbox: string, reason: DeliveryReason, database: Database): Promise<void> {
  await database.execute(sql`
    update fediverse_followers set failing_since = coalesce(failing_since, now()), failure = ${reason}
    where deliver_to = ${inbox}
  `)
  const { rows } = await database.execute(sql`
    delete from fediverse_followers where deliver_to = ${inbox} and failing_since < now() - make_interval(
      days => case when failure = 'gone' then ${GONE_DAYS}::int else ${FAILING_DAYS}::int end
    ) returning follower
  `)
  if (rows.length === 0) return
  await database.execute(sql`
    update fediverse_deliveries set state = 'failed', reason = ${reason}, settled_at = now()
    where inbox = ${inbox} and state = 'due' and lease_until is null
  `)
}

export async function hasDueDeliveries(database: Database): Promise<boolean> {
  const { rows } = await database.execute(sql`
    select from fediverse_deliveries
    where state = 'due' and due_at <= now() and (lease_until is null or lease_until < now()) limit 1
  `)
  return rows.length > 0
}

/** Enters the word that a follow was accepted. */
export async function enterAccept(
  {
    activity,
    inbox,
    actorId,
    follow,
  }: Pick<DueDelivery, 'activity' | 'inbox' | 'actorId'> & { readonly follow: Follow },
  transaction: Database,
): Promise<void> {
  await transaction.execute(sql`
    insert into fediverse_deliveries (activity, inbox, actor_id, kind, follow)
    values (${activity}, ${inbox}, ${actorId}, 'accept', ${JSON.stringify(follow)}::jsonb)
    on conflict (activity, inbox) do nothing
  `)
}

/** What nobody needs any more: words of acceptance that arrived or never will, and what was received before yesterday. */
export async function forgetSettled(database: Database): Promise<void> {
  await database.execute(sql`
    delete from fediverse_deliveries
    where kind = 'accept' and state <> 'due' and settled_at < now() - interval '7 days'
  `)
  await database.execute(sql`delete from fediverse_received where at < now() - interval '1 day'`)
}
