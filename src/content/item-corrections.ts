import { type Database, sql } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'
import type { ContentCollection, ItemCorrection, ItemReference } from './published-item.ts'

/** What readers are told was wrong about each of the items, newest first. Items that were never corrected are not in it. */
export async function correctionsOfItems(
  collection: ContentCollection,
  ids: readonly string[],
  locale: Locale,
  database: Database,
): Promise<ReadonlyMap<string, readonly ItemCorrection[]>> {
  const { rows } = await database.execute<{ id: string; at: string | Date; reason: string }>(sql`
    select item_id as id, at, reasons->>${locale} as reason from item_corrections
    where collection = ${collection} and kind = 'corrected' and reasons ? ${locale} and item_id in (
      select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)
    )
    order by at desc, id desc
  `)
  const told = new Map<string, ItemCorrection[]>()
  for (const { id, at, reason } of rows) told.set(id, [...(told.get(id) ?? []), { at: new Date(at), reason }])
  return told
}

/** Why an item was withdrawn in a language, in that language. Null: it was not, or nobody said. */
export async function withdrawalOf(
  { collection, id }: ItemReference,
  locale: Locale,
  database: Database,
): Promise<(ItemCorrection & { readonly title: string }) | null> {
  const { rows } = await database.execute<{ at: string | Date; reason: string; title: string }>(sql`
    select at, reasons->>${locale} as reason, titles->>${locale} as title from item_corrections
    where collection = ${collection} and item_id = ${id}::uuid and kind = 'withdrawn' and reasons ? ${locale}
    order by at desc, id desc limit 1
  `)
  const [row] = rows
  return row === undefined ? null : { ...row, at: new Date(row.at) }
}
