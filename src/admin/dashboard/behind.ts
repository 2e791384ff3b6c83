import type { ContentCollection } from '../../content/published-item.ts'
import { type Database, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'

/** An item whose text changed in the language that it was written in, and not since then in others that are public. */
export interface BehindItem {
  readonly collection: ContentCollection
  readonly id: string
  readonly title: string
  readonly sourceLocale: Locale
  readonly changedAt: Date
  /** Languages that still show what stood before. Never empty. */
  readonly locales: readonly Locale[]
}

/** Those of one collection, the latest change first. */
export async function behindItems(
  collection: ContentCollection,
  limit: number,
  database: Database,
): Promise<BehindItem[]> {
  const { rows } = await database.execute<{
    id: string
    title: string | null
    source_locale: Locale
    changed_at: string | Date
    locales: Locale[]
  }>(sql`
    with last as (
      select distinct on (item_id, locale) item_id, locale, kind, occurred_at from outbox
      where collection = ${collection} order by item_id, locale, id desc
    )
    select item.id, name.title, item.source_locale, source.occurred_at as changed_at,
      array_agg(other.locale order by other.locale) as locales
    from ${sql.identifier(collection)} item
    join last source on source.item_id = item.id and source.locale = item.source_locale::text and source.kind = 'revised'
    join last other on other.item_id = item.id and other.kind <> 'withdrawn' and other.occurred_at < source.occurred_at
    left join ${sql.identifier(`${collection}_locales`)} name
      on name._parent_id = item.id and name._locale::text = item.source_locale::text
    group by item.id, name.title, item.source_locale, source.occurred_at
    order by source.occurred_at desc limit ${limit}
  `)
  return rows.map(({ id, title, source_locale, changed_at, locales }) => ({
    collection,
    id,
    title: title ?? '',
    sourceLocale: source_locale,
    changedAt: new Date(changed_at),
    locales,
  }))
}
