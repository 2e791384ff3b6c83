import { countryColumn } from '../../content/country-column.ts'
import type { ContentCollection, ItemReference } from '../../content/published-item.ts'
import { type Database, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'

/** An item that has just become public in a language, also if it had been before. */
export interface Publication {
  readonly outboxId: number
  readonly item: ItemReference
  readonly locale: Locale
}

/** Held until the end of the transaction. Any number will do that nothing else in this database locks. */
const LOCK = 4_021_977_001

/**
 * Numbers publications for the digests, with the topics and countries that the items have now. One transaction at a time
 * does so: whoever sees a position sees all before it, so nothing ever appears behind a reader's cursor. Call it last in
 * the transaction, since others wait from here to its end.
 */
export async function enterDigestItems(
  publications: readonly Publication[],
  transaction: Database,
): Promise<void> {
  if (publications.length === 0) return
  await transaction.execute(sql`select pg_advisory_xact_lock(${LOCK})`)
  const rows = publications.map(({ outboxId, item, locale }) => ({ outboxId, ...item, locale }))
  const collections = [...new Set(publications.map(({ item }) => item.collection))]
  const described = collections.map((collection) => describedIn(collection, rows))
  await transaction.execute(sql`
    insert into digest_items (outbox_id, collection, item_id, locale, topics, countries)
    select published.* from (${sql.join(described, sql` union all `)}) as published (outbox_id, collection, item_id, locale, topics, countries)
    order by outbox_id
    on conflict (outbox_id) do nothing
  `)
}

interface Row extends ItemReference {
  readonly outboxId: number
  readonly locale: Locale
}

/** Those of the collection, with what decides for whom they are. An item that is gone by now is for nobody. */
function describedIn(collection: ContentCollection, rows: readonly Row[]) {
  const own = rows.filter((row) => row.collection === collection)
  const related = sql.identifier(`${collection}_rels`)
  return sql`
    select given."outboxId", given.collection, given.id, given.locale,
      array(select distinct rel.topics_id from ${related} rel
            where rel.parent_id = item.id and rel.path = 'topics' and rel.topics_id is not null),
      array(select rel.terms_id from ${related} rel
            where rel.parent_id = item.id and rel.path = 'countries' and rel.terms_id is not null
            union select place from (select ${countryColumn[collection]} as place) as own where place is not null)
    from jsonb_to_recordset(${JSON.stringify(own)}::jsonb)
      as given ("outboxId" bigint, collection text, id uuid, locale text)
    join ${sql.identifier(collection)} item on item.id = given.id`
}
