import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import { isRunning } from './processes.ts'
import { projectRoot } from './project-root.ts'

const file = join(projectRoot, 'node_modules', '.cache', 'emissary', 'build.lock')
const POLL_MS = 500

/** Lets one process at a time build: two of them in one folder spoil each other's work. A killed one holds nothing up. */
export async function withBuildLock<Result>(
  signal: AbortSignal,
  work: () => Promise<Result>,
): Promise<Result> {
  mkdirSync(dirname(file), { recursive: true })
  while (!taken()) {
    const holder = Number(readFileSync(file, 'utf8'))
    if (isRunning(holder, 'node')) await wait(POLL_MS, undefined, { signal })
    else rmSync(file, { force: true })
  }
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}

/** False when another process has it. */
function taken(): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}
