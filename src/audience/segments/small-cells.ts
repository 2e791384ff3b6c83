/** Fewer than so many people may be recognised: they are not told apart to those who may not see who somebody is. */
export const FEWEST = 5

export interface Cell<Key> {
  readonly key: Key
  readonly people: number
}

export interface SafeCells<Key> {
  /** Null: fewer than `fewest`, perhaps nobody. */
  readonly total: number | null
  /** The largest first, each of at least `fewest`. */
  readonly cells: readonly Cell<Key>[]
  /** Those in no cell, together: again at least `fewest`. Null: there are none. */
  readonly others: number | null
}

/**
 * Numbers in which no group of fewer than `fewest` stands by itself or follows from the rest by subtraction: the small cells
 * are put together, with the smallest of the others where they would still be too few. That somebody compares the numbers
 * of several conditions cannot be hindered so; who may ask is a matter of roles.
 * @param fewest 1: all numbers as they are, also that of nobody.
 */
export function safeCells<Key>(all: readonly Cell<Key>[], fewest: number): SafeCells<Key> {
  const total = sum(all)
  if (total < fewest && fewest > 1) return { total: null, cells: [], others: null }
  const isTooFew = (people: number) => people > 0 && people < fewest
  const cells = all
    .filter(({ people }) => people > 0 && !isTooFew(people))
    .sort((one, other) => other.people - one.people)
  while (cells.length > 0 && isTooFew(total - sum(cells))) cells.pop()
  const others = total - sum(cells)
  return { total, cells, others: others === 0 ? null : others }
}

const sum = (cells: readonly Cell<unknown>[]): number =>
  cells.reduce((total, { people }) => total + people, 0)
