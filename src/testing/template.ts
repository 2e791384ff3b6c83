import { setTimeout } from 'node:timers/promises'

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

const LOOK_EVERY_MS = 10
const LEAVES_WITHIN_MS = 1_000

/**
 * Ends the sessions of a database that nobody uses just now, such as those that a pool keeps.
 * @param known how many whose client may be cut off. Others are let go first: a pool says that it has ended while its sessions
 *   have not, and who is cut off then fails the test.
 */
export async function endIdleSessions(url: string, database: string, known: number): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const until = performance.now() + LEAVES_WITHIN_MS
    while ((await sessionsIn(database, client)) > known && performance.now() < until)
      await setTimeout(LOOK_EVERY_MS)
    await client.query(
      "select pg_terminate_backend(pid, 1000) from pg_stat_activity where datname = $1 and state = 'idle'",
      [database],
    )
  } finally {
    await client.end()
  }
}

async function sessionsIn(database: string, client: Client): Promise<number> {
  const { rowCount } = await client.query('select from pg_stat_activity where datname = $1', [database])
  return rowCount ?? 0
}

/** Whether no session is open in a database, so that it can be dropped. */
export async function isUnused(url: string, database: string): Promise<boolean> {
  const { rowCount } = await runStatement(url, 'select 1 from pg_stat_activity where datname = $1', [
    database,
  ])
  return rowCount === 0
}
