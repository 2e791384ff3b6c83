import { expect, test } from 'vitest'

import { forecast, type MailsOfHours, type Outlook } from './forecast.ts'
import { warmUpLimit } from './warm-up.ts'

/** A Monday in Brussels, an hour ahead of UTC. */
const now = new Date('2026-11-30T09:00:00Z')
const free: Outlook = { mailsPerSecond: 2, zone: 'Europe/Brussels', sentToday: 0, atMostOn: () => null }
const anyTime = (mails: number): MailsOfHours => ({ zone: 'Europe/Brussels', from: null, to: null, mails })
const within = (mails: number, from: number, to: number, zone = 'Europe/Brussels'): MailsOfHours => ({
  zone,
  from,
  to,
  mails,
})

test.for<[string, readonly MailsOfHours[], Partial<Outlook>, string, number]>([
  ['nothing but the pace', [anyTime(7200)], {}, '2026-11-30T10:00:00Z', 1],
  ['nothing at all', [anyTime(7200)], { mailsPerSecond: null }, '2026-11-30T09:00:00Z', 1],
  // A thousand today, and the rest in 500 seconds from midnight on.
  ['a cap', [anyTime(2000)], { atMostOn: () => 1000 }, '2026-11-30T23:08:20Z', 2],
  [
    'a cap of which much is used',
    [anyTime(2000)],
    { atMostOn: () => 1000, sentToday: 900 },
    '2026-12-01T23:07:30Z',
    3,
  ],
  ['a warm-up', [anyTime(1000)], { atMostOn: (day) => warmUpLimit(day) }, '2026-12-02T23:02:20Z', 4],
  ['hours that have begun', [within(3600, 9, 17)], {}, '2026-11-30T09:30:00Z', 1],
  ['hours that are over', [within(3600, 6, 10)], {}, '2026-12-01T05:30:00Z', 1],
  // An hour of it is left today.
  ['hours that are too few', [within(14_400, 6, 11)], {}, '2026-12-01T06:00:00Z', 2],
  ['hours over midnight', [within(3600, 22, 6)], {}, '2026-11-30T21:30:00Z', 1],
  [
    'readers of other zones',
    [within(100, 9, 11, 'America/New_York'), anyTime(100)],
    {},
    '2026-11-30T14:00:50Z',
    1,
  ],
  ['a cap and hours', [within(300, 10, 12)], { atMostOn: () => 100 }, '2026-12-02T09:00:50Z', 3],
])('the last mail leaves when %s holds them back', ([, groups, different, lastAt, days]) => {
  expect(forecast(groups, { ...free, ...different }, now)).toEqual({ lastAt: new Date(lastAt), days })
})

test('the clocks of a zone may be put back on the way', () => {
  const before = new Date('2026-10-24T20:00:00Z')
  expect(forecast([within(2, 6, 7)], free, before)?.lastAt).toEqual(new Date('2026-10-25T05:00:01Z'))
})

test('what never leaves, or in no foreseeable time, is not foretold', () => {
  expect(forecast([anyTime(1)], { ...free, atMostOn: () => 0 }, now)).toBeNull()
  expect(forecast([anyTime(1_000_000)], { ...free, atMostOn: () => 10 }, now)).toBeNull()
  expect(forecast([], free, now)).toEqual({ lastAt: now, days: 0 })
})
