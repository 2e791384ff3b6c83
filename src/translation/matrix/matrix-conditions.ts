import { sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import type { MatrixQuery } from './matrix-query.ts'

type Fragment = ReturnType<typeof sql>

/** Whose matrix it is, and which columns it has. */
export interface MatrixScope {
  readonly languages: readonly Locale[]
  /** Of whoever asks. Null: no person of `users`. */
  readonly userId: string | null
}

/** A list of texts, for `= any(…)`. */
export const textArray = (values: readonly string[]): Fragment =>
  sql`array(select jsonb_array_elements_text(${JSON.stringify(values)}::jsonb))`

/** State of a row `cell` of `translation_locales` as the matrix shows it. */
export const shownState = sql`case when cell.is_wanted then cell.state else 'unwanted' end`

/** Somebody has still to do something about it: `isOpen` as SQL. */
export const openCell = sql`cell.is_wanted and cell.state not in ('current', 'withdrawn')`

/** Conditions on a row `item` of `translation_items`. */
export function itemConditions({ text, kinds }: MatrixQuery): Fragment[] {
  const conditions: Fragment[] = []
  if (text !== '') conditions.push(sql`item.title ilike ${`%${text.replace(/[\\%_]/g, '\\$&')}%`}`)
  if (kinds.length > 0) conditions.push(sql`item.collection = any(${textArray(kinds)})`)
  return conditions
}

/** Conditions on a row `cell` of `translation_locales`, but for its state and column. */
export function cellConditions({ owner, deadline, wantedOnly }: MatrixQuery, { userId }: MatrixScope) {
  const conditions: Fragment[] = []
  if (owner === 'none') conditions.push(sql`cell.owner_id is null and ${openCell}`)
  else if (owner === 'me') conditions.push(sql`cell.owner_id = ${userId}::uuid`)
  else if (owner !== null) conditions.push(sql`cell.owner_id = ${owner.id}::uuid`)
  if (deadline === 'late') conditions.push(sql`cell.deadline < now() and ${openCell}`)
  if (deadline === 'week')
    conditions.push(sql`cell.deadline >= now() and cell.deadline < now() + interval '7 days' and ${openCell}`)
  if (deadline === 'none') conditions.push(sql`cell.deadline is null and ${openCell}`)
  if (wantedOnly) conditions.push(sql`cell.is_wanted`)
  return conditions
}

export const inColumns = ({ languages }: MatrixScope): Fragment =>
  sql`cell.locale = any(${textArray(languages)})`

/** Written so that the index on locale, state and wish answers it. */
export function stateCondition({ states }: MatrixQuery): Fragment[] {
  if (states.length === 0) return []
  const wanted = sql`(cell.is_wanted and cell.state = any(${textArray(states)}))`
  return [states.includes('unwanted') ? sql`(${wanted} or not cell.is_wanted)` : wanted]
}

/** `true` for no conditions. */
export const allOf = (conditions: readonly Fragment[]): Fragment =>
  conditions.length === 0 ? sql`true` : sql.join([...conditions], sql` and `)
