import { type Database, sql } from '../../database/database.ts'
import type { Evidence } from './evidence.ts'
import type { FileFaultReason } from './file-fault.ts'
import type { FileFormat } from './file-format.ts'
import type { ImportMapping } from './import-fields.ts'

/** `checking`, `applying` and `undoing` are for a worker; a step that fails goes back to the state before it. */
export type ImportState = 'uploaded' | 'checking' | 'checked' | 'applying' | 'applied' | 'undoing' | 'undone'

/** What comes of a row. `barred`: the address is kept from getting mail. */
export const rowOutcomes = ['new', 'added', 'barred', 'unchanged', 'refused'] as const
export type RowOutcome = (typeof rowOutcomes)[number]

/** Why a step failed. `unexpected`: our own fault; the log says more. */
export interface ImportProblem {
  readonly reason: FileFaultReason | 'unexpected'
  readonly line: number | null
}

/** Rows by outcome, and those with a reason by reason. */
export interface ImportCounts {
  readonly rows: number
  readonly outcomes: Readonly<Partial<Record<RowOutcome, number>>>
  readonly reasons: Readonly<Record<string, number>>
  /** Of an import that was undone. */
  readonly undone?: UndoneCounts
}

/** People. */
export interface UndoneCounts {
  /** Had come with the import, and done nothing themselves since. */
  readonly removed: number
  /** Stay, without what the import had brought them. */
  readonly kept: number
  /** Addresses that may get mail again. */
  readonly released: number
}

const noCounts: ImportCounts = { rows: 0, outcomes: {}, reasons: {} }

/** A list of people that is brought in from elsewhere. */
export interface AudienceImport {
  readonly id: string
  readonly fileName: string
  readonly brings: 'people' | 'suppressions'
  readonly state: ImportState
  /** Of the step that failed last. Null: none did. */
  readonly problem: ImportProblem | null
  readonly format: FileFormat
  /** Null until it was mapped. */
  readonly mapping: ImportMapping | null
  /** Null until it was given. */
  readonly evidence: Evidence | null
  readonly counts: ImportCounts
  readonly bytes: number
  /** Of the step under way, from 0 to 1. Null: none is. */
  readonly progress: number | null
  /** Who of staff brought it. */
  readonly actor: string
  readonly createdAt: Date
  readonly appliedAt: Date | null
}

interface Row extends Record<string, unknown> {
  readonly id: string
  readonly file_name: string
  readonly brings: AudienceImport['brings']
  readonly state: ImportState
  readonly problem: string | null
  readonly format: FileFormat
  readonly mapping: ImportMapping | null
  readonly evidence: Evidence | null
  readonly counts: ImportCounts
  readonly bytes: string
  readonly progress: string | null
  readonly actor: string
  readonly created_at: string
  readonly applied_at: string | null
}

const importOf = (row: Row): AudienceImport => ({
  id: row.id,
  fileName: row.file_name,
  brings: row.brings,
  state: row.state,
  problem: problemIn(row.problem),
  format: row.format,
  mapping: row.mapping,
  evidence: row.evidence,
  counts: { ...noCounts, ...row.counts },
  bytes: Number(row.bytes),
  progress: row.progress === null ? null : Number(row.progress),
  actor: row.actor,
  createdAt: new Date(row.created_at),
  appliedAt: row.applied_at === null ? null : new Date(row.applied_at),
})

/** Stored as `reason` or `reason:line`. */
function problemIn(text: string | null): ImportProblem | null {
  if (text === null) return null
  const [reason = '', line] = text.split(':')
  return { reason: reason as ImportProblem['reason'], line: line === undefined ? null : Number(line) }
}

const problemText = ({ reason, line }: ImportProblem): string =>
  line === null ? reason : `${reason}:${line}`

const columns = sql.raw(
  `id, file_name, brings, state, problem, format, mapping, evidence, counts, bytes, progress, actor, created_at, applied_at`,
)

