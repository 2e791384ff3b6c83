import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'

import { projectRoot } from './project-root.ts'
import { StartError } from './start-error.ts'

export type Environment = Readonly<NodeJS.ProcessEnv>

export interface ChildSettings {
  /** As a sentence names it: `web server`. */
  readonly name: string
  /** From the project's root. */
  readonly file: string
  /** Node's own. */
  readonly options?: readonly string[]
  readonly env: Environment
  /** Gets every line that the child writes. */
  readonly onLine: (line: string) => void
  /** The marker is a part of its command line that no other program's has. */
  readonly onStart: (pid: number, marker: string) => void
}

/** A process that runs until it is told to stop, or until this one is gone. */
export interface Child {
  readonly name: string
  /** Says how it ended, whoever wanted it. */
  readonly ended: Promise<string>
  /** Asks it to finish what it is doing; after `patienceMs` it is killed. */
  stop(patienceMs: number): Promise<void>
}

const READY_WITHIN_S = 120

/**
 * Starts a process of `serve` in a group of its own, which Ctrl-C in the terminal does not reach: the launcher decides
 * in which order they stop. Resolves when the child says that it is ready.
 * @throws {StartError} when it ends instead, or says nothing for too long.
 */
export async function startChild({
  name,
  file,
  options = [],
  env,
  onLine,
  onStart,
}: ChildSettings): Promise<Child> {
  const marker = join(projectRoot, file)
  const forked = fork(marker, [], {
    cwd: projectRoot,
    env: { ...env },
    detached: true,
    execArgv: [...options],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  for (const stream of [forked.stdout, forked.stderr])
    if (stream !== null) createInterface(stream).on('line', onLine)
  onStart(forked.pid ?? 0, marker)
  const ended = howItEnds(forked)

  const outcome = await Promise.race([
    once(forked, 'message').then(() => 'ready' as const),
    ended,
    wait(READY_WITHIN_S * 1000, 'silent' as const, { ref: false }),
  ])
  if (outcome === 'silent') {
    forked.kill('SIGKILL')
    throw new StartError('process-silent', { name, seconds: READY_WITHIN_S })
  }
  if (outcome !== 'ready') throw new StartError('process-ended', { name, how: outcome })
  return {
    name,
    ended,
    async stop(patienceMs) {
      forked.kill('SIGTERM')
      const late = await Promise.race([ended.then(() => false), wait(patienceMs, true, { ref: false })])
      if (late) forked.kill('SIGKILL')
      await ended
    },
  }
}

async function howItEnds(child: ChildProcess): Promise<string> {
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null]
  return signal ?? `exit code ${code}`
}
