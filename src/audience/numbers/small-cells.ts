/** Below so many people a number may tell who they are. */
export const SMALLEST_CELL = 5

/** A number that may be shown to whoever sees it. Null: it is not zero, and too small to be shown. */
export type Shown = number | null

/** For one number that stands by itself. */
export const shown = (people: number, seesAll: boolean): Shown =>
  seesAll || people === 0 || people >= SMALLEST_CELL ? people : null

interface Cell {
  readonly people: number
}

/**
 * For numbers that add up to one that is shown too. What is kept back must not be the difference: where it would be, the
 * smallest of the others is kept back as well, and where those are all nought, they are.
 * @param isSmall what else must not be known of a part than that it is small itself.
 */
export function shownParts<Part extends Cell>(
  parts: readonly Part[],
  seesAll: boolean,
  isSmall: (part: Part) => boolean = () => false,
): readonly (Omit<Part, 'people'> & { readonly people: Shown })[] {
  const kept = new Set(
    parts.filter((part) => shown(part.people, seesAll) === null || (!seesAll && isSmall(part))),
  )
  const others = parts.filter((part) => !kept.has(part))
  const rest = others.filter(({ people }) => people > 0).sort((a, b) => a.people - b.people)
  for (const next of [...rest, ...others.filter(({ people }) => people === 0)]) {
    if (kept.size === 0 || !tells(kept)) break
    kept.add(next)
  }
  return parts.map((part) => ({ ...part, people: kept.has(part) ? null : part.people }))
}

/** One number alone is the difference; several small ones are still a small number of people. */
function tells(kept: ReadonlySet<Cell>): boolean {
  const people = [...kept].reduce((sum, cell) => sum + cell.people, 0)
  return kept.size === 1 || people < SMALLEST_CELL
}
