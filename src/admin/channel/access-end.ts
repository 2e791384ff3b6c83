import { type Database, sql } from '../../database/database.ts'

/** When the credentials of an account end, as the service said when it was last asked. Null: never, or it did not say. */
export async function accessEnd(channelId: string, database: Database): Promise<Date | null> {
  const { rows } = await database.execute<{ end: string | Date | null }>(sql`
    select credentials_end as "end" from channel_sessions where channel_id = ${channelId}
  `)
  const end = rows[0]?.end ?? null
  return end === null ? null : new Date(end)
}
