import { expect, test } from 'vitest'

import { messages } from '../i18n/translator.ts'
import { deliveryStates } from '../ledger/delivery-state.ts'
import { reasonText } from './reasons.ts'
import { viewContext } from './view-context.ts'

const { t } = viewContext({ i18n: { language: 'en' } })
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

test('moments are told without a year when it is this one', () => {
  const { moment } = viewContext({ i18n: { language: 'en' } }, new Date('2026-11-23T09:00:00Z'))

  expect(moment(new Date(2026, 10, 26, 9, 0))).toBe('Thu 26 Nov, 09:00')
  expect(moment(new Date(2025, 10, 26, 9, 0))).toBe('26 Nov 2025, 09:00')
})
