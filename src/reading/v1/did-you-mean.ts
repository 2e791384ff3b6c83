/** Letters that may differ for one name to be meant by another. */
const MAX_DISTANCE = 3

/** The known name that somebody has most likely mistyped. Null: none is near. */
export function didYouMean(typed: string, known: readonly string[]): string | null {
  const wanted = typed.toLowerCase().slice(0, 60)
  const [nearest] = known
    .map((name) => ({ name, distance: distanceOf(wanted, name.toLowerCase()) }))
    .filter(({ name, distance }) => distance <= Math.min(MAX_DISTANCE, Math.floor(name.length / 2)))
    .sort((one, other) => one.distance - other.distance)
  return nearest?.name ?? null
}

/** How many letters must be added, dropped or changed to get from one to the other. */
function distanceOf(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (const [place, letter] of [...one].entries()) {
    const next = [place + 1]
    for (let index = 1; index <= other.length; index++) {
      const changed = (row[index - 1] ?? 0) + (letter === other[index - 1] ? 0 : 1)
      next.push(Math.min(changed, (row[index] ?? 0) + 1, (next[index - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[other.length] ?? 0
}
