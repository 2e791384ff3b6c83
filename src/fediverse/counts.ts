import { type Database, sql } from '../database/database.ts'

/** How a channel's posts reach its followers. */
export interface Reach {
  readonly channelId: string
  readonly followers: number
  /** Deliveries that wait. */
  readonly due: number
  /** Of the last seven days. */
  readonly delivered: number
  readonly failed: number
  /** Followers' inboxes at which nothing arrives at present. */
  readonly failing: number
  /** Of those, the ones that do not accept our signature. */
  readonly unauthorised: number
}

export async function reachOfChannels(database: Database): Promise<Reach[]> {
  const { rows } = await database.execute<{
    channel_id: string
    followers: number
    due: number
    delivered: number
    failed: number
    failing: number
    unauthorised: number
  }>(sql`
    with followed as (
      select a.channel_id, count(*)::int as followers,
        (count(distinct f.deliver_to) filter (where f.failing_since is not null))::int as failing,
        (count(distinct f.deliver_to) filter (where f.failure = 'unauthorised'))::int as unauthorised
      from fediverse_followers f join fediverse_actors a on a.id = f.actor_id group by a.channel_id
    ), delivered as (
      select a.channel_id,
        (count(*) filter (where d.state = 'due'))::int as due,
        (count(*) filter (where d.state = 'delivered' and d.settled_at > now() - interval '7 days'))::int as delivered,
        (count(*) filter (where d.state = 'failed' and d.settled_at > now() - interval '7 days'))::int as failed
      from fediverse_deliveries d join fediverse_actors a on a.id = d.actor_id
      where d.kind <> 'accept' group by a.channel_id
    )
    select a.channel_id, coalesce(f.followers, 0) as followers, coalesce(d.due, 0) as due,
      coalesce(d.delivered, 0) as delivered, coalesce(d.failed, 0) as failed,
      coalesce(f.failing, 0) as failing, coalesce(f.unauthorised, 0) as unauthorised
    from (select distinct channel_id from fediverse_actors) a
      left join followed f using (channel_id) left join delivered d using (channel_id)
    order by a.channel_id
  `)
  return rows.map(({ channel_id: channelId, ...counts }) => ({ channelId, ...counts }))
}

/** Of all accounts of a channel: who follows two of them counts twice. */
export async function countFollowers(channelId: string, database: Database): Promise<number> {
  const { rows } = await database.execute<{ count: number }>(sql`
    select count(*)::int as count from fediverse_followers f
    join fediverse_actors a on a.id = f.actor_id where a.channel_id = ${channelId}
  `)
  return rows[0]?.count ?? 0
}

export async function countActors(database: Database): Promise<number> {
  const { rows } = await database.execute<{ count: number }>(
    sql`select count(*)::int as count from fediverse_actors`,
  )
  return rows[0]?.count ?? 0
}
