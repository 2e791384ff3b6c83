import { expect, test } from 'vitest'

import type { Outcome } from '../newsletter/transports/transport.ts'
import { settlementOf } from './mail-settlement.ts'

const retryAt = new Date('2026-11-23T12:00:00Z')
const settled = (outcome: Outcome, attempts = 1) => {
  const { state, reason, dueAt } = settlementOf({ id: 'd1', attempts }, outcome)
  return [state, reason, dueAt]
}

test.for<[string, Outcome, [string, string | null, Date | null]]>([
  ['accepted is submitted, not delivered', { kind: 'accepted', providerId: 'x' }, ['submitted', null, null]],
  [
    'a refusal is final for this issue',
    { kind: 'refused', reason: 'policy', permanent: false, code: '550' },
    ['failed', 'policy', null],
  ],
  [
    'an address that the transport cannot write to is skipped, which is nobody’s fault',
    { kind: 'refused', reason: 'address-not-supported', permanent: false, code: null },
    ['skipped', 'address-not-supported', null],
  ],
  [
    'what was certainly not taken is due again when the other side says so',
    { kind: 'not-now', reason: 'busy', retryAt, code: '421' },
    ['planned', 'busy', retryAt],
  ],
  [
    'what may have been taken is unconfirmed, and nobody sends it again by themselves',
    { kind: 'ambiguous', reason: 'no-answer' },
    ['unconfirmed', 'no-answer', null],
  ],
])('%s', ([, outcome, expected]) => {
  expect(settled(outcome)).toEqual(expected)
})

test('patience ends: the tenth refusal for now is a failure', () => {
  const busy: Outcome = { kind: 'not-now', reason: 'busy', retryAt, code: '421' }

  expect(settled(busy, 9)[0]).toBe('planned')
  expect(settled(busy, 10)[0]).toBe('failed')
})
