import type { ItemReference } from '../../content/published-item.ts'
import { type Database, sql } from '../../database/database.ts'
import { isLocale, type Locale, sourceLocale } from '../../i18n/locales.ts'
import type { CellState } from '../../translation/matrix/cell-state.ts'
import type { ItemStanding, LocaleStanding } from './missing-in.ts'

interface Row extends Record<string, unknown> {
  readonly id: string
  readonly locale: Locale
  readonly title: string | null
  readonly source_title: string | null
  readonly source_locale: string | null
  readonly is_public: boolean
  readonly is_labelled: boolean
  readonly is_behind: boolean
  readonly state: CellState | null
}

/** How far each of the items is in the languages, in the order of the items. */
export async function itemStandings(
  items: readonly ItemReference[],
  locales: readonly Locale[],
  database: Database,
): Promise<ItemStanding[]> {
  const found = new Map<string, readonly Row[]>()
  for (const collection of new Set(items.map((item) => item.collection))) {
    const ids = items.filter((item) => item.collection === collection).map(({ id }) => id)
    const { rows } = await database.execute<Row>(sql`
      select picked.id, wanted.locale, words.title, source.title as source_title, source.source_locale,
        coalesce(words._status = 'published', false) as is_public,
        coalesce(words.machine_translated, false) as is_labelled,
        coalesce(words.revision < source.revision, false) as is_behind,
        case when cell.is_wanted is false then 'unwanted' else cell.state end as state
      from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb) as picked (id)
      cross join jsonb_array_elements_text(${JSON.stringify(locales)}::jsonb) as wanted (locale)
      left join ${sql.identifier(`${collection}_locales`)} words
        on words._parent_id = picked.id::uuid and words._locale::text = wanted.locale
      left join translation_items source on source.collection = ${collection} and source.item_id = picked.id::uuid
      left join translation_locales cell
        on cell.collection = ${collection} and cell.item_id = picked.id::uuid and cell.locale = wanted.locale
    `)
    for (const [id, ofItem] of Map.groupBy(rows, (row) => row.id)) found.set(`${collection}/${id}`, ofItem)
  }
  return items.map((item) => standingOf(item, found.get(`${item.collection}/${item.id}`) ?? []))
}

function standingOf(item: ItemReference, rows: readonly Row[]): ItemStanding {
  const [first] = rows
  const source = first?.source_locale
  return {
    item,
    title: first?.source_title || (rows.find(({ is_public, title }) => is_public && title)?.title ?? ''),
    sourceLocale: isLocale(source) ? source : sourceLocale,
    locales: new Map(rows.map((row) => [row.locale, localeStanding(row)])),
  }
}

const localeStanding = ({ is_public, state, is_behind, is_labelled }: Row): LocaleStanding => ({
  isPublic: is_public,
  state,
  isBehind: is_behind,
  isLabelled: is_labelled,
})
