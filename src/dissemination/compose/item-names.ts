import type { ContentCollection, ItemReference } from '../../content/published-item.ts'
import { type Database, sql } from '../../database/database.ts'
import { type Locale, sourceLocale } from '../../i18n/locales.ts'

export interface ItemName extends ItemReference {
  readonly title: string
  readonly titleLocale: Locale
}

export interface NamingOptions {
  /** Language in which titles are preferred; after it come the source language and any other. */
  readonly reader: Locale
  /** Titles that are not public count too. */
  readonly withDrafts: boolean
}

/** What items are called. Those that do not exist, or have no title that may be told, are not in it. In no order. */
export async function itemNames(
  items: readonly ItemReference[],
  { reader, withDrafts }: NamingOptions,
  database: Database,
): Promise<ItemName[]> {
  const named: ItemName[] = []
  for (const [collection, of] of Map.groupBy(items, (item) => item.collection))
    named.push(...(await namesIn(collection, { ids: of.map(({ id }) => id), reader, withDrafts }, database)))
  return named
}

async function namesIn(
  collection: ContentCollection,
  { ids, reader, withDrafts }: NamingOptions & { readonly ids: readonly string[] },
  database: Database,
): Promise<ItemName[]> {
  const { rows } = await database.execute<{ id: string; title: string; locale: Locale }>(sql`
    select distinct on (_parent_id) _parent_id as id, title, _locale::text as locale
    from ${sql.identifier(`${collection}_locales`)}
    where title <> '' and (${withDrafts} or _status = 'published') and _parent_id in (
      select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)
    )
    order by _parent_id, _locale::text = ${reader} desc, _locale::text = ${sourceLocale} desc, _locale
  `)
  return rows.map(({ id, title, locale }) => ({ collection, id, title, titleLocale: locale }))
}
