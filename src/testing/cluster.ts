import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { TestProject } from 'vitest/node'

import { accountForPostgres, canEnter } from '../run/database/account.ts'
import { type Cluster, startCluster } from '../run/database/cluster.ts'
import { projectRoot } from '../run/project-root.ts'
import { type Origin, originOf } from './emptied-database.ts'
import { testEnvironment } from './environment.ts'
import { runStatement, TEMPLATE } from './template.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Connection string of the database from which others of the run's cluster are made. */
    readonly maintenanceUrl: string
    /** What each of them holds at first. */
    readonly origin: Origin
  }
}

const MIGRATION_TIMEOUT_MS = 120_000

let cluster: Cluster | undefined

/** vitest calls this once for a project that has files to run: one cluster, migrated once, for all of them. */
export async function setup(project: TestProject): Promise<void> {
  cluster = await startCluster({
    folder: temporaryFolder(),
    password: randomBytes(16).toString('hex'),
    port: null,
    durable: false,
    discard: true,
  })
  const maintenanceUrl = cluster.url('postgres')
  await runStatement(maintenanceUrl, `create database ${TEMPLATE}`)
  if (existsSync(join(projectRoot, 'src/migrations'))) await migrate(cluster.url(TEMPLATE))
  project.provide('maintenanceUrl', maintenanceUrl)
  project.provide('origin', await originOf(cluster.url(TEMPLATE)))
}

export async function teardown(): Promise<void> {
  await cluster?.stop()
}

/** In the system's folder for such, or in /tmp where Postgres's account may not enter that. */
function temporaryFolder(): string {
  const parent = canEnter(accountForPostgres(), tmpdir()) ? tmpdir() : '/tmp'
  const folder = mkdtempSync(join(parent, 'emissary-test-'))
  chmodSync(folder, 0o755)
  return folder
}

async function migrate(url: string): Promise<void> {
  const child = spawn(process.execPath, ['src/run/migrate.ts'], {
    cwd: projectRoot,
    env: { ...process.env, ...testEnvironment, DATABASE_URL: url, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: MIGRATION_TIMEOUT_MS,
  })
  const said: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => said.push(chunk))
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new Error(`the test database could not be migrated:\n${Buffer.concat(said)}`)
}
