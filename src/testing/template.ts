import { Client, type QueryResult } from 'pg'

/** Database that has every migration and no row; those of the test files are copies of it. */
export const TEMPLATE = 'template'

/** Runs one statement in a session of its own, as statements about whole databases want it. */
export async function runStatement(
  url: string,
  statement: string,
  values: readonly unknown[] = [],
): Promise<QueryResult> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await client.query(statement, [...values])
  } finally {
    await client.end()
  }
}

/** Ends the sessions of a database that nobody uses just now, such as those that a pool keeps. */
export async function endIdleSessions(url: string, database: string): Promise<void> {
  await runStatement(
    url,
    "select pg_terminate_backend(pid, 1000) from pg_stat_activity where datname = $1 and state = 'idle'",
    [database],
  )
}

/** Whether no session is open in a database, so that it can be dropped. */
export async function isUnused(url: string, database: string): Promise<boolean> {
  const { rowCount } = await runStatement(url, 'select 1 from pg_stat_activity where datname = $1', [
    database,
  ])
  return rowCount === 0
}
