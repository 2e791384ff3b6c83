import { expect, test } from 'vitest'

import { messages } from '../i18n/translator.ts'
import { deliveryStates } from '../ledger/delivery-state.ts'
import { nearMoment } from './issue/cockpit/near-moment.ts'
import { reasonText } from './reasons.ts'
import { timedContext } from './view-context.ts'

const { t } = timedContext({ i18n: { language: 'en' } }, 'UTC')
const known = messages('en', 'admin')

test.for(deliveryStates)('the state %s has a word and a count', (state) => {
  expect(known).toHaveProperty([`views.state.${state}`])
  expect(known).toHaveProperty([`views.tally.${state}`])
})

test('a reason is told as a sentence, one that nobody foresaw by its name', () => {
  expect(reasonText(t, 'channel', 'too-long')).toBe('Too long for this service.')
  expect(reasonText(t, 'channel', 'gone-fishing')).toBe('The other side said: gone-fishing')
  expect(reasonText(t, 'mail', null)).toBeNull()
})

const NOW = new Date('2026-11-23T09:00:00Z')
const timesIn = (timeZone: string) => timedContext({ i18n: { language: 'en' } }, timeZone, NOW)

test('moments are told without a year when it is this one', () => {
  const { moment } = timesIn('UTC')

  expect(moment(new Date('2026-11-26T09:00:00Z'))).toBe('Thu 26 Nov, 09:00')
  expect(moment(new Date('2025-11-26T09:00:00Z'))).toBe('26 Nov 2025, 09:00')
})

test.for([
  ['Europe/Brussels', 'Fri 27 Nov, 00:30', '1 Jan 2027, 00:30', '00:30'],
  ['Asia/Tbilisi', 'Fri 27 Nov, 03:30', '1 Jan 2027, 03:30', '03:30'],
  ['America/New_York', 'Thu 26 Nov, 18:30', 'Thu 31 Dec, 18:30', '26 Nov, 18:30'],
] as const)(
  'times are those on the clocks of the network in %s, wherever the server is',
  ([timeZone, inNovember, atTheTurn, near]) => {
    const context = timesIn(timeZone)
    const at = new Date('2026-11-26T23:30:00Z')

    expect(context.moment(at)).toBe(inNovember)
    expect(context.moment(new Date('2026-12-31T23:30:00Z'))).toBe(atTheTurn)
    // Which day it is depends on the clocks too.
    expect(nearMoment(at, context, new Date('2026-11-27T05:30:00Z'))).toBe(near)
  },
)
