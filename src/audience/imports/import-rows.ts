import { type Database, sql } from '../../database/database.ts'
import { maskedAddress } from '../canonical-address.ts'
import type { RowOutcome } from './import-store.ts'

const ROWS_A_PAGE = 50
const REPORTED_AT_ONCE = 5000

/** What was found about a row of an import. */
export interface FoundRow {
  /** In the file, from 1. */
  readonly line: number
  readonly outcome: RowOutcome
  /** Null: there is nothing to say. */
  readonly reason: string | null
}

export interface ShownRow extends FoundRow {
  /** Null: it has none, or it was removed since. */
  readonly maskedAddress: string | null
  /** What could not be understood; of an address that stands there twice, the line that counts. Null: neither. */
  readonly found: string | null
}

export interface RowFilter {
  /** Null: whichever, but only rows with a reason. */
  readonly outcome: RowOutcome | null
  /** Null: whichever. */
  readonly reason: string | null
  /** Line of the last row of the page before. Zero: from the beginning. */
  readonly after: number
}

interface RowPage {
  readonly rows: readonly ShownRow[]
  /** For `after`. Null: these were the last. */
  readonly next: number | null
}

interface Row extends Record<string, unknown> {
  readonly line: number
  readonly email: string | null
  readonly outcome: RowOutcome
  readonly reason: string | null
  readonly found: string | null
}

/** In the order of the file. */
export async function pageOfRows(
  importId: string,
  { outcome, reason, after }: RowFilter,
  database: Database,
): Promise<RowPage> {
  const { rows } = await database.execute<Row>(sql`
    select line, email, outcome, reason, values ->> 'found' as found from audience_import_rows
    where import_id = ${importId}::uuid and line > ${after}
      and (case when ${outcome}::text is null then reason is not null else outcome = ${outcome}::text end)
      and (${reason}::text is null or reason = ${reason}::text)
    order by line limit ${ROWS_A_PAGE + 1}
  `)
  const shown = rows.slice(0, ROWS_A_PAGE)
  return {
    rows: shown.map(({ email, ...row }) => ({
      ...row,
      maskedAddress: email === null ? null : maskedAddress(email),
    })),
    next: rows.length > ROWS_A_PAGE ? (shown.at(-1)?.line ?? null) : null,
  }
}

/** Every row in the order of the file, some thousands at a time, without addresses. */
export async function* foundRows(importId: string, database: Database): AsyncGenerator<readonly FoundRow[]> {
  let after = -1
  for (;;) {
    const { rows } = await database.execute<FoundRow & Record<string, unknown>>(sql`
      select line, outcome, reason from audience_import_rows
      where import_id = ${importId}::uuid and line > ${after} order by line limit ${REPORTED_AT_ONCE}
    `)
    const last = rows.at(-1)
    if (last === undefined) return
    yield rows
    after = last.line
  }
}
