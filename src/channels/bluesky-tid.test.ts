import fc from 'fast-check'
import { expect, test } from 'vitest'

import { tidOf } from './bluesky-tid.ts'

const plannedAt = new Date('2026-03-06T12:00:00Z')

test('a name is valid, and the same for the same post', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.date({ min: new Date(0), max: new Date('2200-01-01'), noInvalidDate: true }),
      (identity, at) => {
        const tid = tidOf({ identity, plannedAt: at })
        expect(tid).toMatch(/^[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}$/)
        expect(tidOf({ identity, plannedAt: at })).toBe(tid)
      },
    ),
  )
})

test('posts that are planned at the same moment have different names', () => {
  const names = Array.from({ length: 100 }, (_, index) => tidOf({ identity: `post ${index}`, plannedAt }))
  expect(new Set(names).size).toBe(100)
})

test('names sort as their posts were planned', () => {
  const moments = ['2026-03-06T12:00:00.000Z', '2026-03-06T12:00:00.001Z', '2027-01-01T00:00:00Z']
  const names = moments.map((moment) => tidOf({ identity: 'a', plannedAt: new Date(moment) }))
  expect(names.toSorted()).toEqual(names)
})
