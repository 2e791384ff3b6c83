import type { Payload } from 'payload'

import { databaseOf, sql } from '../database/database.ts'

/** Somebody leaves all newsletters, as one click does. */
export async function endSubscription(payload: Payload, address: string): Promise<void> {
  await databaseOf(payload).execute(sql`
    update subscriptions set state = 'ended', ended_at = now(), ended_how = 'one-click'
    where subscriber_id = (select id from subscribers where email = ${address})
  `)
}
