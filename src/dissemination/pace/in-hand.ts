/** What came of one thing that was under way. */
export interface Done<Item, Result> {
  readonly item: Item
  readonly result: Result
}

/** What a worker has begun and not yet written down the outcome of: at most so much, whatever happens. */
export interface InHand<Item, Result> {
  /** Waits until at least so much more may be begun, and answers how much. */
  room(atLeast: number): Promise<number>
  /** Keeps it in hand until its outcome is written down. */
  begin(item: Item, result: Promise<Result>): void
  /** Waits until all of it is written down. */
  emptied(): Promise<void>
}

/** An outcome waits for others to be written down with, but no longer than this. */
const TOGETHER_MS = 50

/**
 * Keeps things under way without a barrier: as soon as half of them have an outcome those are written down together, and
 * others begin in their place while the rest goes on.
 * @param write called once at a time. What it throws goes up from the next call of `room` or `emptied`.
 */
export function inHand<Item, Result>(
  limit: number,
  write: (done: readonly Done<Item, Result>[]) => Promise<void>,
): InHand<Item, Result> {
  let count = 0
  let done: Done<Item, Result>[] = []
  let isWriting = false
  let failure: { readonly error: unknown } | null = null
  let timer: NodeJS.Timeout | null = null
  let waiting: (() => void)[] = []

  const changed = () => {
    const woken = waiting
    waiting = []
    for (const wake of woken) wake()
  }
  const change = () => new Promise<void>((resolve) => waiting.push(resolve))
  const failed = (error: unknown) => {
    failure ??= { error }
  }

  async function writeDown() {
    const part = done
    done = []
    if (timer !== null) clearTimeout(timer)
    timer = null
    isWriting = true
    await write(part).catch(failed)
    isWriting = false
    count -= part.length
    changed()
    consider()
  }

  function consider() {
    if (isWriting || done.length === 0) return
    if (done.length * 2 >= limit || done.length === count) void writeDown()
    else timer ??= setTimeout(() => void writeDown(), TOGETHER_MS)
  }

  return {
    async room(atLeast) {
      for (;;) {
        if (failure !== null) throw failure.error
        if (limit - count >= Math.min(atLeast, limit)) return limit - count
        await change()
      }
    },
    begin(item, result) {
      count += 1
      result.then(
        (value) => {
          done.push({ item, result: value })
          consider()
        },
        (error: unknown) => {
          failed(error)
          count -= 1
          changed()
          consider()
        },
      )
    },
    async emptied() {
      while (count > 0) await change()
      if (failure !== null) throw failure.error
    },
  }
}
