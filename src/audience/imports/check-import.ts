import type { Payload } from 'payload'

import { type Database, databaseOf, inTransaction, sql } from '../../database/database.ts'
import { FileFault } from './file-fault.ts'
import { importPath } from './import-files.ts'
import { type AudienceImport, type ImportCounts, noteProgress } from './import-store.ts'
import { loadLookups } from './lookups.ts'
import { networkLocales } from './network-locales.ts'
import { readRecords } from './read-records.ts'
import { type ReadRow, readRow } from './read-row.ts'
import { holdsImport, standingOf } from './row-standing.ts'

const READ_AT_ONCE = 2000
const DECIDED_AT_ONCE = 20_000
/** Reading takes about as long as deciding. */
const READ_SHARE = 0.45

/**
 * Reads a list, decides for each row what would come of it, and stores that in place of what an earlier check had found:
 * all of it, or nothing. Changes nothing about anybody.
 * @throws {FileFault} when the file cannot be read to its end.
 */
export async function checkImport(
  payload: Payload,
  { id, format, mapping, brings, bytes }: AudienceImport,
  now: Date,
): Promise<void> {
  if (mapping === null || !mapping.columns.includes('email')) throw new FileFault('no-address-column', null)
  const outside = databaseOf(payload)
  const lookups = await loadLookups(await networkLocales(payload), outside)
  const terms = { mapping, source: format.source, brings, lookups, now }
  await inTransaction(payload, async (transaction) => {
    if (!(await holdsImport(id, transaction))) return
    await prepare(id, transaction)
    let read = 0
    let characters = 0
    for await (const records of readRecords(importPath(id), format, READ_AT_ONCE)) {
      await keep(
        records.map((record) => readRow(record, terms)),
        transaction,
      )
      read += records.length
      characters += records.reduce((sum, { cells }) => sum + cells.join('').length + cells.length, 0)
      await noteProgress(id, (READ_SHARE * characters) / Math.max(1, bytes), outside)
    }
    if (read === 0) throw new FileFault('empty', null)
    await transaction.execute(sql`create index on incoming (address_key)`)
    await transaction.execute(sql`analyze incoming`)
    for (let done = 0; done < read; done += DECIDED_AT_ONCE) {
      await decide(id, done, transaction)
      await noteProgress(id, READ_SHARE + ((1 - READ_SHARE) * done) / read, outside)
    }
    await finish(id, await countRows(id, transaction), transaction)
  })
}

async function prepare(id: string, transaction: Database): Promise<void> {
  await transaction.execute(sql`delete from audience_import_rows where import_id = ${id}::uuid`)
  await transaction.execute(sql`
    create temp table incoming (
      position integer generated always as identity, line integer, email text, address_key text, vals jsonb, fault text
    ) on commit drop
  `)
}

async function keep(rows: readonly ReadRow[], transaction: Database): Promise<void> {
  await transaction.execute(sql`
    insert into incoming (line, email, address_key, vals, fault)
    select row.line, row.email, row."addressKey", row.values, row.fault
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as row (line integer, email text, "addressKey" text, values jsonb, fault text)
  `)
}

/** Of two rows with one address the one counts that bars it, else the first that can be read. */
async function decide(id: string, after: number, transaction: Database): Promise<void> {
  const rows = sql`(
    select own.*, (
      select other.line from incoming other
      where other.address_key = own.address_key and other.fault is null and other.line <> own.line
        and (other.vals ? 'bars', -other.line) > (own.vals ? 'bars', -own.line)
      order by other.vals ? 'bars' desc, other.line limit 1
    ) as first_line
    from incoming own
    where own.position > ${after} and own.position <= ${after + DECIDED_AT_ONCE}
    -- Else the other row is looked up once for each place that it is asked for in.
    offset 0
  )`
  await transaction.execute(sql`
    insert into audience_import_rows (import_id, line, email, address_key, values, outcome, reason, subscriber_id)
    select ${id}::uuid, line, email, address_key,
      case when first_line is null then vals
        else vals || jsonb_build_object('found', first_line::text) end,
      outcome, reason,
      -- A new person gets their id now, so that the import need not write it into each row.
      case when outcome = 'new' then gen_random_uuid() else subscriber_id end
    from (${standingOf(rows)}) as standing
  `)
}

/** Rows by outcome and reason, as they stand. */
export async function countRows(id: string, database: Database): Promise<ImportCounts> {
  const { rows } = await database.execute<{ outcome: string; reason: string | null; rows: number }>(sql`
    select outcome, reason, count(*)::int as rows from audience_import_rows where import_id = ${id}::uuid
    group by outcome, reason order by outcome, reason
  `)
  const outcomes: Record<string, number> = {}
  const reasons: Record<string, number> = {}
  for (const { outcome, reason, rows: count } of rows) {
    outcomes[outcome] = (outcomes[outcome] ?? 0) + count
    if (reason !== null) reasons[reason] = (reasons[reason] ?? 0) + count
  }
  return { rows: rows.reduce((sum, row) => sum + row.rows, 0), outcomes, reasons }
}

async function finish(id: string, counts: ImportCounts, transaction: Database): Promise<void> {
  await transaction.execute(sql`
    update audience_imports set state = 'checked', problem = null, progress = null,
      counts = ${JSON.stringify(counts)}::jsonb, updated_at = now()
    where id = ${id}::uuid and state = 'checking'
  `)
}
