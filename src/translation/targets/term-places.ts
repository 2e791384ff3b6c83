/** Start and end of a stretch of text, in UTF-16 units. */
export type Place = readonly [start: number, end: number]

interface Wanted {
  readonly term: string
  readonly caseSensitive: boolean
}

export interface FoundTerm<Term extends Wanted> {
  readonly entry: Term
  /** In order. */
  readonly places: readonly Place[]
}

const escaped = (text: string): string =>
  text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&').replace(/\s+/gu, '\\s+')

const pattern = ({ term, caseSensitive }: Wanted): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])${escaped(term.trim())}(?![\\p{L}\\p{N}])`, caseSensitive ? 'gu' : 'giu')

/**
 * Which terms stand in a text, as whole words, and where. Where one stands inside a longer one, only the longer counts.
 * In the order in which they first appear.
 */
export function termPlaces<Term extends Wanted>(text: string, terms: readonly Term[]): FoundTerm<Term>[] {
  const taken: Place[] = []
  const found: FoundTerm<Term>[] = []
  for (const entry of terms.toSorted((one, other) => other.term.length - one.term.length)) {
    if (entry.term.trim() === '') continue
    const places = Array.from(
      text.matchAll(pattern(entry)),
      ({ index, 0: words }): Place => [index, index + words.length],
    ).filter(([start, end]) => taken.every(([from, to]) => end <= from || to <= start))
    if (places.length > 0) found.push({ entry, places })
    taken.push(...places)
  }
  return found.toSorted((one, other) => (one.places[0]?.[0] ?? 0) - (other.places[0]?.[0] ?? 0))
}
