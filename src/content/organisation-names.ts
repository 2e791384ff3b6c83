import { type Database, sql } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'

export type Names = Readonly<Partial<Record<Locale, string>>>

/** What each organisation is called in every language. Ids that are none are left out. */
export async function organisationNamesOf(
  ids: readonly string[],
  database: Database,
): Promise<ReadonlyMap<string, Names>> {
  const wanted = [...new Set(ids)].filter((id) => id !== '')
  const { rows } = await database.execute<{ id: string; names: Names }>(sql`
    select _parent_id as id, jsonb_object_agg(_locale, name) as names from organisations_locales
    where name is not null and _parent_id in (
      select value::uuid from jsonb_array_elements_text(${JSON.stringify(wanted)}::jsonb)
    )
    group by _parent_id
  `)
  return new Map(rows.map(({ id, names }) => [id, names]))
}
