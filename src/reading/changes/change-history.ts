import { createHash } from 'node:crypto'

import { type Database, sql } from '../../database/database.ts'

/** The order of changes as this database has it. Places in that of another say nothing here. */
export interface ChangeHistory {
  /** Names it: eight letters and digits. */
  readonly epoch: string
  /** The greatest place that was given. 0: none yet. */
  readonly last: number
}

/**
 * Another history begins wherever changes may have been lost that somebody was already told: in a cluster made of a copy
 * (its system identifier), after a restore to a moment or a fail-over (its timeline), in a database or table that was made
 * anew from a dump (their OIDs). Nothing has to be noted for that, so nothing can come back with a backup.
 * https://www.postgresql.org/docs/current/functions-info.html#FUNCTIONS-INFO-CONTROLDATA
 */
export async function changeHistory(database: Database): Promise<ChangeHistory> {
  const { rows: allowed } = await database.execute<{ cluster: boolean }>(sql`
    select has_function_privilege('pg_control_system()', 'execute')
      and has_function_privilege('pg_control_checkpoint()', 'execute') as cluster
  `)
  // A host that keeps these to itself leaves what is in the database.
  const cluster =
    allowed[0]?.cluster === true
      ? sql`(select system_identifier::text from pg_control_system()) || '/' || (select timeline_id::text from pg_control_checkpoint())`
      : sql`''`
  const { rows } = await database.execute<{ origin: string; last: string }>(sql`
    select concat_ws('/', ${cluster}, (select oid from pg_database where datname = current_database()),
        'public_documents'::regclass::oid) as origin,
      coalesce((select max(seq) from public_documents), 0) as last
  `)
  const [{ origin, last } = { origin: '', last: '0' }] = rows
  return {
    epoch: createHash('sha256').update(origin).digest('hex').slice(0, 8),
    last: Number(last),
  }
}

/**
 * When this history took the place of another: whoever goes by dates has to take everything as changed then, since they may
 * have been told of what was lost. Null: no other was before it, as far as anybody saw.
 */
export async function historySince({ epoch }: ChangeHistory, database: Database): Promise<Date | null> {
  const known = sql`select since from change_histories where epoch = ${epoch}`
  const { rows } = await database.execute<{ since: string | Date | null }>(known)
  const [found] = rows.length > 0 ? rows : await noted(epoch, known, database)
  return found?.since == null ? null : new Date(found.since)
}

async function noted(epoch: string, known: ReturnType<typeof sql>, database: Database) {
  await database.execute(sql`
    insert into change_histories (epoch, since)
    select ${epoch}, case when exists (select from change_histories) then now() end on conflict (epoch) do nothing
  `)
  return (await database.execute<{ since: string | Date | null }>(known)).rows
}

/** Whether a place that somebody was told of is one of this history. */
export const isOf = (
  { epoch, last }: ChangeHistory,
  place: { readonly epoch: string; readonly seq: number },
): boolean => place.epoch === epoch && place.seq <= last
