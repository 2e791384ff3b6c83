import { type Results, resultColumns } from './issue-results.ts'
import { type Shown, SMALLEST_CELL, shownParts } from './small-cells.ts'

/** Results as they may be shown to whoever sees them. */
type ShownResults = Readonly<Record<keyof Results, Shown>>

interface Seen {
  readonly seesAll: boolean
  /** Whether it is known elsewhere to all who see this how many mails of each row were accepted. */
  readonly areMailsKnown: boolean
}

/**
 * Keeps back numbers of very few people, and those from which they could be worked out: down a column, where its sum is
 * known, and in a row, where the mails that did not arrive are the difference of two that are shown.
 */
export function shownResults(
  rows: readonly Results[],
  { seesAll, areMailsKnown }: Seen,
): readonly ShownResults[] {
  const columns = resultColumns.map((column) => {
    const parts = rows.map((row) => ({ people: row[column], row }))
    const isFew = (people: number): boolean => people > 0 && people < SMALLEST_CELL
    const shown = shownParts(parts, seesAll || (column === 'accepted' && areMailsKnown), ({ row }) =>
      column === 'delivered' ? row.delivered > 0 && isFew(row.accepted - row.delivered) : false,
    )
    return [column, shown.map(({ people }) => people)] as const
  })
  return rows.map(
    (_row, index) =>
      Object.fromEntries(
        columns.map(([column, shown]) => [column, shown[index] ?? null]),
      ) as unknown as ShownResults,
  )
}
