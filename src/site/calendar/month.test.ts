import { expect, test } from 'vitest'

import { besideMonth, monthName, readMonth, weekdays, weeksOf } from './month.ts'

test.for(['', '2026-13', '2026-1', '1999-01', '2026-11-01', '2026-00'])('%s is no month', (text) => {
  expect(readMonth(text)).toBeNull()
})

test('months follow each other over the turn of the year', () => {
  expect(monthName(besideMonth({ year: 2026, month: 12 }, 1))).toBe('2027-01')
  expect(monthName(besideMonth({ year: 2026, month: 1 }, -1))).toBe('2025-12')
})

test.for([
  ['en', 'Monday', [null, null, null, null, null, null, '2026-11-01']],
  [
    'pt',
    'domingo',
    ['2026-11-01', '2026-11-02', '2026-11-03', '2026-11-04', '2026-11-05', '2026-11-06', '2026-11-07'],
  ],
  ['ar', 'السبت', [null, '2026-11-01', '2026-11-02', '2026-11-03', '2026-11-04', '2026-11-05', '2026-11-06']],
] as const)('in %s the week begins on %s', ([locale, first, firstWeek]) => {
  expect(weekdays(locale)[0]?.long).toBe(first)
  expect(weeksOf({ year: 2026, month: 11 }, locale)[0]).toEqual(firstWeek)
})

test('every day of a month stands in it once, in weeks of seven', () => {
  const weeks = weeksOf({ year: 2028, month: 2 }, 'el')
  const days = weeks.flat().filter((day) => day !== null)

  expect(weeks.every((week) => week.length === 7)).toBe(true)
  expect([days.length, new Set(days).size, days.at(-1)]).toEqual([29, 29, '2028-02-29'])
})
