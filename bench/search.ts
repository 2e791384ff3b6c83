import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

import { startCluster } from '../src/run/database/cluster.ts'
import { testEnvironment } from '../src/testing/environment.ts'
import { runStatement } from '../src/testing/template.ts'
import type { BenchResult } from './run.ts'

/**
 * How long a reader waits for what is found, in a database of its own: words, beginnings, mistyped words, filters and counted
 * choices in eight languages of four scripts. Part of `reading`. `SEARCH_ITEMS` scales it; each item has eight texts.
 */
export async function bench(): Promise<BenchResult> {
  const folder = mkdtempSync(join(tmpdir(), 'emissary-bench-'))
  chmodSync(folder, 0o755)
  const cluster = await startCluster({ folder, password: 'bench', port: null, durable: true, discard: true })
  await runStatement(cluster.url('postgres'), 'create database search')
  const env = {
    ...process.env,
    ...testEnvironment,
    NODE_ENV: 'production' as const,
    LOG_LEVEL: 'warn',
    DATABASE_URL: cluster.url('search'),
    MEDIA_DIR: folder,
  }
  await run(join(import.meta.dirname, '../src/run/migrate.ts'), env)
  const answer = await run(join(import.meta.dirname, 'search-part.ts'), env)
  await cluster.stop()
  return JSON.parse(answer.trim().split('\n').at(-1) ?? '')
}

/** Whatever it prints. What it says of its progress goes on to whoever waits. */
async function run(file: string, env: NodeJS.ProcessEnv): Promise<string> {
  const child = spawn(process.execPath, [file], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const [printed, [status]] = await Promise.all([text(child.stdout), once(child, 'exit')])
  if (status !== 0) throw new Error(`${file} ended with ${status}`)
  return printed
}
