import { type Database, sql } from '../database/database.ts'

export interface Replay {
  readonly channelId: string
  /** One delivery alone. Null: all of the channel. */
  readonly deliveryId: string | null
  /** Only what was told since. Null: whenever. */
  readonly since: Date | null
}

/** What a receiver was told and can be told again: it stands there, or was taken away. */
const chosen = ({ channelId, deliveryId, since }: Replay) => sql`
  channel_id = ${channelId}::uuid and state = 'submitted' and remote_state in ('live', 'absent')
  and (${deliveryId}::uuid is null or id = ${deliveryId}::uuid)
  and (${since?.toISOString() ?? null}::timestamptz is null or submitted_at >= ${since?.toISOString() ?? null}::timestamptz)`

export async function countReplay(replay: Replay, database: Database): Promise<number> {
  const { rows } = await database.execute<{ count: string }>(
    sql`select count(*) as count from channel_deliveries where ${chosen(replay)}`,
  )
  return Number(rows[0]?.count ?? 0)
}

/**
 * Plans to tell a receiver again what it was told: under new keys, or it would drop them as known. What was taken away is
 * in doubt until it is told again. Only for services that take the same thing twice without harm. Answers which.
 */
export async function planReplay(replay: Replay, database: Database): Promise<string[]> {
  const { rows } = await database.execute<{ id: string }>(sql`
    update channel_deliveries set
      state = 'planned', reason = null, error = null, due_at = now(), attempts = 0, failing_since = null, revision = revision + 1,
      remote_hash = null, remote_state = case when remote_state = 'absent' then 'unconfirmed' else remote_state end,
      lease_token = null, lease_until = null, updated_at = now()
    where ${chosen(replay)} returning id
  `)
  return rows.map(({ id }) => id)
}
