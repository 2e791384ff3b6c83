import './load-env-file.ts'

import { Client } from 'pg'

import { env } from '../env.ts'
import { installQueues } from '../queue/queue.ts'
import { pendingMigrations } from './pending-migrations.ts'

/** Any number that nothing else locks with: two releases that start at once must not migrate at once. */
const LOCK = 7_236_645_011

/** Brings the database up to date. Waits for whoever is doing so already; then there is nothing left to do. */
async function migrate(url: string): Promise<void> {
  const session = new Client({ connectionString: url })
  await session.connect()
  // The lock ends with the session, so also when this process is killed.
  await session.query('select pg_advisory_lock($1)', [LOCK])
  try {
    if ((await pendingMigrations(url)).length > 0) await runMigrations()
    await installQueues(url)
  } finally {
    await session.end()
  }
}

async function runMigrations(): Promise<void> {
  // Loaded only when needed: it takes longer than everything else here.
  const [{ getPayload }, { default: config }] = await Promise.all([
    import('payload'),
    import('../../payload.config.ts'),
  ])
  const payload = await getPayload({ config, disableOnInit: true })
  await payload.db.migrate()
  await payload.destroy()
}

if (env.DATABASE_URL === undefined) throw new Error('set this environment variable: DATABASE_URL')
await migrate(env.DATABASE_URL)
// Payload keeps the connection that it watches for failures, which would keep this process alive.
process.exit()
