import type { ItemReference } from '../../content/published-item.ts'
import { type Database, sql } from '../../database/database.ts'

/** Whether something happened to the item of which the ledger does not know yet. It will within moments. */
export async function awaitsPlan({ collection, id }: ItemReference, database: Database): Promise<boolean> {
  const { rows } = await database.execute<{ waits: boolean }>(sql`
    select exists (
      select from outbox where collection = ${collection} and item_id = ${id} and planned_at is null
    ) as waits
  `)
  return rows[0]?.waits === true
}
