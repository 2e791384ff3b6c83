import { expect, test } from 'vitest'

import { niceTop } from './nice-top.ts'

test.for([
  [1, 1],
  [3, 4],
  [5, 6],
  [7, 10],
  [11, 20],
  [42, 50],
  [999, 1000],
  [1234, 2000],
] as const)('an axis that must hold %i ends with %i', ([value, top]) => {
  expect(niceTop(value)).toBe(top)
})
