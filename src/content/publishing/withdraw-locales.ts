import type { PayloadRequest } from 'payload'

import { type Database, sql, transactionOf } from '../../database/database.ts'
import { isLocale, type Locale } from '../../i18n/locales.ts'
import { versionsTable } from './one-writer.ts'

/** One item, in whichever collection that has drafts per language. */
export interface VersionedReference {
  readonly collection: string
  /** UUIDv7. */
  readonly id: string
}

export const localesTable = (collection: string): string => `${collection.replaceAll('-', '_')}_locales`

/** Where readers see the item now. */
export async function publicLocalesOf(
  { collection, id }: VersionedReference,
  database: Database,
): Promise<Locale[]> {
  const { rows } = await database.execute<{ locale: string }>(sql`
    select _locale as locale from ${sql.identifier(localesTable(collection))}
    where _parent_id = ${id}::uuid and _status = 'published' order by _locale
  `)
  return rows.map(({ locale }) => locale).filter(isLocale)
}

/**
 * Takes an item back from the readers of these locales, and of no other, in the transaction of `req`. Texts stay as they
 * are, in the item and in its latest draft. Who has not saved the item in this transaction saves it afterwards, so that
 * the hooks of the save tell everyone else. Answers the locales in which the item was public.
 */
export async function withdrawLocales(
  { collection, id }: VersionedReference,
  locales: readonly Locale[],
  req: PayloadRequest,
): Promise<readonly Locale[]> {
  const database = await transactionOf(req)
  const wanted = JSON.stringify(locales)
  const { rows } = await database.execute<{ locale: string }>(sql`
    update ${sql.identifier(localesTable(collection))} set _status = 'draft'
    where _parent_id = ${id}::uuid and _status = 'published'
      and _locale::text in (select jsonb_array_elements_text(${wanted}::jsonb))
    returning _locale as locale
  `)
  const versions = versionsTable(collection)
  await database.execute(sql`
    update ${sql.identifier(`${versions}_locales`)} set version__status = 'draft'
    where _locale::text in (select jsonb_array_elements_text(${wanted}::jsonb)) and _parent_id in (
      select id from ${sql.identifier(versions)} where parent_id = ${id}::uuid and latest
    )
  `)
  return rows.map(({ locale }) => locale).filter(isLocale)
}