export async function createImport(
  created: Pick<AudienceImport, 'id' | 'fileName' | 'brings' | 'format' | 'mapping' | 'bytes' | 'actor'>,
  database: Database,
): Promise<void> {
  const { id, fileName, brings, format, mapping, bytes, actor } = created
  await database.execute(sql`
    insert into audience_imports (id, file_name, brings, state, format, mapping, bytes, actor)
    values (${id}::uuid, ${fileName}, ${brings}, 'uploaded', ${JSON.stringify(format)}::jsonb,
      ${JSON.stringify(mapping)}::jsonb, ${bytes}, ${actor}::uuid)
  `)
}

/** Null: there is none of that id. */
export async function findImport(id: string, database: Database): Promise<AudienceImport | null> {
  const { rows } = await database.execute<Row>(
    sql`select ${columns} from audience_imports where id = ${id}::uuid`,
  )
  const [row] = rows
  return row === undefined ? null : importOf(row)
}

/** The latest first. */
export async function listImports(limit: number, database: Database): Promise<AudienceImport[]> {
  const { rows } = await database.execute<Row>(
    sql`select ${columns} from audience_imports order by created_at desc, id limit ${limit}`,
  )
  return rows.map(importOf)
}

export interface ImportChanges {
  readonly brings?: AudienceImport['brings'] | undefined
  readonly format?: FileFormat | undefined
  readonly mapping?: ImportMapping | undefined
  readonly evidence?: Evidence | undefined
}

/** What was checked before must be checked again. False when a step is under way or was taken meanwhile. */
export async function changeImport(id: string, changes: ImportChanges, database: Database): Promise<boolean> {
  const { brings, format, mapping, evidence } = changes
  // Evidence says nothing about which rows can be used.
  const isNew = brings !== undefined || format !== undefined || mapping !== undefined
  const json = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value))
  const { rows } = await database.execute(sql`
    update audience_imports set
      brings = coalesce(${brings ?? null}, brings),
      format = coalesce(${json(format)}::jsonb, format),
      mapping = coalesce(${json(mapping)}::jsonb, mapping),
      evidence = coalesce(${json(evidence)}::jsonb, evidence),
      state = case when ${isNew} then 'uploaded' else state end,
      problem = null, updated_at = now()
    where id = ${id}::uuid and state in ('uploaded', 'checked')
    returning id
  `)
  return rows.length > 0
}

/** One statement, so that of two clicks one wins. False when it was in none of the states `from`. */
export async function moveImport(
  id: string,
  { from, to }: { readonly from: readonly ImportState[]; readonly to: ImportState },
  database: Database,
): Promise<boolean> {
  const isWork = to.endsWith('ing')
  const { rows } = await database.execute(sql`
    update audience_imports set state = ${to}, problem = null, progress = ${isWork ? '0' : null}, updated_at = now()
    where id = ${id}::uuid and state in (select jsonb_array_elements_text(${JSON.stringify(from)}::jsonb))
    returning id
  `)
  return rows.length > 0
}

/** A step is over that could not be done; nothing of it is left. */
export async function failImport(
  id: string,
  { from, to, problem }: { from: ImportState; to: ImportState; problem: ImportProblem },
  database: Database,
): Promise<void> {
  await database.execute(sql`
    update audience_imports set state = ${to}, problem = ${problemText(problem)}, progress = null, updated_at = now()
    where id = ${id}::uuid and state = ${from}
  `)
}

/** To be told outside the step's own transaction, or nobody would see it. @param share from 0 to 1. */
export async function noteProgress(id: string, share: number, database: Database): Promise<void> {
  await database.execute(sql`
    update audience_imports set progress = ${Math.min(1, share).toFixed(3)}, updated_at = now()
    where id = ${id}::uuid and state in ('checking', 'applying', 'undoing')
  `)
}

/** Those that a worker has to go on with. */
export async function importsUnderWay(database: Database): Promise<string[]> {
  const { rows } = await database.execute<{ id: string }>(
    sql`select id from audience_imports where state in ('checking', 'applying', 'undoing')`,
  )
  return rows.map(({ id }) => id)
}

export async function deleteImport(id: string, database: Database): Promise<boolean> {
  const { rows } = await database.execute(sql`
    with gone as (
      delete from audience_imports where id = ${id}::uuid and state in ('uploaded', 'checked') returning id
    ), rows_gone as (
      delete from audience_import_rows where import_id in (select id from gone)
    )
    select id from gone
  `)
  return rows.length > 0
}
