import type { TranslatableReference } from '../../content/translatable.ts'
import { type Database, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'

/** Handing a translation in delivers what a person was asked for, whether or not they said that they had begun. */
export async function deliverOpen(
  { collection, id }: TranslatableReference,
  locale: Locale,
  actorId: string,
  database: Database,
): Promise<void> {
  await database.execute(sql`
    with delivered as (
      update translation_requests set state = 'delivered', reason = null, updated_at = now()
      where collection = ${collection} and item_id = ${id} and locale = ${locale} and engine is null
        and state in ('requested', 'accepted', 'in-progress')
      returning id, state
    )
    insert into translation_request_log (request_id, state, actor_id)
    select id, state, ${actorId}::uuid from delivered
  `)
}
