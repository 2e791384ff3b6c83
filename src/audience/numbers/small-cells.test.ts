import { expect, test } from 'vitest'

import { shown, shownParts } from './small-cells.ts'

const parts = (...people: readonly number[]) =>
  people.map((each, index) => ({ name: `part ${index}`, people: each }))
const numbers = (cells: readonly { readonly people: number | null }[]) => cells.map(({ people }) => people)

test.for([
  { people: 0, seen: 0 },
  { people: 1, seen: null },
  { people: 4, seen: null },
  { people: 5, seen: 5 },
])('$people people are shown as $seen', ({ people, seen }) => {
  expect(shown(people, false)).toBe(seen)
  expect(shown(people, true)).toBe(people)
})

test.for([
  { name: 'nothing is small', all: [9, 6, 0], seen: [9, 6, 0] },
  {
    name: 'one small part would be the difference, so the next is kept back too',
    all: [9, 6, 2],
    seen: [9, null, null],
  },
  { name: 'two that are still few together', all: [9, 6, 2, 1], seen: [9, null, null, null] },
  { name: 'two that are enough together', all: [9, 6, 4, 3], seen: [9, 6, null, null] },
  { name: 'nothing else to keep back', all: [2], seen: [null] },
  { name: 'all others are nought, which would give it away', all: [2, 0, 0], seen: [null, null, null] },
  { name: 'nought gives nothing away', all: [9, 2, 0], seen: [null, null, 0] },
])('of parts that add up: $name', ({ all, seen }) => {
  expect(numbers(shownParts(parts(...all), false))).toEqual(seen)
  expect(numbers(shownParts(parts(...all), true))).toEqual(all)
})
