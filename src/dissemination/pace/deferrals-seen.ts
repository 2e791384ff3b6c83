/** How often each group of mail exchangers put a mail off lately, as far as this worker has seen. */
export interface DeferralsSeen {
  /** It took one, so it has nothing against us. */
  taken(group: string): void
  /** Answers whether it has put off so many by now that it is not about each of them. */
  putOff(group: string): boolean
}

/** In a row. One may be greylisted or busy by itself. */
const SEVERAL = 5
const WITHIN_MS = 60_000

/** @param now in milliseconds */
export function deferralsSeen(now: () => number = Date.now): DeferralsSeen {
  const moments = new Map<string, readonly number[]>()
  return {
    taken: (group) => void moments.delete(group),
    putOff(group) {
      const recent = (moments.get(group) ?? []).filter((moment) => now() - moment < WITHIN_MS)
      moments.set(group, [...recent, now()].slice(-SEVERAL))
      return recent.length + 1 >= SEVERAL
    },
  }
}
