import { type Database, sql } from '../../database/database.ts'
import type { EngineName } from '../engines/engine.ts'

/** The row of a month that sums up all engines. One row, so that two workers cannot both take the last characters. */
export const ALL_ENGINES = 'all'

/** The month that usage is counted in. */
export const thisMonth = sql`to_char(now() at time zone 'utc', 'YYYY-MM')`

/** Characters that were counted before they were sent, and that never were. */
export interface Refund {
  readonly engine: EngineName
  readonly month: string
  readonly characters: number
}

/** A part of a statement that gives back what was never sent: nothing, without a refund. */
export const refunded = (refund: Refund | null) => sql`
  update translation_usage set characters = greatest(characters - ${refund?.characters ?? 0}, 0)
  where month = ${refund?.month ?? ''} and engine in (${ALL_ENGINES}, ${refund?.engine ?? ''})`

export interface Budget {
  readonly charactersPerMonth: number
  /** Of all engines together, this month. */
  readonly used: number
  readonly left: number
  readonly byEngine: readonly { readonly engine: string; readonly characters: number }[]
}

export async function budgetOf(charactersPerMonth: number, database: Database): Promise<Budget> {
  const { rows } = await database.execute<{ engine: string; characters: number }>(sql`
    select engine, characters from translation_usage where month = ${thisMonth} order by characters desc, engine
  `)
  const used = rows.find(({ engine }) => engine === ALL_ENGINES)?.characters ?? 0
  return {
    charactersPerMonth,
    used,
    left: Math.max(charactersPerMonth - used, 0),
    byEngine: rows.filter(({ engine }) => engine !== ALL_ENGINES),
  }
}
