import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

/** A worker as it runs in production, in a process of its own that a test may kill. */
export interface WorkerProcess extends AsyncDisposable {
  /** `kill -9`: no chance to tidy up. */
  kill(): Promise<void>
  /** Asks it to stop, and waits. Answers its exit code; null when a signal ended it. @default SIGTERM */
  stop(signal?: 'SIGTERM' | 'SIGINT'): Promise<number | null>
  /** Asks it to stop, and does not wait. */
  ask(): void
  /** Null while it runs, and when a signal ended it. */
  exitCode(): number | null
}

/** Settles when the worker is at work. It takes its settings from this process's environment. */
export async function startWorkerProcess(): Promise<WorkerProcess> {
  const child = fork(join(process.cwd(), 'src/run/worker.ts'), {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const ended = once(child, 'exit')
  await Promise.race([
    once(child, 'message'),
    ended.then(() => Promise.reject(new Error('the worker did not start'))),
  ])
  const end = async (signal: NodeJS.Signals) => {
    if (isRunning(child)) child.kill(signal)
    await ended
  }
  return {
    kill: () => end('SIGKILL'),
    stop: async (signal = 'SIGTERM') => {
      await end(signal)
      return child.exitCode
    },
    ask: () => void child.kill('SIGTERM'),
    exitCode: () => child.exitCode,
    [Symbol.asyncDispose]: () => end('SIGKILL'),
  }
}

const isRunning = ({ exitCode, signalCode }: ChildProcess): boolean =>
  exitCode === null && signalCode === null
