import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

/** A worker as it runs in production, in a process of its own that a test may kill. */
export interface WorkerProcess extends AsyncDisposable {
  /** `kill -9`: no chance to tidy up. */
  kill(): Promise<void>
  stop(): Promise<void>
}

/** Settles when the worker is at work. It takes its settings from this process's environment. */
export async function startWorkerProcess(): Promise<WorkerProcess> {
  const child = fork(join(process.cwd(), 'src/testing/worker.ts'), {
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
    stop: () => end('SIGTERM'),
    [Symbol.asyncDispose]: () => end('SIGKILL'),
  }
}

const isRunning = ({ exitCode, signalCode }: ChildProcess): boolean =>
  exitCode === null && signalCode === null
