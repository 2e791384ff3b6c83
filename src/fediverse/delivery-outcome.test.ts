import { describe, expect, test } from 'vitest'

import { NetworkError } from '../network/network-error.ts'
import { outcomeOf, outcomeWithout } from './delivery-outcome.ts'

const now = new Date('2026-03-06T12:00:00Z')
const attempt = (attempts = 1, random = 0.5, ageHours = 0) => ({
  attempts,
  random,
  now,
  createdAt: new Date(now.getTime() - ageHours * 3_600_000),
})
const answer = (status: number, headers = {}) => ({ status, headers: new Headers(headers) })
const wait = (outcome: ReturnType<typeof outcomeOf>) =>
  outcome.state === 'due' ? (outcome.dueAt.getTime() - now.getTime()) / 1000 : null

describe('an answer of an inbox', () => {
  test.for([
    [200, 'delivered', undefined],
    [202, 'delivered', undefined],
    [302, 'due', 'unavailable'],
    [400, 'failed', 'rejected'],
    [401, 'due', 'unauthorised'],
    [403, 'due', 'unauthorised'],
    [404, 'due', 'gone'],
    [408, 'due', 'unavailable'],
    [410, 'due', 'gone'],
    [413, 'failed', 'rejected'],
    [422, 'failed', 'rejected'],
    [429, 'due', 'rate-limited'],
    [500, 'due', 'unavailable'],
    [503, 'due', 'unavailable'],
  ] as const)('%i is %s', ([status, state, reason]) => {
    expect(outcomeOf(answer(status), attempt())).toMatchObject({ state, ...(reason && { reason }) })
  })

  test.for([
    ['never-sent', 'due'],
    ['no-answer', 'due'],
    ['too-large', 'due'],
    ['refused-address', 'failed'],
  ] as const)('that does not come (%s) is %s', ([kind, state]) => {
    expect(outcomeWithout(new NetworkError(kind, 'x'), attempt()).state).toBe(state)
  })
})

describe('the next try', () => {
  test('comes later each time, up to six hours, and never twice at the same moment', () => {
    const waits = [1, 2, 3, 4, 5, 6, 9].map((attempts) =>
      wait(outcomeOf(answer(503), attempt(attempts, 0.999))),
    )

    expect(waits.map((seconds) => Math.round(seconds ?? 0))).toEqual([30, 120, 480, 1919, 7676, 21589, 21589])
    expect(wait(outcomeOf(answer(503), attempt(3, 0)))).toBe(240)
  })

  test('comes when the server asks, within a day', () => {
    expect(wait(outcomeOf(answer(429, { 'retry-after': '7200' }), attempt()))).toBe(7200)
    expect(wait(outcomeOf(answer(429, { 'retry-after': '999999' }), attempt()))).toBe(86_400)
  })

  test('does not come after three days', () => {
    expect(outcomeOf(answer(503), attempt(12, 0.5, 71)).state).toBe('failed')
    expect(outcomeOf(answer(503), attempt(12, 0.5, 60)).state).toBe('due')
  })
})
