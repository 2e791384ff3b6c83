import { expect, test } from 'vitest'

import { duration } from './duration.ts'

test.for([
  [20, 'en', '1 second'],
  [12_400, 'en', '12 seconds'],
  [90_000, 'en', '1.5 minutes'],
  [9_000_000, 'de', '2,5 Stunden'],
  [172_800_000, 'en', '2 days'],
] as const)('%i ms in %s are %s', ([ms, language, shown]) => {
  expect(duration(ms, language)).toBe(shown)
})
