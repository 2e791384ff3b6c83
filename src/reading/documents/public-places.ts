import { type Database, sql } from '../../database/database.ts'
import { isLocale, type Locale } from '../../i18n/locales.ts'
import type { DocumentReference, ReadableCollection } from '../contract/document.ts'

/** What must be written of a row without a status for it to exist in a language. */
const nameColumn: Readonly<Partial<Record<ReadableCollection, string>>> = {
  communities: 'name',
  organisations: 'name',
  projects: 'title',
}

/**
 * In which of these languages a row is public, and under which name in addresses. Empty: in none, or it does not exist.
 * A row without a status is public in each language in which it has a name.
 */
export async function publicPlaces(
  { collection, id }: DocumentReference,
  enabled: readonly Locale[],
  database: Database,
): Promise<ReadonlyMap<Locale, string>> {
  const table = collection.replaceAll('-', '_')
  const locales = sql.identifier(`${table}_locales`)
  const name = nameColumn[collection]

  const slug = name === undefined ? sql`spoken.slug` : sql`item.slug`
  const isPublic =
    name === undefined
      ? sql`spoken._status = 'published'`
      : sql`coalesce(spoken.${sql.identifier(name)}, '') <> ''`
  const { rows } = await database.execute<{ locale: string; slug: string }>(sql`
    select spoken._locale::text as locale, coalesce(${slug}, item.id::text) as slug
    from ${sql.identifier(table)} item join ${locales} spoken on spoken._parent_id = item.id
    where item.id = ${id}::uuid and ${isPublic} order by 1
  `)
  return new Map(
    rows.flatMap(({ locale, slug: found }) =>
      isLocale(locale) && enabled.includes(locale) ? [[locale, found] as const] : [],
    ),
  )
}
