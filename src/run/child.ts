import { leave } from './leave.ts'

/** Something that runs until it is told to stop. */
export interface Running {
  stop(): Promise<void>
}

/** What a child tells the launcher. */
export type ChildMessage = { readonly kind: 'ready' }

/** What is under way is finished within this, or given up: whoever started us waits no longer either. */
export const LONGEST_STOP_MS = 30_000
/** A terminal's Ctrl-C reaches us, and npm hands it on: within this it is the same wish. */
const SAME_WISH_MS = 500

/**
 * The life of a child process of the launcher, or of the same file started by hand: start, say so, and stop when asked,
 * on Ctrl-C, or when the launcher is gone (its channel closes even after a kill -9). Whoever asks twice does not want to
 * wait.
 */
export async function serve(start: () => Promise<Running>): Promise<void> {
  let running: Running | null = null
  let stopping = false
  let firstWishAt: number | null = null

  async function stop(): Promise<void> {
    if (stopping) return
    stopping = true
    setTimeout(() => leave(1), LONGEST_STOP_MS).unref()
    await running?.stop()
    leave(0)
  }

  function wish(): void {
    const now = performance.now()
    firstWishAt ??= now
    if (now - firstWishAt > SAME_WISH_MS) leave(1)
    void stop()
  }

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, wish)
  process.on('disconnect', () => void stop())
  // The launcher's end of these pipes is gone after a kill -9; what we say then is for nobody.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)

  running = await start()
  const message: ChildMessage = { kind: 'ready' }
  process.send?.(message)
}
