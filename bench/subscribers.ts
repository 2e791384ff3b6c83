import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { startCluster } from '../src/run/database/cluster.ts'
import { testEnvironment } from '../src/testing/environment.ts'
import { runStatement } from '../src/testing/template.ts'
import type { BenchResult } from './run.ts'

/** A million people: brought in from a file, counted by segments, and their digests planned. Takes a quarter of an hour. */
export async function bench(): Promise<BenchResult> {
  const folder = mkdtempSync(join(tmpdir(), 'emissary-bench-'))
  chmodSync(folder, 0o755)
  const cluster = await startCluster({ folder, password: 'bench', port: null, durable: true, discard: true })
  const imports = join(folder, 'imports')
  mkdirSync(imports)
  const parts: BenchResult[] = []
  for (const part of ['import', 'segments', 'digest'] as const) {
    await runStatement(cluster.url('postgres'), `create database ${part}`)
    parts.push(runPart(part, { DATABASE_URL: cluster.url(part), MEDIA_DIR: folder, IMPORTS_DIR: imports }))
    // A million people are some gigabytes: the next part begins with an empty disk.
    await runStatement(cluster.url('postgres'), `drop database ${part} with (force)`)
  }
  return {
    figures: Object.assign({}, ...parts.map(({ figures }) => figures)),
    goals: Object.assign({}, ...parts.map(({ goals }) => goals)),
    met: parts.every(({ met }) => met),
  }
}

/** Each in a process of its own, so that the memory that is measured is its own. */
function runPart(part: string, settings: Readonly<Record<string, string>>): BenchResult {
  const env = { ...process.env, ...testEnvironment, ...settings }
  const migrated = spawnSync(process.execPath, ['src/run/migrate.ts'], { env, encoding: 'utf8' })
  if (migrated.status !== 0) throw new Error(`the database was not migrated: ${migrated.stderr}`)
  const file = join(import.meta.dirname, 'subscribers-part.ts')
  // V8 fills what memory there is before it tidies up. Within this bound, what grows is what is needed.
  const bound = '--max-old-space-size=160'
  const { status, stdout, stderr } = spawnSync(process.execPath, [bound, file, part], {
    env,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`the part ${part} failed: ${stderr}`)
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '')
}
