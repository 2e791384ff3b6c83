import type { ItemReference } from '../content/published-item.ts'
import { type Database, sql } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'

/**
 * Why an item was corrected or withdrawn, in one language, as the newest word about it says that came before the change.
 * Null: nobody said.
 * @param outboxId of the change that is carried out.
 */
export async function correctionReason(
  { collection, id }: ItemReference,
  locale: Locale,
  outboxId: number,
  database: Database,
): Promise<string | null> {
  const { rows } = await database.execute<{ reason: string | null }>(sql`
    select nullif(reasons->>${locale}, '') as reason from item_corrections
    where collection = ${collection} and item_id = ${id}::uuid and after_outbox_id < ${outboxId}
      and locales @> ${JSON.stringify([locale])}::jsonb
    order by at desc, id desc limit 1
  `)
  return rows[0]?.reason ?? null
}
