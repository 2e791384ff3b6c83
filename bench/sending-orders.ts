import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

import { workerOptions } from '../src/run/worker-options.ts'

/** What a piece of work took of this process. */
export interface Spent {
  readonly mails: number
  readonly seconds: number
  /** Of this process alone, all its threads. */
  readonly cpuMsPerMail: number
  readonly peakMegabytes: number
}

const SAMPLE_MS = 50

export async function spent(mails: number, work: () => Promise<unknown>): Promise<Spent> {
  let peak = 0
  const sample = () => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }
  const sampling = setInterval(sample, SAMPLE_MS)
  const begun = performance.now()
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  const seconds = (performance.now() - begun) / 1000
  sample()
  clearInterval(sampling)
  return { mails, seconds, cpuMsPerMail: (user + system) / 1000 / mails, peakMegabytes: peak / 1e6 }
}

interface Order {
  readonly what: string
  readonly port: number
  readonly mails: number
  readonly issueId: string
  readonly bytes: number
}

type Doing = Readonly<Record<string, (order: Order) => Promise<unknown>>>

/** Says that it is ready, then does what it is told, one thing after another, until it is let go. */
export async function answerOrders(doing: Doing): Promise<void> {
  process.on('message', async (order: Order) => {
    const answer = await doing[order.what]?.(order)
    process.send?.({ answer })
  })
  process.send?.({ ready: true })
}

/** A process that takes orders. */
export interface Hand extends AsyncDisposable {
  order<Answer>(order: Partial<Order>): Promise<Answer>
}

export async function startHand(
  file: string,
  settings: NodeJS.ProcessEnv,
  args: readonly string[] = [],
): Promise<Hand> {
  const child = begin(file, settings, args)
  await answerOf(child)
  return {
    async order<Answer>(order: Partial<Order>) {
      child.send(order)
      const { answer } = (await answerOf(child)) as { answer: Answer }
      return answer
    },
    [Symbol.asyncDispose]: () => ended(child),
  }
}

/** What a server has seen so far. */
export interface Seen {
  readonly mails: number
  /** Where it counts them. */
  readonly requests?: number
}

/** A server that is counted on, and its port. */
export interface Sink extends AsyncDisposable {
  readonly port: number
  seen(): Promise<Seen>
  mails(): Promise<number>
}

export async function startSink(file: string, args: readonly string[] = []): Promise<Sink> {
  const child = begin(file, process.env, args)
  const { port } = (await answerOf(child)) as { port: number }
  const seen = async () => {
    child.send('count')
    return (await answerOf(child)) as Seen
  }
  return {
    port,
    seen,
    mails: async () => (await seen()).mails,
    [Symbol.asyncDispose]: () => ended(child),
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill()
  await gone
}

const begin = (file: string, env: NodeJS.ProcessEnv, args: readonly string[]): ChildProcess =>
  fork(join(import.meta.dirname, file), [...args], {
    env,
    execArgv: file === 'sending-part.ts' ? [...workerOptions] : [],
  })

/** @throws when it ends without a word. */
async function answerOf(child: ChildProcess): Promise<unknown> {
  const heard = new AbortController()
  const answer = once(child, 'message', { signal: heard.signal })
  const exit = once(child, 'exit', { signal: heard.signal }).then(([code, signal]) => {
    throw new Error(`a process of the benchmark ended with ${code ?? signal}`)
  })
  try {
    const [message] = (await Promise.race([answer, exit])) as [unknown]
    return message
  } finally {
    heard.abort()
    answer.catch(() => undefined)
    exit.catch(() => undefined)
  }
}
