import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { startCluster } from '../src/run/database/cluster.ts'
import { testEnvironment } from '../src/testing/environment.ts'
import { runStatement } from '../src/testing/template.ts'
import type { BenchResult } from './run.ts'

/** Segments and states of a whole network, the matrix, and a memory of a million pairs. Takes some minutes. */
export async function bench(): Promise<BenchResult> {
  const folder = mkdtempSync(join(tmpdir(), 'emissary-bench-'))
  chmodSync(folder, 0o755)
  const cluster = await startCluster({ folder, password: 'bench', port: null, durable: true, discard: true })
  await runStatement(cluster.url('postgres'), 'create database bench')
  Object.assign(process.env, testEnvironment, {
    DATABASE_URL: cluster.url('bench'),
    MEDIA_DIR: join(folder, 'media'),
  })
  const migrated = spawnSync(process.execPath, ['src/run/migrate.ts'], { env: process.env, encoding: 'utf8' })
  if (migrated.status !== 0) throw new Error(`the database was not migrated: ${migrated.stderr}`)
  const { measureTranslation } = await import('./translation-measures.ts')
  return await measureTranslation()
}
