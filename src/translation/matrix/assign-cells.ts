import { isTranslatable, type TranslatableReference } from '../../content/translatable.ts'
import { type Database, sql } from '../../database/database.ts'
import { isLocale, type Locale } from '../../i18n/locales.ts'
import { textArray } from './matrix-conditions.ts'
import { isUuid } from './matrix-query.ts'

/** Items times languages: what a person selected. */
export interface CellSelection {
  readonly items: readonly TranslatableReference[]
  readonly locales: readonly Locale[]
}

/** Items that one request names at most. */
const MAX_ITEMS = 500

/** Reads the body of a request. @returns the name of the field that is wrong, when one is. */
export function parseSelection(body: unknown): CellSelection | 'items' | 'locales' {
  const { items, locales } = (body ?? {}) as { readonly items?: unknown; readonly locales?: unknown }
  if (!Array.isArray(items) || items.length === 0 || items.length > MAX_ITEMS) return 'items'
  const references = items.filter(isReference).map(({ collection, id }) => ({ collection, id }))
  if (references.length < items.length) return 'items'
  if (!Array.isArray(locales) || locales.length === 0 || !locales.every(isLocale)) return 'locales'
  return { items: references, locales }
}

function isReference(value: unknown): value is TranslatableReference {
  if (typeof value !== 'object' || value === null) return false
  const { collection, id } = value as { readonly collection?: unknown; readonly id?: unknown }
  return isTranslatable(collection) && isUuid(id)
}

/** Rows `cell` of `translation_locales` that are selected. */
const selected = ({ items, locales }: CellSelection) => sql`
  (cell.collection, cell.item_id) in (
    select picked.collection, picked.id
    from jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as picked(collection text, id uuid)
  ) and cell.locale = any(${textArray(locales)})`

/** Says who answers for the cells. Null: nobody. @returns how many cells changed. */
export async function assignCells(
  selection: CellSelection,
  ownerId: string | null,
  database: Database,
): Promise<number> {
  const { rowCount } = await database.execute(sql`
    update translation_locales cell set owner_id = ${ownerId}::uuid
    where ${selected(selection)} and cell.owner_id is distinct from ${ownerId}::uuid`)
  return rowCount ?? 0
}

/** Takes over cells that nobody answers for. Of two people who do so at once the first has them. */
export async function takeCells(
  selection: CellSelection,
  ownerId: string,
  database: Database,
): Promise<number> {
  const { rowCount } = await database.execute(sql`
    update translation_locales cell set owner_id = ${ownerId}::uuid
    where ${selected(selection)} and cell.owner_id is null`)
  return rowCount ?? 0
}

/** Says until when the cells are to be done. Null: whenever. @returns how many cells changed. */
export async function setDeadline(
  selection: CellSelection,
  deadline: Date | null,
  database: Database,
): Promise<number> {
  const at = deadline?.toISOString() ?? null
  const { rowCount } = await database.execute(sql`
    update translation_locales cell set deadline = ${at}::timestamptz
    where ${selected(selection)} and cell.deadline is distinct from ${at}::timestamptz`)
  return rowCount ?? 0
}

/** Says whether the items are wanted in the languages at all. @returns how many cells changed. */
export async function setWanted(
  selection: CellSelection,
  isWanted: boolean,
  database: Database,
): Promise<number> {
  const { rowCount } = await database.execute(sql`
    update translation_locales cell set is_wanted = ${isWanted}
    where ${selected(selection)} and cell.is_wanted <> ${isWanted}`)
  return rowCount ?? 0
}
