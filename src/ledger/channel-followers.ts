import { type Database, sql } from '../database/database.ts'

/** How many followed an account, and when that was counted. */
export interface FollowerCount {
  readonly followers: number
  /** `2026-12-03`, UTC. */
  readonly day: string
}

/** The last count of a day stands for it. */
export async function noteFollowers(
  channelId: string,
  followers: number,
  now: Date,
  database: Database,
): Promise<void> {
  await database.execute(sql`
    insert into channel_followers (channel_id, day, followers)
    values (${channelId}, (${now.toISOString()}::timestamptz at time zone 'UTC')::date, ${followers})
    on conflict (channel_id, day) do update set followers = excluded.followers
  `)
}

/** The newest count of each channel that has any. */
export async function lastFollowers(database: Database): Promise<ReadonlyMap<string, FollowerCount>> {
  const { rows } = await database.execute<
    FollowerCount & { channel_id: string } & Record<string, unknown>
  >(sql`
    select distinct on (channel_id) channel_id, followers, to_char(day, 'YYYY-MM-DD') as day
    from channel_followers order by channel_id, channel_followers.day desc
  `)
  return new Map(rows.map(({ channel_id, followers, day }) => [channel_id, { followers, day }]))
}
