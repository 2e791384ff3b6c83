import { existsSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { LONGEST_STOP_MS } from './child.ts'
import type { Places } from './launch-plan.ts'
import { endProcess, isRunning } from './processes.ts'
import { StartError } from './start-error.ts'

/** Which processes run from a data folder, so that the next start knows what a kill -9 left behind. */
export interface RunFile {
  /** Remembers a child. The marker is a part of its command line that no other program's has. */
  add(pid: number, marker: string): void
  remove(): void
}

interface Content {
  readonly launcher: number
  readonly places: Places
  /** Whether the database was the launcher's own, so that it ended with it. */
  readonly ownDatabase: boolean
  readonly children: readonly { readonly pid: number; readonly marker: string }[]
}

/** What is under way can still be finished and written down. */
const PATIENCE_MS = LONGEST_STOP_MS
/** Without a database nothing can be written down any more. */
const PATIENCE_WITHOUT_DATABASE_MS = 1500

/**
 * Takes the data folder for this process. Children of a launcher that was killed are on their way out: they are waited for.
 * @throws {StartError} when another launcher runs from the folder: two would fight over the database.
 */
export async function takeRunFile(
  folder: string,
  { places, ownDatabase }: Pick<Content, 'places' | 'ownDatabase'>,
): Promise<RunFile> {
  const file = join(folder, 'run.json')
  const earlier = read(file)
  if (earlier !== null) {
    if (isLauncher(earlier.launcher))
      throw new StartError('already-running', { pid: earlier.launcher, url: earlier.places.site })
    const patienceMs = earlier.ownDatabase ? PATIENCE_WITHOUT_DATABASE_MS : PATIENCE_MS
    const left = earlier.children.filter(({ pid, marker }) => isRunning(pid, marker))
    await Promise.all(left.map(({ pid }) => endProcess(pid, 'SIGTERM', patienceMs)))
  }

  let content: Content = { launcher: process.pid, places, ownDatabase, children: [] }
  const write = (): void => writeFileSync(file, JSON.stringify(content))
  write()
  return {
    add(pid, marker) {
      content = { ...content, children: [...content.children, { pid, marker }] }
      write()
    },
    remove: () => rmSync(file, { force: true }),
  }
}

/** The number may by now be another program's, or our own: numbers begin anew with each boot or container. */
function isLauncher(pid: number): boolean {
  return pid !== process.pid && isRunning(pid, 'start.ts') && folderOf(pid) === process.cwd()
}

/** Where a process was started. Without /proc (macOS) it is taken to be here. */
function folderOf(pid: number): string {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return process.cwd()
  }
}

/** A file that a kill cut short says nothing. */
function read(file: string): Content | null {
  if (!existsSync(file)) return null
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Content
  } catch {
    return null
  }
}
