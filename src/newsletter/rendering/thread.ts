import { type MessagePort, Worker } from 'node:worker_threads'

/** Names of what a thread does, and how. */
export type Tasks = Readonly<Record<string, (input: never) => unknown>>

type Result<Name extends keyof T, T extends Tasks> = Awaited<ReturnType<T[Name]>>

/** A worker thread that is there while there is something to do. */
export interface Thread<T extends Tasks> {
  /**
   * Has something done in the thread, after everything that was asked for before.
   * @throws what the task threw, as a plain `Error` with its message.
   * @throws {ThreadError} when the thread died over it or it took too long. What waits behind it goes to a fresh thread.
   */
  run<Name extends keyof T & string>(name: Name, input: Parameters<T[Name]>[0]): Promise<Result<Name, T>>
}

interface ThreadSettings {
  /** Path of the module that calls `answerTasks`. */
  readonly file: string
  /** How long one task may take, start of the thread included. */
  readonly timeoutMs: number
  /** How long the thread stays when there is nothing to do. */
  readonly idleMs: number
}

interface Waiting {
  readonly name: string
  readonly input: unknown
  readonly resolve: (value: never) => void
  readonly reject: (error: Error) => void
}

type Reply = { readonly value: never } | { readonly error: string }

/** The thread did not do what was asked of it. */
class ThreadError extends Error {
  override readonly name = 'ThreadError'
  readonly reason: 'died' | 'too-long'

  constructor(reason: ThreadError['reason'], message: string, cause?: unknown) {
    super(message, { cause })
    this.reason = reason
  }
}

/**
 * A thread that starts with the first task and ends when it was idle for a while. It keeps the process alive only while
 * something is under way, so programs end by themselves.
 */
export function thread<T extends Tasks>({ file, timeoutMs, idleMs }: ThreadSettings): Thread<T> {
  const queue: Waiting[] = []
  let current: Waiting | null = null
  let worker: Worker | null = null
  let timer: NodeJS.Timeout | undefined

  const start = (): Worker => {
    // Flags of the program, such as those of `node --eval`, are not for the thread.
    const started = new Worker(/* turbopackIgnore: true */ file, { execArgv: [] })
    started.on('message', (reply: Reply) => {
      if (started === worker) settle(reply)
    })
    started.on('error', (error) => lose(started, new ThreadError('died', `${file} failed`, error)))
    started.on('exit', (code) => lose(started, new ThreadError('died', `${file} ended with ${code}`)))
    return started
  }

  const next = (): void => {
    if (current !== null) return
    clearTimeout(timer)
    current = queue.shift() ?? null
    if (current === null) {
      rest()
      return
    }
    worker ??= start()
    worker.ref()
    const { name } = current
    timer = setTimeout(() => {
      const late = new ThreadError('too-long', `${name} took longer than ${timeoutMs} ms`)
      if (worker !== null) lose(worker, late)
    }, timeoutMs)
    worker.postMessage({ name, input: current.input })
  }

  const rest = (): void => {
    worker?.unref()
    timer = setTimeout(leave, idleMs).unref()
  }

  const settle = (reply: Reply): void => {
    const done = current
    current = null
    if ('error' in reply) done?.reject(new Error(reply.error))
    else done?.resolve(reply.value)
    next()
  }

  /** Of a thread that was given up before, nothing is heard. */
  const lose = (lost: Worker, error: ThreadError): void => {
    if (lost !== worker) return
    leave()
    const failed = current
    current = null
    failed?.reject(error)
    next()
  }

  const leave = (): void => {
    void worker?.terminate()
    worker = null
  }

  return {
    run: (name, input) =>
      new Promise((resolve, reject) => {
        queue.push({ name, input, resolve, reject })
        next()
      }),
  }
}

/** The other side: does what is asked, one after the other. */
export function answerTasks(port: MessagePort | null, tasks: Tasks): void {
  port?.on('message', async ({ name, input }: { readonly name: string; readonly input: never }) => {
    try {
      port.postMessage({ value: await tasks[name]?.(input) })
    } catch (error) {
      port.postMessage({ error: error instanceof Error ? error.message : String(error) })
    }
  })
}
