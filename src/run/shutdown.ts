/** In this order: what takes work, what stands beside it, what keeps it. */
const ranks = ['work', 'surroundings', 'database'] as const
type Rank = (typeof ranks)[number]

/** What has been started so far and how to end it. */
export interface Shutdown {
  add(rank: Rank, stop: () => Promise<unknown>): void
  /** Ends everything once: those of one rank together, one rank after the other. */
  run(): Promise<void>
}

export function shutdown(): Shutdown {
  const stops: { rank: Rank; stop: () => Promise<unknown> }[] = []
  let done: Promise<void> | undefined

  async function all(): Promise<void> {
    for (const rank of ranks)
      await Promise.all(stops.filter((one) => one.rank === rank).map(({ stop }) => stop()))
  }

  return {
    add: (rank, stop) => void stops.push({ rank, stop }),
    run: () => (done ??= all()),
  }
}
