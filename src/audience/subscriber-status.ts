import { type Database, sql } from '../database/database.ts'

/** What the list of subscribers shows: `ended` once no newsletter reaches the person any more. */
export async function refreshStatus(subscriberId: string, database: Database): Promise<void> {
  await database.execute(sql`
    update subscribers set status = (case when exists (
      select from subscriptions where subscriber_id = subscribers.id and state = 'confirmed'
    ) then 'active' else 'ended' end)::enum_subscribers_status
    where id = ${subscriberId}::uuid
  `)
}
