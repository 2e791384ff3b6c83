import { expect, test } from 'vitest'

import type { Turn } from './growth.ts'
import { dayIn, daysBefore, mondayOf, waysOf, weeksOf } from './weeks-of.ts'

const turns: readonly Turn[] = [
  { day: '2026-11-08', came: 'sign-up', left: null, people: 9 },
  { day: '2026-11-15', came: 'sign-up', left: null, people: 2 },
  { day: '2026-11-16', came: 'import', left: null, people: 3 },
  { day: '2026-11-22', came: null, left: 'one-click', people: 1 },
  { day: '2026-11-28', came: 'sign-up', left: null, people: 4 },
]

test('weeks begin on Monday, end with the present one, and are there also when nothing happened', () => {
  expect(weeksOf(turns, '2026-11-28', 3)).toEqual([
    { monday: '2026-11-09', came: 2, left: 0 },
    { monday: '2026-11-16', came: 3, left: 1 },
    { monday: '2026-11-23', came: 4, left: 0 },
  ])
  expect(mondayOf('2026-11-23')).toBe('2026-11-23')
  expect(daysBefore('2026-03-01', 1)).toBe('2026-02-28')
})

test('ways are summed up, and those that nobody took are not named', () => {
  expect(waysOf(turns)).toEqual({
    came: new Map([
      ['sign-up', 15],
      ['import', 3],
    ]),
    left: new Map([['one-click', 1]]),
  })
})

test('a day is that of the place', () => {
  expect(dayIn(new Date('2026-11-28T23:30:00Z'), 'Europe/Brussels')).toBe('2026-11-29')
  expect(dayIn(new Date('2026-11-28T23:30:00Z'), 'UTC')).toBe('2026-11-28')
})
