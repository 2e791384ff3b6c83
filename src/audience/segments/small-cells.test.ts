import { expect, test } from 'vitest'

import { FEWEST, type SafeCells, safeCells } from './small-cells.ts'

const cells = (numbers: Readonly<Record<string, number>>) =>
  Object.entries(numbers).map(([key, people]) => ({ key, people }))

test.for<[string, Readonly<Record<string, number>>, SafeCells<string>]>([
  ['nobody', {}, { total: null, cells: [], others: null }],
  ['four people', { en: 3, fr: 1 }, { total: null, cells: [], others: null }],
  ['large groups', { fr: 5, en: 60 }, { total: 65, cells: cells({ en: 60, fr: 5 }), others: null }],
  [
    'small groups that are enough together',
    { en: 60, fr: 3, el: 2 },
    { total: 65, cells: cells({ en: 60 }), others: 5 },
  ],
  ['one small group', { en: 60, de: 9, fr: 3 }, { total: 72, cells: cells({ en: 60 }), others: 12 }],
  ['one small group beside one', { en: 60, fr: 3 }, { total: 63, cells: [], others: 63 }],
])('%s: no group of fewer than five is shown, nor follows from the others', ([, numbers, shown]) => {
  expect(safeCells(cells(numbers), FEWEST)).toEqual(shown)
})

test('who may see people sees every number', () => {
  expect(safeCells(cells({ en: 2, fr: 1 }), 1)).toEqual({
    total: 3,
    cells: cells({ en: 2, fr: 1 }),
    others: null,
  })
  expect(safeCells([], 1)).toEqual({ total: 0, cells: [], others: null })
})
