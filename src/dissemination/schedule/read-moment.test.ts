import { expect, test } from 'vitest'

import { readMoment } from './read-moment.ts'

const now = new Date('2026-11-28T12:00:00Z')

test.for([
  ['winter', '2026-12-03T09:00', 'Europe/Athens', '2026-12-03T07:00:00.000Z', false],
  ['summer', '2027-07-01T09:00', 'Europe/Athens', '2027-07-01T06:00:00.000Z', false],
  [
    'a time that is shown twice: the first',
    '2027-10-31T02:30',
    'Europe/Brussels',
    '2027-10-31T00:30:00.000Z',
    true,
  ],
  ['the hour after it', '2027-10-31T03:30', 'Europe/Brussels', '2027-10-31T02:30:00.000Z', false],
  [
    'beside the hour that is skipped',
    '2027-03-28T03:00',
    'Europe/Brussels',
    '2027-03-28T01:00:00.000Z',
    false,
  ],
] as const)(
  'a time is taken as the clocks of its zone show it: %s',
  ([, at, timeZone, moment, isFirstOfTwo]) => {
    expect(readMoment({ at, timeZone }, now)).toEqual({ at: new Date(moment), timeZone, isFirstOfTwo })
  },
)

test.for([
  [
    '2027-03-28T02:30',
    'Europe/Brussels',
    { field: 'at', error: 'skipped-time', instead: '2027-03-28T03:30' },
  ],
  [
    '2027-03-14T02:30',
    'America/New_York',
    { field: 'at', error: 'skipped-time', instead: '2027-03-14T03:30' },
  ],
  [
    '2027-10-03T02:10',
    'Australia/Lord_Howe',
    { field: 'at', error: 'skipped-time', instead: '2027-10-03T02:40' },
  ],
  ['2026-11-28T12:59', 'Europe/Brussels', { field: 'at', error: 'past' }],
  ['2027-12-24T09:00', 'Europe/Brussels', { field: 'at', error: 'too-far' }],
  ['2027-02-30T09:00', 'Europe/Brussels', { field: 'at', error: 'no-such-time' }],
  ['soon', 'Europe/Brussels', { field: 'at', error: 'no-such-time' }],
  [undefined, 'Europe/Brussels', { field: 'at', error: 'no-such-time' }],
  ['2026-12-03T09:00', 'Mars/Olympus', { field: 'timeZone', error: 'unknown-time-zone' }],
  ['2026-12-03T09:00', '+02:00', { field: 'timeZone', error: 'unknown-time-zone' }],
  ['2026-12-03T09:00', undefined, { field: 'timeZone', error: 'unknown-time-zone' }],
] as const)('%s in %s is refused, and the field and the cause are named', ([at, timeZone, fault]) => {
  expect(readMoment({ at, timeZone }, now)).toEqual(fault)
})
