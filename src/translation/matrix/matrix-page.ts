import type { TranslatableCollection, TranslatableReference } from '../../content/translatable.ts'
import { type Database, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import { cellsOf, type MatrixCell } from './matrix-cells.ts'
import {
  allOf,
  cellConditions,
  inColumns,
  itemConditions,
  type MatrixScope,
  openCell,
  stateCondition,
} from './matrix-conditions.ts'
import { type MatrixCounts, matrixCounts } from './matrix-counts.ts'
import type { MatrixQuery } from './matrix-query.ts'

const PAGE_SIZE = 50

export interface MatrixItem {
  readonly collection: TranslatableCollection
  readonly id: string
  /** In the source locale. */
  readonly title: string
  readonly sourceLocale: Locale
  readonly revision: number
  readonly segments: number
  readonly changedAt: Date
  /** In the columns of the matrix; the source's own locale has none. */
  readonly cells: readonly MatrixCell[]
}

export interface MatrixPage extends MatrixCounts {
  readonly items: readonly MatrixItem[]
  /** Items on all pages. */
  readonly total: number
  /** From 1; 1 when there are none. */
  readonly pages: number
}

interface Found {
  readonly collection: TranslatableCollection
  readonly id: string
  readonly title: string
  readonly source_locale: Locale
  readonly revision: number
  readonly segments: number
  readonly changed_at: string | Date
}

/** A page without items still has the number of all. */
type Row = Record<string, unknown> & { readonly total: number } & (Found | { readonly collection: null })

/**
 * One page of items that have a cell as it is asked for, with all their cells, and how many cells there are in each
 * state and column. @param database outside a transaction: two questions are put at once.
 */
export async function matrixPage(
  query: MatrixQuery,
  scope: MatrixScope,
  database: Database,
  size = PAGE_SIZE,
): Promise<MatrixPage> {
  const [{ items, total }, counts] = await Promise.all([
    itemsOf(query, scope, database, size),
    matrixCounts(query, scope, database),
  ])
  return { items, total, pages: Math.max(1, Math.ceil(total / size)), ...counts }
}

/** The items of one page without the counts of all others. */
export async function itemsOf(query: MatrixQuery, scope: MatrixScope, database: Database, size: number) {
  const { rows } = await database.execute<Row>(sql`
    with matching as materialized (
      select item.*, ${deadlineOf(query, scope)} as first_deadline from translation_items item
      where ${allOf([...itemConditions(query), ...hasCell(query, scope)])}
    )
    select total.total, shown.collection, shown.item_id as id, shown.title, shown.source_locale, shown.revision,
      shown.segments, shown.changed_at
    from (select count(*)::int as total from matching) total left join (
      select * from matching order by ${orderOf(query)} limit ${size} offset ${(query.page - 1) * size}
    ) shown on true
    order by ${orderOf(query)}
  `)
  const found = rows.filter((row): row is Row & Found => row.collection !== null)
  const cells = await cellsOf(found, scope, database)
  const items = found.map((row) => itemOf(row, cells))
  return { items, total: rows[0]?.total ?? 0 }
}

/** One item with its cell in one locale. Null: it is not there; without a cell it is not translated into the locale. */
export async function itemWithCell(
  { collection, id }: TranslatableReference,
  locale: Locale,
  database: Database,
): Promise<MatrixItem | null> {
  const { rows } = await database.execute<Record<string, unknown> & Found>(sql`
    select collection, item_id as id, title, source_locale, revision, segments, changed_at
    from translation_items where collection = ${collection} and item_id = ${id}::uuid`)
  const [row] = rows
  if (row === undefined) return null
  return itemOf(row, await cellsOf(rows, { languages: [locale], userId: null }, database))
}

const itemOf = (row: Found, cells: ReadonlyMap<string, readonly MatrixCell[]>): MatrixItem => ({
  collection: row.collection,
  id: row.id,
  title: row.title,
  sourceLocale: row.source_locale,
  revision: row.revision,
  segments: row.segments,
  changedAt: new Date(row.changed_at),
  cells: cells.get(row.id) ?? [],
})

/** Only where something is asked of the cells: an item that nobody translates is an item as well. */
function hasCell(query: MatrixQuery, scope: MatrixScope) {
  const conditions = [...cellConditions(query, scope), ...stateCondition(query)]
  if (conditions.length === 0) return []
  return [
    sql`exists (
      select from translation_locales cell
      where cell.collection = item.collection and cell.item_id = item.item_id
        and ${allOf([inColumns(scope), ...conditions])}
    )`,
  ]
}

function deadlineOf(query: MatrixQuery, scope: MatrixScope) {
  if (query.sort !== 'deadline') return sql`null::timestamptz`
  return sql`(
    select min(cell.deadline) from translation_locales cell
    where cell.collection = item.collection and cell.item_id = item.item_id
      and ${allOf([inColumns(scope), openCell, ...cellConditions(query, scope)])}
  )`
}

/** Ends with the id, so that no item is on two pages. */
function orderOf({ sort }: MatrixQuery) {
  if (sort === 'title') return sql`title collate "und-x-icu", item_id`
  if (sort === 'deadline') return sql`first_deadline nulls last, changed_at desc, item_id`
  return sql`changed_at desc, item_id`
}
