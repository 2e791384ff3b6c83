import { type Database, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import type { CellState } from './cell-state.ts'
import { inColumns, type MatrixScope, shownState } from './matrix-conditions.ts'

/** One item in one locale. The numbers count segments. */
export interface MatrixCell {
  readonly locale: Locale
  readonly state: CellState
  readonly missing: number
  readonly machine: number
  readonly inTranslation: number
  readonly needsReview: number
  readonly current: number
  readonly outdated: number
  readonly isPublic: boolean
  /** Revision of the source that readers are served. Null: not public. */
  readonly servedRevision: number | null
  readonly ownerId: string | null
  /** Null: nobody, or somebody who has no account any more. */
  readonly ownerName: string | null
  readonly deadline: Date | null
}

interface Row extends Record<string, unknown> {
  readonly item_id: string
  readonly locale: Locale
  readonly state: CellState
  readonly missing: number
  readonly machine: number
  readonly in_translation: number
  readonly needs_review: number
  readonly current: number
  readonly outdated: number
  readonly is_public: boolean
  readonly served_revision: number | null
  readonly owner_id: string | null
  readonly owner_name: string | null
  readonly deadline: string | Date | null
}

/** The cells of these items in the columns of the matrix, by the item's id. */
export async function cellsOf(
  items: readonly { readonly collection: string | null; readonly id: string }[],
  scope: MatrixScope,
  database: Database,
): Promise<ReadonlyMap<string, readonly MatrixCell[]>> {
  const cells = new Map<string, MatrixCell[]>()
  if (items.length === 0) return cells
  const { rows } = await database.execute<Row>(sql`
    select cell.item_id, cell.locale, ${shownState} as state, cell.missing, cell.machine, cell.in_translation,
      cell.needs_review, cell.current, cell.outdated, cell.is_public, cell.served_revision, cell.owner_id,
      owner.name as owner_name, cell.deadline
    from jsonb_to_recordset(${JSON.stringify(items.map(({ collection, id }) => ({ collection, id })))}::jsonb)
      as picked(collection text, id uuid)
    join translation_locales cell on cell.collection = picked.collection and cell.item_id = picked.id
    left join users owner on owner.id = cell.owner_id
    where ${inColumns(scope)}
  `)
  for (const row of rows) {
    const ofItem = cells.get(row.item_id)
    if (ofItem === undefined) cells.set(row.item_id, [cellOf(row)])
    else ofItem.push(cellOf(row))
  }
  return cells
}

const cellOf = (row: Row): MatrixCell => ({
  locale: row.locale,
  state: row.state,
  missing: row.missing,
  machine: row.machine,
  inTranslation: row.in_translation,
  needsReview: row.needs_review,
  current: row.current,
  outdated: row.outdated,
  isPublic: row.is_public,
  servedRevision: row.served_revision,
  ownerId: row.owner_id,
  ownerName: row.owner_name,
  deadline: row.deadline === null ? null : new Date(row.deadline),
})
