import { expect, test } from 'vitest'

import { seededRandom } from '../../testing/seeded-random.ts'
import { type Results, resultColumns } from './issue-results.ts'
import { shownResults } from './shown-results.ts'
import { SMALLEST_CELL } from './small-cells.ts'

const none: Results = { accepted: 0, delivered: 0, hard: 0, soft: 0, policy: 0, complained: 0 }

test.for([
  ['editors', { seesAll: false, areMailsKnown: true }, [40, null, null]],
  ['data officers', { seesAll: true, areMailsKnown: true }, [40, 38, 2]],
] as const)('%s see so much of forty mails of which two came back', ([, seen, expected]) => {
  const [row] = shownResults([{ ...none, accepted: 40, delivered: 38, hard: 2 }], seen)
  expect([row?.accepted, row?.delivered, row?.hard]).toEqual(expected)
})

test('what is known elsewhere is not kept back, and what is not, is', () => {
  const rows = [
    { ...none, accepted: 60 },
    { ...none, accepted: 30 },
    { ...none, accepted: 3 },
  ]
  const accepted = (areMailsKnown: boolean) =>
    shownResults(rows, { seesAll: false, areMailsKnown }).map((row) => row.accepted)
  expect([accepted(true), accepted(false)]).toEqual([
    [60, 30, 3],
    [60, null, null],
  ])
})

/** Whoever sees the table and its sums, and works out what they can. */
function workedOut(rows: readonly Results[], shown: ReturnType<typeof shownResults>): string[] {
  const found: string[] = []
  for (const column of resultColumns) {
    if (column === 'accepted') continue
    const hidden = rows.flatMap((row, index) => (shown[index]?.[column] === null ? [row] : []))
    const sum = hidden.reduce((total, row) => total + row[column], 0)
    const [only, ...others] = hidden
    if (only !== undefined && others.length === 0) found.push(`${column}: ${only[column]} is the difference`)
    if (hidden.length > 1 && sum === 0) found.push(`${column}: nobody`)
  }
  for (const { accepted, delivered } of shown) {
    const missing = accepted === null || delivered === null ? 0 : accepted - delivered
    if (missing > 0 && delivered !== 0 && missing < SMALLEST_CELL) found.push(`${missing} did not arrive`)
  }
  for (const row of shown)
    for (const column of resultColumns)
      if (column !== 'accepted' && (row[column] ?? 0) > 0 && (row[column] ?? 0) < SMALLEST_CELL)
        found.push(`${column}: ${row[column]}`)
  return found
}

test('of a thousand tables nobody works out a number of very few people', () => {
  const random = seededRandom(7)
  const upTo = (most: number): number => Math.floor(random() * (most + 1))
  for (let table = 0; table < 1000; table++) {
    const rows = Array.from({ length: 2 + upTo(6) }, (): Results => {
      const accepted = 1 + upTo(60)
      const [hard, soft] = [upTo(Math.min(accepted, 8)), upTo(3)]
      const left = Math.max(0, accepted - hard - soft)
      return {
        accepted,
        delivered: left - upTo(Math.min(left, 6)),
        hard,
        soft,
        policy: upTo(1),
        complained: upTo(2),
      }
    })
    const seen = { seesAll: false, areMailsKnown: true }
    expect({ rows, found: workedOut(rows, shownResults(rows, seen)) }).toEqual({ rows, found: [] })
  }
})
