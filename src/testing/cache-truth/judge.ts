/** What changed for readers at a place, such as an item in a language. */
export interface Change {
  readonly place: string
  /** Null: nothing is to be seen there any more. */
  readonly title: string | null
  /** In milliseconds by a clock that all processes share. It came about between these two. */
  readonly began: number
  readonly ended: number
}

/** What a reader was shown at a place. */
export interface Sight {
  readonly place: string
  readonly title: string | null
  /** In milliseconds, by the same clock. */
  readonly asked: number
  readonly answered: number
}

interface State extends Pick<Change, 'title' | 'began'> {
  /** From when on it certainly stood there no more. */
  readonly over: number
}

/**
 * Sights of what could not have stood there when it was shown, nor for `staleMs` before it was asked for. Of two changes
 * that overlap either may have been the later one; before the first there was nothing.
 */
export function untrueSights(
  sights: readonly Sight[],
  changes: readonly Change[],
  staleMs: number,
): readonly Sight[] {
  const states = new Map<string, readonly State[]>()
  const statesAt = (place: string): readonly State[] => {
    const known = states.get(place) ?? statesOf(changes.filter((change) => change.place === place))
    states.set(place, known)
    return known
  }
  return sights.filter(
    ({ place, title, asked, answered }) =>
      !statesAt(place).some(
        (state) => state.title === title && state.began <= answered && state.over > asked - staleMs,
      ),
  )
}

function statesOf(changes: readonly Change[]): readonly State[] {
  const over = (ended: number): number =>
    Math.min(
      Number.POSITIVE_INFINITY,
      ...changes.filter(({ began }) => began > ended).map((later) => later.ended),
    )
  const nothing = { title: null, began: Number.NEGATIVE_INFINITY, over: over(Number.NEGATIVE_INFINITY) }
  return [nothing, ...changes.map(({ title, began, ended }) => ({ title, began, over: over(ended) }))]
}

/** How many changes of the one came about while the other changed the same place. */
export const overlaps = (some: readonly Change[], others: readonly Change[]): number =>
  some.filter((one) =>
    others.some((other) => other.place === one.place && other.began < one.ended && one.began < other.ended),
  ).length
