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
  isUnanswered: false,
  isTold: false,
  ...facts,
})

const found = (facts: Partial<PersonFacts>, issue: Partial<IssueFacts> = {}) =>
  violationsOf({
    people: [person(facts)],
    rows: 1,
    personal: [],
    personalRows: 0,
    confirmations: [],
    counted: 3,
    ...issue,
  }).map(([violation]) => violation)

test.for([
  ['one mail, and the ledger says so', {}],
  ['no answer, and it arrived', { state: 'unconfirmed', reason: 'no-answer' }],
  ['no answer, and it did not arrive', { state: 'unconfirmed', reason: 'no-answer', accepted: [] }],
  ['no mail, and the ledger says why', { state: 'skipped', reason: 'cancelled', accepted: [] }],
  ['refused', { state: 'failed', reason: 'address-rejected', accepted: [], isRefused: true }],
  ['a second one that an operator wanted', { accepted: ['en', 'en'], again: 1 }],
  ['no answer, and it arrived, as was told', { isTold: true }],
  ['assumed to have arrived', { reason: 'assumed', accepted: [] }],
  ['no answer, and it was assumed to have arrived', { reason: 'assumed', isUnanswered: true }],
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
  [
    'a mail whose answer never came, and the ledger knows it all the same',
    { isUnanswered: true },
    ['doubt-denied'],
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

const foundBeside = (issue: Partial<IssueFacts>) =>
  found({}, { personalRows: issue.personal?.length ?? 0, ...issue })
const personal = (facts: Partial<PersonFacts> = {}) => ({
  ...person({ deliveryId: 'p1', ...facts }),
  isStopped: false,
})
const beside = (facts: Partial<PersonFacts>) => foundBeside({ personal: [personal(facts)] })

test.for([
  ['one mail, and the ledger says so', {}],
  ['no answer, and it arrived', { state: 'unconfirmed', reason: 'no-answer', isUnanswered: true }],
  ['no mail, and the ledger says why', { state: 'skipped', reason: 'unsubscribed', accepted: [] }],
] as const)('nothing is wrong beside the issue with %s', ([, facts]) => {
  expect(beside(facts)).toEqual([])
})

test.for([
  ['a second digest', { accepted: ['en', 'en'] }, ['double']],
  ['a notice without mail or row', { state: null, accepted: [] }, ['lost']],
  ['an answer that stays planned', { state: 'planned', accepted: [] }, ['not-settled']],
  [
    'a notice that is skipped, and arrived',
    { state: 'skipped', reason: 'unsubscribed' },
    ['accepted-but-denied'],
  ],
  ['a digest that nobody took', { accepted: [] }, ['submitted-but-not-accepted']],
  [
    'doubt about an answer of which something was told',
    { state: 'unconfirmed', reason: 'no-answer', isTold: true },
    ['unconfirmed-though-told'],
  ],
  [
    'a notice whose answer never came, and that is failed',
    { state: 'failed', reason: 'policy', isRefused: true, accepted: [], isUnanswered: true },
    ['doubt-denied'],
  ],
  ['a digest to somebody who had left', { leftInTime: true }, ['wrote-to-who-left']],
] as const)('%s is noticed beside the issue', ([, facts, violations]) => {
  expect(beside(facts)).toEqual(violations)
})

test('a second row for one occasion is noticed, and what leaves beside the issue counts in the day', () => {
  const mails = [personal()]
  expect([
    foundBeside({ personal: mails, personalRows: 2 }),
    foundBeside({ personal: mails, counted: 2 }),
    foundBeside({ personal: mails, counted: 1 }),
  ]).toEqual([['rows-are-not-planned'], [], ['left-uncounted']])
})

test.for([
  ['it left, and arrived', { outcome: 'accepted', accepted: 1 }, []],
  ['nobody can tell, and it arrived', { outcome: 'ambiguous', accepted: 1 }, []],
  ['it did not leave', { outcome: 'not-now', accepted: 0 }, []],
  ['it arrived twice', { outcome: 'accepted', accepted: 2 }, ['double']],
  [
    'it is said to have left, and nobody took it',
    { outcome: 'accepted', accepted: 0 },
    ['submitted-but-not-accepted'],
  ],
  ['it is said not to have left, and arrived', { outcome: 'not-now', accepted: 1 }, ['accepted-but-denied']],
  [
    'it failed before it was handed over, and arrived',
    { outcome: 'fault', accepted: 1 },
    ['accepted-but-denied'],
  ],
] as const)('of a confirmation, %s', ([, confirmation, violations]) => {
  expect(found({}, { confirmations: [confirmation] })).toEqual(violations)
})
