/** Something that runs until it is told to stop. */
export interface Running {
  stop(): Promise<void>
}

/** What a child tells the launcher. */
export type ChildMessage = { readonly kind: 'ready' }

/**
 * The life of a child process of the launcher, or of the same file started by hand: start, say so, and stop when asked,
 * on Ctrl-C, or when the launcher is gone (its channel closes even after a kill -9).
 */
export async function serve(start: () => Promise<Running>): Promise<void> {
  let running: Running | null = null
  let stopping = false

  async function stop(): Promise<void> {
    if (stopping) return
    stopping = true
    await running?.stop()
    process.exit(0)
  }

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop())
  process.on('disconnect', () => void stop())
  // The launcher's end of these pipes is gone after a kill -9; what we say then is for nobody.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)

  running = await start()
  const message: ChildMessage = { kind: 'ready' }
  process.send?.(message)
}
