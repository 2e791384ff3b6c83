import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads'

import { monotonicMs } from './content-line.ts'
import { type Heard, IS_LISTENING, PLACES, PROVEN_UP_TO, type ThreadData, TOLD } from './heard.ts'

/** Hears what changes in the database, also while this thread is busy. */
export interface ContentEar {
  /**
   * Whether everything that was committed more than `STALE_AFTER_MS` ago has been heard, and told to whoever listens here,
   * for certain. An answer that is kept may be sent only then; it is therefore never older.
   */
  isCurrent(): boolean
  stop(): Promise<void>
}

/** An answer that is sent from memory is no older. */
export const STALE_AFTER_MS = 800
const AGAIN_AFTER_MS = 1_000

/**
 * A thread of its own listens: in this one a hundred pages that are being made would keep it from hearing for longer than
 * an answer may be old, and so nothing could be sent from memory just when that is needed most. What it has told by now is
 * taken in before anything is sent.
 */
export function contentEar(connectionString: string, onHeard: (heard: Heard) => void): ContentEar {
  const shared = new Int32Array(new SharedArrayBuffer(PLACES * Int32Array.BYTES_PER_ELEMENT))
  const clockOffset = monotonicMs() - performance.now()
  let taken = 0
  let stopped = false
  let thread = start()

  function take(heard: Heard): void {
    taken = (taken + 1) | 0
    onHeard(heard)
  }

  function start() {
    const { port1: here, port2: there } = new MessageChannel()
    const workerData: ThreadData = { connectionString, shared, port: there }
    const worker = new Worker(new URL('./content-thread.ts', import.meta.url), {
      workerData,
      transferList: [there],
      execArgv: [],
      name: 'content',
    })
    here.on('message', take)
    here.unref()
    worker.unref()
    // It ends where it fails, and so does what it knew.
    worker.on('error', () => undefined)
    worker.once('exit', (code) => {
      here.close()
      if (stopped) return
      Atomics.store(shared, IS_LISTENING, 0)
      taken = Atomics.load(shared, TOLD)
      onHeard({ kind: 'lost', why: `the thread that listens ended with ${code}` })
      setTimeout(() => {
        if (!stopped) thread = start()
      }, AGAIN_AFTER_MS).unref()
    })
    return { worker, here }
  }

  function takeAll(): void {
    const told = Atomics.load(shared, TOLD)
    if (told === taken) return
    for (;;) {
      const next = receiveMessageOnPort(thread.here)
      if (next === undefined) break
      take(next.message as Heard)
    }
    // A thread that ended may have told what nobody took.
    taken = told
  }

  return {
    isCurrent() {
      const now = (performance.now() + clockOffset) | 0
      const isProven =
        Atomics.load(shared, IS_LISTENING) === 1 &&
        ((now - Atomics.load(shared, PROVEN_UP_TO)) | 0) <= STALE_AFTER_MS
      if (isProven) takeAll()
      return isProven
    },
    async stop() {
      stopped = true
      await thread.worker.terminate()
    },
  }
}
