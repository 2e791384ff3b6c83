import { type Database, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'

/** An edition of which translations became outdated after it was made: the site says the same, their sources do not. */
export interface OutdatedTranslations {
  readonly locale: Locale
  /** Of the items, in their sources, in the order of the edition. */
  readonly titles: readonly string[]
}

/** Those of an issue. What was outdated before, and left with a newsletter that falls back, is not among them. */
export async function outdatedTranslations(
  issueId: string,
  database: Database,
): Promise<OutdatedTranslations[]> {
  const { rows } = await database.execute<OutdatedTranslations & Record<string, unknown>>(sql`
    select edition.locale, jsonb_agg(source.title order by entry.position) as titles
    from editions edition
    cross join jsonb_array_elements(edition.manifest) with ordinality as entry (value, position)
    join translation_locales cell on cell.collection = entry.value->>'collection'
      and cell.item_id = (entry.value->>'id')::uuid and cell.locale = entry.value->>'shownIn'
    join translation_items source on source.collection = cell.collection and source.item_id = cell.item_id
    where edition.issue_id = ${issueId}::uuid and cell.state = 'outdated' and cell.is_public
      and cell.updated_at > edition.rendered_at
    group by edition.locale order by edition.locale
  `)
  return rows
}
