import { expect, test } from 'vitest'

import { keeping } from './cache-control.ts'

test.for([
  [null, 'public, max-age=0, stale-while-revalidate=10', 60_000],
  ['public, max-age=0, must-revalidate', 'public, max-age=0, stale-while-revalidate=10', 60_000],
  ['public, max-age=300', 'public, max-age=300, stale-while-revalidate=10', 60_000],
  ['public, max-age=5', 'public, max-age=5, stale-while-revalidate=10', 5_000],
  ['public, max-age=300, s-maxage=20', 'public, max-age=300, s-maxage=20, stale-while-revalidate=10', 20_000],
  ['public, max-age=9, stale-while-revalidate=1', 'public, max-age=9, stale-while-revalidate=1', 9_000],
  // Its readers ask each time. We are told when it changes.
  ['public, no-cache', 'public, no-cache', 60_000],
] as const)('what says %s is told as %s', ([stated, told, forMs]) => {
  expect(keeping(stated, 60_000)).toEqual({ told, forMs })
})

test.for([
  ['no-store'],
  ['private'],
  ['public, private'],
  ['max-age=60'],
  ['public, s-maxage=0'],
  ['public, no-store'],
  ['public, s-maxage=soon'],
])('what says %s is not kept', ([stated]) => {
  expect(keeping(stated ?? '', 60_000)).toBeNull()
})

test('nothing is kept for longer than its route allows', () => {
  expect(keeping('public, max-age=300', 1_000)?.forMs).toBe(1_000)
})
