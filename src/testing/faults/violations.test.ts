import { expect, test } from 'vitest'

import { type IssueFacts, type PersonFacts, violationsOf } from './violations.ts'

const person = (facts: Partial<PersonFacts> = {}): PersonFacts => ({
  deliveryId: 'd1',
  state: 'submitted',
  reason: null,
  locale: 'en',
  accepted: ['en'],
  again: 0,
  leftInTime: false,
  isRefused: false,
  isTold: false,
  ...facts,
})

const found = (facts: Partial<PersonFacts>, issue: Partial<IssueFacts> = {}) =>
  violationsOf({ people: [person(facts)], rows: 1, counted: 3, ...issue }).map(([violation]) => violation)

test.for([
  ['one mail, and the ledger says so', {}],
  ['no answer, and it arrived', { state: 'unconfirmed', reason: 'no-answer' }],
  ['no answer, and it did not arrive', { state: 'unconfirmed', reason: 'no-answer', accepted: [] }],
  ['no mail, and the ledger says why', { state: 'skipped', reason: 'cancelled', accepted: [] }],
  ['refused', { state: 'failed', reason: 'address-rejected', accepted: [], isRefused: true }],
  ['a second one that an operator wanted', { accepted: ['en', 'en'], again: 1 }],
  ['no answer, and it arrived, as was told', { isTold: true }],
  ['assumed to have arrived', { reason: 'assumed', accepted: [] }],
] as const)('nothing is wrong with %s', ([, facts]) => {
  expect(found(facts)).toEqual([])
})

test.for([
  ['a second mail', { accepted: ['en', 'en'] }, ['double']],
  ['a third that nobody wanted', { accepted: ['en', 'en', 'en'], again: 1 }, ['double']],
  ['a person without mail or row', { state: null, accepted: [] }, ['lost']],
  ['a mail that stays planned', { state: 'planned', accepted: [] }, ['not-settled']],
  ['a mail that stays under way', { state: 'submitting', accepted: [] }, ['not-settled']],
  ['a mail that the ledger denies', { state: 'skipped', reason: 'cancelled' }, ['accepted-but-denied']],
  [
    'a mail that the ledger calls failed',
    { state: 'failed', reason: 'policy', isRefused: true },
    ['accepted-but-denied'],
  ],
  ['a mail that nobody took', { accepted: [] }, ['submitted-but-not-accepted']],
  [
    'doubt about a mail of which something was told',
    { state: 'unconfirmed', reason: 'no-answer', isTold: true },
    ['unconfirmed-though-told'],
  ],
  ['no mail and no reason', { state: 'skipped', accepted: [] }, ['no-reason']],
  [
    'a failure that nobody caused',
    { state: 'failed', reason: 'policy', accepted: [] },
    ['failed-without-refusal'],
  ],
  ['a mail to somebody who had left', { leftInTime: true }, ['wrote-to-who-left']],
  ['a mail in another language', { accepted: ['fr'] }, ['wrong-language']],
] as const)('%s is noticed', ([, facts, violations]) => {
  expect(found(facts)).toEqual(violations)
})

test('a mail that left and does not count in the day is noticed', () => {
  expect([found({}, { counted: 1 }), found({}, { counted: 0 })]).toEqual([[], ['left-uncounted']])
})

test('a row too many or too few is noticed', () => {
  expect([found({}, { rows: 2 }), found({}, { rows: 0 })]).toEqual([
    ['rows-are-not-candidates'],
    ['rows-are-not-candidates'],
  ])
})
