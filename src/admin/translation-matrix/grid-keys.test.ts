import { expect, test } from 'vitest'

import { nextPlace } from './grid-keys.ts'

const size = { rows: 3, columns: 5 }
const middle = { row: 1, column: 2 }
const press = (key: string, ctrlKey = false) => ({ key, ctrlKey })

test.for([
  ['ArrowUp', { row: 0, column: 2 }],
  ['ArrowDown', { row: 2, column: 2 }],
  ['ArrowRight', { row: 1, column: 3 }],
  ['ArrowLeft', { row: 1, column: 1 }],
  ['Home', { row: 1, column: 0 }],
  ['End', { row: 1, column: 4 }],
] as const)('%s moves within the table', ([key, place]) => {
  expect(nextPlace(middle, press(key), size, false)).toEqual(place)
})

test.for([
  ['ArrowRight', { row: 1, column: 1 }],
  ['ArrowLeft', { row: 1, column: 3 }],
] as const)('in a table that is read from the right, %s moves as the eye does', ([key, place]) => {
  expect(nextPlace(middle, press(key), size, true)).toEqual(place)
})

test('at the edge the focus stays', () => {
  expect(nextPlace({ row: 0, column: 0 }, press('ArrowUp'), size, false)).toEqual({ row: 0, column: 0 })
  expect(nextPlace({ row: 2, column: 4 }, press('ArrowDown'), size, false)).toEqual({ row: 2, column: 4 })
})

test('with Control, Home and End lead to the corners', () => {
  expect(nextPlace(middle, press('Home', true), size, false)).toEqual({ row: 0, column: 0 })
  expect(nextPlace(middle, press('End', true), size, false)).toEqual({ row: 2, column: 4 })
})

test('other keys are left alone', () => {
  expect(nextPlace(middle, press('a'), size, false)).toBeNull()
})
