/** A shade of the map: from one number to another, both included. */
export interface Step {
  readonly from: number
  readonly to: number
}

const SHADES = 4

/** At most four shades of about the same width, the last of which holds the greatest number. */
export function stepsFor(greatest: number): readonly Step[] {
  const width = Math.max(1, Math.ceil(greatest / SHADES))
  return Array.from({ length: Math.ceil(greatest / width) }, (_, index) => ({
    from: index * width + 1,
    to: Math.min(greatest, (index + 1) * width),
  }))
}

/** Which shade a number has. What is not there has the first. */
export const stepOf = (count: number, steps: readonly Step[]): number =>
  Math.max(
    0,
    steps.findIndex(({ from, to }) => count >= from && count <= to),
  )
