import { expect, test } from 'vitest'

import { leavesDoubtAtLarge, mayLeaveDoubt } from './may-leave-doubt.ts'
import type { Round } from './schedule.ts'

const round: Round = { fates: [null], smtp: [], resend: [], meanwhile: [], pass: 0, wakesEarly: false }

test.for([
  ['smtp', 'nothing', {}, false],
  ['smtp', 'an answer', { smtp: [{ at: 'data', answer: '452 no' }] }, false],
  ['smtp', 'a cut before the message leaves', { smtp: [{ at: 'rcpt', hangUp: true }] }, false],
  ['smtp', 'a cut while it leaves', { smtp: [{ at: 'data', hangUp: true }] }, true],
  ['smtp', 'a worker that dies', { fates: [{ what: 'dies', at: 1, when: 'after' }] }, true],
  ['smtp', 'an hour', { meanwhile: [{ turn: 1, what: 'lapse' }] }, true],
  ['resend', 'a worker that dies', { fates: [{ what: 'dies', at: 1, when: 'after' }] }, false],
  ['resend', 'a lost answer', { resend: [{ hangUp: 'after' }] }, false],
  ['resend', 'a database that goes away', { meanwhile: [{ turn: 1, what: 'cut-database' }] }, false],
  ['resend', 'a day', { pass: 25 * 3_600_000 }, true],
  ['resend', 'somebody erased', { meanwhile: [{ turn: 1, what: 'erase' }] }, true],
] as const)('over %s, %s leaves doubt: %o', ([transport, , difference, doubt]) => {
  expect(mayLeaveDoubt({ transport, standIn: null, rounds: [{ ...round, ...difference }] })).toBe(doubt)
})

test('a transport that stands in may leave doubt where the first does not', () => {
  const rounds: Round[] = [{ ...round, smtp: [{ at: 'data', hangUp: true }] }]
  expect(mayLeaveDoubt({ transport: 'resend', standIn: null, rounds })).toBe(false)
  expect(mayLeaveDoubt({ transport: 'resend', standIn: 'smtp', rounds })).toBe(true)
})

test.for([
  ['smtp', 'a cut while it leaves', { smtp: [{ at: 'data', hangUp: true }] }, false],
  ['smtp', 'a worker that dies', { fates: [{ what: 'dies', at: 1, when: 'after' }] }, false],
  ['smtp', 'an hour', { meanwhile: [{ turn: 1, what: 'lapse' }] }, true],
  ['smtp', 'a database that goes away', { meanwhile: [{ turn: 1, what: 'cut-database' }] }, true],
  ['resend', 'a day', { pass: 25 * 3_600_000 }, true],
] as const)(
  'over %s it is known in which mails %s leaves doubt, or not: %o',
  ([transport, , difference, isAtLarge]) => {
    expect(leavesDoubtAtLarge({ transport, standIn: null, rounds: [{ ...round, ...difference }] })).toBe(
      isAtLarge,
    )
  },
)
