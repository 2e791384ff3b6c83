/** Fewer than so many people may be recognised: they are not told apart to those who may not see who somebody is. */
export const FEWEST = 5

export interface Cell<Key> {
  readonly key: Key
  readonly people: number
}

export interface SafeCells<Key> {
  /** Null: fewer than `FEWEST`, perhaps nobody. */
  readonly total: number | null
  /** The largest first, each of at least `FEWEST`. */
  readonly cells: readonly Cell<Key>[]
  /** Those in no cell, together: again at least `FEWEST`. Null: there are none. */
  readonly others: number | null
}

/**
 * Numbers in which no group of fewer than `FEWEST` stands by itself or follows from the rest by subtraction: the small cells
 * are put together, with the smallest of the others where they would still be too few. That somebody compares the numbers
 * of several conditions cannot be hindered so; who may ask is a matter of roles.
 */
export function safeCells<Key>(all: readonly Cell<Key>[]): SafeCells<Key> {
  const total = sum(all)
  if (total < FEWEST) return { total: null, cells: [], others: null }
  const cells = all.filter(({ people }) => people >= FEWEST).sort((one, other) => other.people - one.people)
  while (cells.length > 0 && isTooFew(total - sum(cells))) cells.pop()
  const others = total - sum(cells)
  return { total, cells, others: others === 0 ? null : others }
}

const sum = (cells: readonly Cell<unknown>[]): number =>
  cells.reduce((total, { people }) => total + people, 0)

const isTooFew = (people: number): boolean => people > 0 && people < FEWEST
