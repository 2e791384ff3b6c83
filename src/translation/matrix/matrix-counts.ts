import { type Database, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import { type CellState, cellStates } from './cell-state.ts'
import { allOf, cellConditions, inColumns, itemConditions, type MatrixScope } from './matrix-conditions.ts'
import type { MatrixQuery } from './matrix-query.ts'

export interface MatrixCounts {
  /** Cells in each state, as if no state were asked for: what choosing it would show. */
  readonly counts: Readonly<Record<CellState, number>>
  /** How much of each column is in step with its source; a column without cells is not there. */
  readonly columns: ReadonlyMap<Locale, ColumnCount>
}

interface ColumnCount {
  readonly current: number
  /** Cells that are wanted. */
  readonly wanted: number
}

/** Counts over all pages. */
export async function matrixCounts(
  query: MatrixQuery,
  scope: MatrixScope,
  database: Database,
): Promise<MatrixCounts> {
  const ofItems = itemConditions(query)
  const items =
    ofItems.length === 0
      ? sql``
      : sql`join translation_items item on item.collection = cell.collection and item.item_id = cell.item_id`
  const { rows } = await database.execute<{
    locale: Locale
    state: CellState
    is_wanted: boolean
    count: number
  }>(sql`
    select cell.locale, cell.state, cell.is_wanted, count(*)::int as count from translation_locales cell ${items}
    where ${allOf([inColumns(scope), ...ofItems, ...cellConditions(query, scope)])}
    group by 1, 2, 3
  `)
  const counts = Object.fromEntries(cellStates.map((state) => [state, 0])) as Record<CellState, number>
  const columns = new Map<Locale, ColumnCount>()
  for (const { locale, is_wanted: isWanted, count, ...row } of rows) {
    const state = isWanted ? row.state : 'unwanted'
    counts[state] += count
    const { current, wanted } = columns.get(locale) ?? { current: 0, wanted: 0 }
    columns.set(locale, {
      current: current + (state === 'current' ? count : 0),
      wanted: wanted + (isWanted ? count : 0),
    })
  }
  return { counts, columns }
}
