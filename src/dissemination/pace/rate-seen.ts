/** How many mails this worker has seen leave to each group of mail exchangers lately. */
export interface RateSeen {
  note(group: string): void
  perSecond(group: string): number
}

/** Old enough to say something, young enough to be about now. Also keeps the groups few. */
const WINDOW_MS = 10_000

/** @param now in milliseconds */
export function rateSeen(now: () => number = Date.now): RateSeen {
  let since = now()
  let counts = new Map<string, number>()
  let before = new Map<string, number>()
  const turn = () => {
    const age = now() - since
    if (age < WINDOW_MS) return
    before = age < 2 * WINDOW_MS ? counts : new Map()
    counts = new Map()
    since = now()
  }
  return {
    note(group) {
      turn()
      counts.set(group, (counts.get(group) ?? 0) + 1)
    },
    perSecond(group) {
      turn()
      const seconds = Math.max(1, (now() - since) / 1000)
      return Math.max((counts.get(group) ?? 0) / seconds, (before.get(group) ?? 0) / (WINDOW_MS / 1000))
    },
  }
}
