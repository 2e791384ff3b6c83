import { expect, test } from 'vitest'

import { boundsOf, dayIn, monthOf } from './month.ts'

test('a month is shown in whole weeks from Monday to Sunday', () => {
  const { weeks, previous, next } = monthOf('2026-12', '2026-11-28')

  expect(weeks.map(([monday]) => monday)).toEqual([
    '2026-11-30',
    '2026-12-07',
    '2026-12-14',
    '2026-12-21',
    '2026-12-28',
  ])
  expect(weeks.every((week) => week.length === 7)).toBe(true)
  expect([previous, next]).toEqual(['2026-11', '2027-01'])
})

test('a month that begins on a Monday and fills its weeks has no others around it', () => {
  const { weeks } = monthOf('2027-02', '2026-11-28')
  expect([weeks.length, weeks[0]?.[0], weeks.at(-1)?.at(-1)]).toEqual([4, '2027-02-01', '2027-02-28'])
})

test.for(['', '2026-13', 'december', undefined, ['2026-12']])(
  'what names no month (%j) shows the present one',
  (name) => {
    expect(monthOf(name, '2026-11-28').name).toBe('2026-11')
  },
)

test('days are those of the zone, also where the clocks change', () => {
  expect(dayIn(new Date('2026-12-02T23:30:00Z'), 'Europe/Brussels')).toBe('2026-12-03')
  expect(boundsOf(monthOf('2026-03', ''), 'Europe/Brussels')).toEqual({
    from: new Date('2026-02-22T23:00:00Z'),
    to: new Date('2026-04-05T22:00:00Z'),
  })
})
