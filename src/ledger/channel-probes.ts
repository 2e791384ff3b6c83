import { type Database, sql } from '../database/database.ts'

/** How often a post is looked at. */
const EVERY = '7 days'
/** Longer than looking at a handful takes: a worker that dies keeps them from nobody for long. */
const LEASE = '10 minutes'

/** What was posted by hand has no other name than its address. */
const isOld = sql`remote_state = 'live' and coalesce(remote_id, remote_url) is not null and state in ('submitted', 'skipped')
  and coalesce(probed_at, submitted_at, updated_at) < now() - ${EVERY}::interval`
/** A look is a request like any other: it waits while the service asks to, or fails again and again. */
const onActiveChannel = sql`(
  exists (select from channels c where c.id = channel_id and not coalesce(c.paused, false))
  and not exists (
    select from send_buckets b
    where b.key in ('channel:' || channel_id, 'breaker:channel:' || channel_id) and b.blocked_until > now()
  )
)`

/** A post that nobody looked at for a week. */
export interface UnprobedPost {
  readonly deliveryId: string
  readonly channelId: string
  /** Null: the service did not tell its name. */
  readonly remoteId: string | null
  readonly remoteUrl: string | null
  readonly mark: string | null
}

export async function hasUnprobed(database: Database): Promise<boolean> {
  const { rows } = await database.execute<{ has: boolean }>(
    sql`select exists (select from channel_deliveries where ${isOld} and ${onActiveChannel}) as has`,
  )
  return rows[0]?.has ?? false
}

/** Takes the oldest, and has others leave them alone for a while. */
export async function takeUnprobed(limit: number, database: Database): Promise<UnprobedPost[]> {
  const { rows } = await database.execute<{
    id: string
    channel_id: string
    remote_id: string | null
    remote_url: string | null
    remote_mark: string | null
  }>(sql`
    update channel_deliveries set probed_at = now() - ${EVERY}::interval + ${LEASE}::interval
    where id in (
      select id from channel_deliveries where ${isOld} and ${onActiveChannel}
      order by coalesce(probed_at, submitted_at, updated_at) limit ${limit} for update skip locked
    )
    returning id, channel_id, remote_id, remote_url, remote_mark
  `)
  return rows.map((row) => ({
    deliveryId: row.id,
    channelId: row.channel_id,
    remoteId: row.remote_id,
    remoteUrl: row.remote_url,
    mark: row.remote_mark,
  }))
}

/** It is still the post that was looked at. */
const isSame = (remoteId: string | null, remoteUrl: string | null) => sql`(
  remote_state = 'live' and remote_id is not distinct from ${remoteId}::text
  and (remote_id is not null or remote_url is not distinct from ${remoteUrl}::text)
)`

/** @param found null: the service shows us nothing. */
export async function noteProbe(
  { deliveryId, remoteId, remoteUrl }: UnprobedPost,
  found: 'live' | 'changed' | null,
  database: Database,
): Promise<void> {
  await database.execute(sql`
    update channel_deliveries set probe = ${found}, probed_at = now()
    where id = ${deliveryId} and ${isSame(remoteId, remoteUrl)}
  `)
}

/**
 * Somebody removed our post at the other side: that is respected for good, or it is posted anew, as the channel says. A
 * delivery under way finds it out by itself.
 * @returns whether it is to be posted anew
 */
export async function noteGone(
  { deliveryId, remoteId, remoteUrl }: UnprobedPost,
  removals: 'respect' | 'recreate',
  database: Database,
): Promise<boolean> {
  const isAgain = removals === 'recreate'
  const { rows } = await database.execute<{ again: boolean }>(sql`
    with gone as (
      update channel_deliveries set
        probe = 'gone', probed_at = now(), remote_id = null, remote_url = null, remote_mark = null, remote_hash = null,
        remote_state = case when ${isAgain} and desired = 'live' then 'absent' else 'unlinked' end,
        generation = generation + 1, revision = revision + 1,
        state = case when ${isAgain} and desired = 'live' then 'planned' else 'skipped' end,
        reason = case when ${isAgain} and desired = 'live' then null else 'removed-there' end,
        attempts = 0, failing_since = null, due_at = now(), updated_at = now()
      where id = ${deliveryId} and ${isSame(remoteId, remoteUrl)} and state in ('submitted', 'skipped')
      returning id, state, reason
    ), noted as (
      insert into channel_attempts (delivery_id, action, outcome, reason)
      select id, 'probe', state, coalesce(reason, 'missing') from gone
    )
    select state = 'planned' as again from gone
  `)
  return rows[0]?.again ?? false
}

/** Posts of one channel that a person changed at the other side. The item is the one that was found first. */
export interface ChangedThere {
  readonly channelId: string
  readonly channel: string
  readonly posts: number
  readonly collection: string
  readonly itemId: string
  readonly since: Date
}

export async function changedThere(database: Database): Promise<ChangedThere[]> {
  const { rows } = await database.execute<{
    id: string
    name: string
    posts: number
    collection: string
    item_id: string
    since: string | Date
  }>(sql`
    select c.id, c.name, count(*)::int as posts, min(d.probed_at) as since,
      (array_agg(d.collection order by d.probed_at))[1] as collection,
      (array_agg(d.item_id order by d.probed_at))[1] as item_id
    from channel_deliveries d join channels c on c.id = d.channel_id
    where d.probe = 'changed' and d.remote_state = 'live' group by c.id, c.name order by since
  `)
  return rows.map(({ id, name, posts, collection, item_id, since }) => ({
    channelId: id,
    channel: name,
    posts,
    collection,
    itemId: item_id,
    since: new Date(since),
  }))
}
