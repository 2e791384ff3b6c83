import { expect, test } from 'vitest'

import { instantOf } from './instant-of.ts'

test.for([
  ['2017-12-07T00:00', 'Europe/Brussels', '2017-12-06T23:00:00.000Z'],
  ['2020-06-30T23:59', 'Europe/Brussels', '2020-06-30T21:59:00.000Z'],
  ['2027-02-18T10:00', 'Europe/Athens', '2027-02-18T08:00:00.000Z'],
  // Clocks go forward at 02:00 that night.
  ['2027-03-28T01:30', 'Europe/Berlin', '2027-03-28T00:30:00.000Z'],
  ['2027-03-28T03:30', 'Europe/Berlin', '2027-03-28T01:30:00.000Z'],
] as const)('an event at %s in %s begins at %s', ([wallTime, timeZone, expected]) => {
  expect(instantOf(wallTime, timeZone).toISOString()).toBe(expected)
})
