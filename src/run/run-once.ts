import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

import type { Environment } from './child-process.ts'
import { projectRoot } from './project-root.ts'

export interface Errand {
  /** What Node gets: a file of ours or of a package, and its arguments. */
  readonly arguments: readonly string[]
  readonly env: Environment
  /** Gets every line that it writes. */
  readonly onLine: (line: string) => void
  readonly onStart: (pid: number) => void
  /** Ends it. */
  readonly signal: AbortSignal
}

/** Runs a program to its end, in the project's root. True when it succeeded. */
export async function runOnce(errand: Errand): Promise<boolean> {
  const child = spawn(process.execPath, [...errand.arguments], {
    cwd: projectRoot,
    env: { ...errand.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    signal: errand.signal,
  })
  errand.onStart(child.pid ?? 0)
  for (const stream of [child.stdout, child.stderr]) createInterface(stream).on('line', errand.onLine)
  const [code] = (await once(child, 'close')) as [number | null]
  return code === 0
}
