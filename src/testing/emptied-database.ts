import { Client } from 'pg'

/** A database as the migrations leave it. */
export interface Origin {
  /** Another text after any statement that changes what a database is made of: tables, functions, triggers and the like. */
  readonly structure: string
  /** The tables that have rows, with all of them as a JSON array. */
  readonly tables: readonly { readonly name: string; readonly rows: string }[]
  /** Every sequence with its last value, as a JSON array. */
  readonly sequences: string
}

/** What holds more than this is not emptied: to copy the template is faster. */
const MOST_BYTES = 16 * 1024 ** 2

/** Where a statement leaves a new row or takes one away that changes what a database is made of. */
const catalogues = [
  'attrdef',
  'attribute',
  'constraint',
  'enum',
  'extension',
  'index',
  'namespace',
  'policy',
  'proc',
  'rewrite',
  'sequence',
  'statistic_ext',
  'trigger',
  'type',
]

/** Postgres writes into `pg_class` what it finds out about rows: of that only names and kinds are compared. */
const structureOf = `
  select concat_ws(' ',
    ${catalogues.map((name) => `(select concat(count(*), '/', max(xmin::text::bigint)) from pg_${name})`).join(', ')},
    (select md5(string_agg(concat_ws(' ', oid, relnamespace, relname, relkind, reloptions, relacl), ',' order by oid)) from pg_class),
    (select string_agg(setconfig::text, ',' order by setrole) from pg_db_role_setting
      join pg_database on pg_database.oid = setdatabase where datname = current_database())
  ) as structure`

/** What Postgres has found out about rows that are gone, and would plan with. */
const forgetStatistics = `
  with forgotten as (delete from pg_statistic where starelid = any($1))
  update pg_class set reltuples = -1 where oid = any($1)`

const sequencesOf = `
  select jsonb_agg(jsonb_build_object('schemaname', schemaname, 'sequencename', sequencename, 'was', last_value))::text as sequences
  from pg_sequences`

const resetSequences = `
  select setval(format('%I.%I', schemaname, sequencename)::regclass, coalesce(was, start_value), was is not null)
  from pg_sequences join jsonb_to_recordset($1) as at_first(schemaname name, sequencename name, was bigint)
    using (schemaname, sequencename)
  where last_value is distinct from was`

/** @param url of a database that was only just migrated */
export async function originOf(url: string): Promise<Origin> {
  const session = await open(url)
  try {
    const tables: { name: string; rows: string }[] = []
    for (const { name } of await writtenTables(session)) {
      const { rows } = await session.query(`select jsonb_agg(to_jsonb(held))::text as held from ${name} held`)
      if (rows[0].held !== null) tables.push({ name, rows: rows[0].held })
    }
    const { rows: found } = await session.query(sequencesOf)
    return { structure: await structure(session), tables, sequences: found[0].sequences }
  } finally {
    await session.end()
  }
}

/**
 * Makes a database that tests have used as it was at first. Nobody may be in it.
 *
 * @returns False, and nothing is touched, where it is made of something else by now or holds too much.
 */
export async function emptied(url: string, origin: Origin): Promise<boolean> {
  const session = await open(url)
  try {
    const written = await writtenTables(session)
    const bytes = written.reduce((sum, table) => sum + table.bytes, 0)
    if (bytes > MOST_BYTES || (await structure(session)) !== origin.structure) return false

    // No trigger and no foreign key has a say.
    await session.query("set session_replication_role = 'replica'")
    const names = written.map(({ name }) => name)
    await session.query(['begin', ...names.map((name) => `delete from ${name}`), 'commit'].join(';'))
    await session.query(`vacuum ${names.join(', ')}`)
    await session.query(forgetStatistics, [written.map(({ oid }) => oid)])
    for (const { name, rows } of origin.tables)
      await session.query(`insert into ${name} select * from jsonb_populate_recordset(null::${name}, $1)`, [
        rows,
      ])
    await session.query(resetSequences, [origin.sequences])
    return true
  } finally {
    await session.end()
  }
}

async function open(url: string): Promise<Client> {
  const session = new Client({ connectionString: url })
  await session.connect()
  return session
}

async function structure(session: Client): Promise<string> {
  const { rows } = await session.query(structureOf)
  return rows[0].structure
}

interface WrittenTable {
  readonly oid: number
  /** As a statement names it. */
  readonly name: string
  readonly bytes: number
}

/** Tables into which something was written since they were made or emptied. */
async function writtenTables(session: Client): Promise<readonly WrittenTable[]> {
  const { rows } = await session.query<WrittenTable>(`
    select * from (
      select pg_class.oid::int, format('%I.%I', nspname, relname) as name, pg_relation_size(pg_class.oid)::float8 as bytes
      from pg_class join pg_namespace on pg_namespace.oid = relnamespace
      where relkind = 'r' and nspname not in ('pg_catalog', 'information_schema')
    ) own where bytes > 0`)
  return rows
}
