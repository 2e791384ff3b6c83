import { Client, DatabaseError } from 'pg'

import { StartError } from './start-error.ts'

const TIMEOUT_MS = 5000

/**
 * Makes sure that a PostgreSQL answers and lets us in.
 * @throws {StartError} that names the host, never user or password.
 */
export async function reachDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: TIMEOUT_MS })
  const { host } = new URL(url)
  try {
    await client.connect()
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (error instanceof DatabaseError)
      throw new StartError('database-refused', { host, detail: message }, error)
    throw new StartError('database-unreachable', { host, detail: code ?? message }, error)
  }
  await client.end()
}
