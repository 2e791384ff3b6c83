import './load-env-file.ts'

import { getPayload, type Payload } from 'payload'
import { Client } from 'pg'

import config from '../../payload.config.ts'
import { env } from '../env.ts'
import { installQueues } from '../queue/queue.ts'

/** Any number that nothing else locks with: two releases that start at once must not migrate at once. */
const LOCK = 7_236_645_011

/** Brings the database up to date. Waits for whoever is doing so already; then there is nothing left to do. */
async function migrate(payload: Payload): Promise<void> {
  const session = new Client({ connectionString: env.DATABASE_URL })
  await session.connect()
  // The lock ends with the session, so also when this process is killed.
  await session.query('select pg_advisory_lock($1)', [LOCK])
  try {
    await payload.db.migrate()
    await installQueues(env.DATABASE_URL ?? '')
  } finally {
    await session.end()
  }
}

const payload = await getPayload({ config, disableOnInit: true })
await migrate(payload)
await payload.destroy()
// Payload keeps the connection that it watches for failures, which would keep this process alive.
process.exit()
