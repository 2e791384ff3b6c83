import { expect, test } from 'vitest'

import type { Outcome } from '../newsletter/transports/transport.ts'
import { settlementOf } from './mail-settlement.ts'

const retryAt = new Date('2026-11-23T12:00:00Z')
const settled = (outcome: Outcome, attempts = 1) => {
  const { state, reason, dueAt } = settlementOf({ id: 'd1', attempts }, outcome, () => 0)
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

test('a mail that was handed to nobody is as it was before, however often that happened', () => {
  const stopped: Outcome = { kind: 'not-now', reason: 'busy', retryAt, code: null, about: 'nobody' }

  expect(settlementOf({ id: 'd1', attempts: 10 }, stopped)).toMatchObject({
    state: 'planned',
    reason: null,
    dueAt: retryAt,
    isFree: true,
  })
})

test.for<[string, Outcome['kind'] & 'not-now', number, number, number]>([
  ['at the first refusal at most a minute is added', 'not-now', 1, 1, 60],
  ['each refusal doubles what may be added', 'not-now', 3, 1, 240],
  ['how much of it is drawn, so that mails do not come back as one', 'not-now', 3, 0.5, 120],
  ['four hours are the most', 'not-now', 9, 1, 14_400],
])('waits grow: %s', ([, kind, attempts, drawn, seconds]) => {
  const busy: Outcome = { kind, reason: 'busy', retryAt, code: '451' }
  const { dueAt } = settlementOf({ id: 'd1', attempts }, busy, () => drawn)

  expect(((dueAt?.getTime() ?? 0) - retryAt.getTime()) / 1000).toBe(seconds)
})

test('a full mailbox is tried for about three days', () => {
  const full: Outcome = { kind: 'not-now', reason: 'mailbox-full', retryAt, code: '452 4.2.2' }
  const half = () => 0.5
  const waits = Array.from({ length: 11 }, (_, index) => {
    const { dueAt } = settlementOf({ id: 'd1', attempts: index + 1 }, full, half)
    return (dueAt?.getTime() ?? 0) - retryAt.getTime() + 30 * 60_000
  })
  const days = waits.reduce((sum, wait) => sum + wait, 0) / 86_400_000

  expect(days).toBeGreaterThan(2.5)
  expect(days).toBeLessThan(3.5)
  expect(settlementOf({ id: 'd1', attempts: 12 }, full).state).toBe('failed')
})

test.for([
  ['mailbox', 'mailbox-refused'],
  ['provider', 'busy'],
  ['transport', 'busy'],
] as const)('a mail that is put off to the end, for the sake of the %s, failed as %s', ([about, reason]) => {
  const busy = { kind: 'not-now', reason: 'busy', retryAt: new Date(0), code: '451', about } as const
  expect(settlementOf({ id: 'd1', attempts: 10 }, busy)).toMatchObject({ state: 'failed', reason })
})
