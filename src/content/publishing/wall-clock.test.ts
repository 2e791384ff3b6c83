import { expect, test } from 'vitest'

import { isTimeZone, momentAt, wallClockAt } from './wall-clock.ts'

test.for([
  ['2026-12-01T09:00', 'Europe/Athens', '2026-12-01T07:00:00.000Z'],
  ['2026-07-01T09:00', 'Europe/Athens', '2026-07-01T06:00:00.000Z'],
  ['2026-07-01T09:00:30', 'Europe/Brussels', '2026-07-01T07:00:30.000Z'],
  ['2026-12-01T09:00', 'UTC', '2026-12-01T09:00:00.000Z'],
  ['2026-12-01T09:00', 'Asia/Kathmandu', '2026-12-01T03:15:00.000Z'],
  ['2026-12-31T20:00', 'America/New_York', '2027-01-01T01:00:00.000Z'],
  ['2024-02-29T00:00', 'Pacific/Auckland', '2024-02-28T11:00:00.000Z'],
] as const)('%s in %s is %s', ([shown, timeZone, moment]) => {
  expect(momentAt(shown, timeZone)?.toISOString()).toBe(moment)
})

test.for([
  [
    'skipped: as much later as the clocks skip',
    '2026-03-29T02:30',
    'Europe/Brussels',
    '2026-03-29T01:30:00.000Z',
  ],
  ['the first after the gap', '2026-03-29T03:00', 'Europe/Brussels', '2026-03-29T01:00:00.000Z'],
  ['the last before the gap', '2026-03-29T01:59', 'Europe/Brussels', '2026-03-29T00:59:00.000Z'],
  ['shown twice: the first', '2026-10-25T02:30', 'Europe/Brussels', '2026-10-25T00:30:00.000Z'],
  ['shown once, after', '2026-10-25T03:00', 'Europe/Brussels', '2026-10-25T02:00:00.000Z'],
  ['a gap of half an hour', '2026-10-04T02:10', 'Australia/Lord_Howe', '2026-10-03T15:40:00.000Z'],
  ['west of Greenwich, skipped', '2026-03-08T02:30', 'America/New_York', '2026-03-08T07:30:00.000Z'],
  ['west of Greenwich, twice', '2026-11-01T01:30', 'America/New_York', '2026-11-01T05:30:00.000Z'],
] as const)('where clocks change, %s', ([, shown, timeZone, moment]) => {
  expect(momentAt(shown, timeZone)?.toISOString()).toBe(moment)
})

test.for(['2026-02-30T09:00', '2026-12-01T24:00', '2026-12-01', '2026-12-01T09:00Z', 'tomorrow', ''])(
  'there is no %s',
  (shown) => {
    expect(momentAt(shown, 'Europe/Brussels')).toBe(null)
  },
)

test('a zone has a name of the IANA database', () => {
  expect(isTimeZone('Europe/Athens')).toBe(true)
  expect(isTimeZone('UTC')).toBe(true)
  for (const none of ['+02:00', 'Athens time', '', 7, null]) expect(isTimeZone(none)).toBe(false)
})

test('a moment is shown as it was chosen', () => {
  expect(wallClockAt(new Date('2026-12-01T07:00:00Z'), 'Europe/Athens')).toBe('2026-12-01T09:00')
})
