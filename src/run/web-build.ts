import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

import { withBuildLock } from './build-lock.ts'
import type { Environment } from './child-process.ts'
import { writableFolder } from './data-folder.ts'
import { projectRoot } from './project-root.ts'
import { runOnce } from './run-once.ts'
import { sourceFingerprint } from './source-fingerprint.ts'
import { StartError } from './start-error.ts'

const folder = join(projectRoot, '.next')
/** Next writes this last; beside it we keep what it was made of. */
const finished = join(folder, 'BUILD_ID')
const madeOf = join(folder, 'made-of.txt')

export const isBuilt = (): boolean =>
  existsSync(finished) &&
  existsSync(madeOf) &&
  readFileSync(madeOf, 'utf8') === sourceFingerprint(projectRoot)

export interface BuildSettings {
  readonly env: Environment
  readonly onStart: (pid: number) => void
  /** Gets every line of Next's. */
  readonly onLine: (line: string) => void
  readonly signal: AbortSignal
}

/**
 * `next build`, unless somebody else just did it. The database is not shown to it: nothing of it may end up in files.
 * @throws {StartError} when Next says no.
 */
export async function buildWeb(settings: BuildSettings): Promise<void> {
  writableFolder(folder)
  await withBuildLock(settings.signal, async () => {
    if (!isBuilt()) await build(settings)
  })
}

async function build({ env, onStart, onLine, signal }: BuildSettings): Promise<void> {
  const fingerprint = sourceFingerprint(projectRoot)
  const succeeded = await runOnce({
    arguments: [createRequire(import.meta.url).resolve('next/dist/bin/next'), 'build'],
    env: { ...env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', DATABASE_URL: '' },
    onLine,
    onStart,
    signal,
  })
  if (!succeeded) throw new StartError('build-failed')
  writeFileSync(madeOf, fingerprint)
}
