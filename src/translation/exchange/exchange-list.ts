import type { TranslatableCollection } from '../../content/translatable.ts'
import { type Database, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'

/** States that a translation can be listed by; `open` is whatever still needs a translator, `any` is everything. */
export const listedStates = [
  'open',
  'missing',
  'machine',
  'in-translation',
  'needs-review',
  'outdated',
  'current',
  'withdrawn',
  'any',
] as const
export type ListedState = (typeof listedStates)[number]

/** Items that one page offers for export; more are counted only. */
const LISTED_ITEMS = 200

export interface ListedItem {
  readonly collection: TranslatableCollection
  readonly id: string
  readonly title: string
  readonly sourceLocale: Locale
  /** Of the whole item in the target locale. */
  readonly state: Exclude<ListedState, 'open' | 'any'>
  /** Segments that still need a translator. */
  readonly open: number
  readonly segments: number
}

interface ListWish {
  readonly locale: Locale
  /** Null: all. */
  readonly collection: TranslatableCollection | null
  readonly state: ListedState
  /** Names such as `practices/<id>`. Null: whatever the rest says. */
  readonly items: readonly string[] | null
}

interface ListRow extends Record<string, unknown> {
  collection: TranslatableCollection
  id: string
  title: string
  source_locale: Locale
  state: ListedItem['state']
  open: number
  segments: number
  total: number
}

/** Items that can be translated into a locale, the latest changed first. */
export async function exchangeList(
  { locale, collection, state, items }: ListWish,
  database: Database,
): Promise<{ readonly items: readonly ListedItem[]; readonly total: number }> {
  const { rows } = await database.execute<ListRow>(sql`
    with listed as (
      select item.collection, item.item_id as id, item.title, item.source_locale, item.changed_at, item.segments,
        translation.state, missing + machine + in_translation + outdated as open
      from translation_locales translation join translation_items item using (collection, item_id)
      where translation.locale = ${locale} and is_wanted
        and (${collection}::text is null or item.collection = ${collection})
        and (${items === null} or item.collection || '/' || item.item_id in (
          select value from jsonb_array_elements_text(${JSON.stringify(items ?? [])}::jsonb)
        ))
    )
    select collection, id, title, source_locale, state, open, segments, count(*) over ()::int as total
    from listed
    where case ${state} when 'any' then true when 'open' then open > 0 else state = ${state} end
    order by changed_at desc, id limit ${LISTED_ITEMS}
  `)
  return {
    items: rows.map(({ source_locale: sourceLocale, total: _, ...row }) => ({ ...row, sourceLocale })),
    total: rows[0]?.total ?? 0,
  }
}
