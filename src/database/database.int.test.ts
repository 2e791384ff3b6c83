import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import config from '../../payload.config.ts'
import { runStatement } from '../testing/template.ts'
import { type Database, databaseOf, inTransaction, sql } from './database.ts'

let payload: Payload

beforeAll(async () => {
  payload = await getPayload({ config })
})
afterAll(() => payload.destroy())

const session = async (database: Database): Promise<number> =>
  (await database.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`)).rows[0]?.pid ?? 0

/** As a database does that restarts. Settles when the session is gone. */
const end = (pid: number) =>
  runStatement(process.env.DATABASE_URL ?? '', 'select pg_terminate_backend($1, 5000)', [pid])

test('a session that ends between two statements of a transaction costs the transaction, not the process', async () => {
  const cut = inTransaction(payload, async (transaction) => {
    await end(await session(transaction))
    await transaction.execute(sql`select 1`)
  })

  await expect(cut).rejects.toThrow('Failed query')
  expect(await session(databaseOf(payload))).toBeGreaterThan(0)
})

test('sessions that end while nobody uses them are replaced', async () => {
  const pid = await session(databaseOf(payload))
  await end(pid)

  await expect.poll(() => session(databaseOf(payload)).catch(() => pid)).not.toBe(pid)
})
