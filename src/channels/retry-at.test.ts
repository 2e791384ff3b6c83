import { expect, test } from 'vitest'

import { ChannelError, type ChannelErrorReason } from './channel-error.ts'
import { retryAt } from './retry-at.ts'

const now = new Date('2026-03-06T12:00:00Z')
const almostOne = 0.999_999_999_999
const HOUR_MS = 3_600_000

interface Given {
  reason?: ChannelErrorReason
  repeatable?: boolean
  attempts?: number
  failingForHours?: number
  random?: number
  retryAfter?: string
}
const secondsUntil = (given: Given): number | null => {
  const { reason = 'unavailable', repeatable = true, attempts = 1, random = almostOne, retryAfter } = given
  const failingForMs = (given.failingForHours ?? 0) * HOUR_MS
  const error = new ChannelError(reason, 'no', {
    retryAfter: retryAfter === undefined ? null : new Date(retryAfter),
  })
  const at = retryAt(error, { attempts, failingForMs, repeatable, now, random })
  return at === null ? null : Math.round((at.getTime() - now.getTime()) / 1000)
}

function* dice() {
  for (let throws = 1; ; throws++) yield (throws * 0.618_033_988_749) % 1
}

test.for([
  ['unavailable', true, 30],
  ['unavailable', false, 30],
  ['rate-limited', false, 30],
  ['unconfirmed', true, 30],
  ['unconfirmed', false, null],
  ['unauthorised', true, null],
  ['misconfigured', true, null],
  ['closed', true, null],
  ['rejected', true, null],
  ['missing', true, null],
] as const)('%s, repeatable: %s → %s s at most', ([reason, repeatable, expected]) => {
  expect(secondsUntil({ reason, repeatable })).toBe(expected)
})

test('the longest wait grows fourfold up to half a day', () => {
  const waits = Array.from({ length: 9 }, (_, index) => secondsUntil({ attempts: index + 1 }))
  expect(waits).toEqual([30, 120, 480, 1920, 7680, 30_720, 43_200, 43_200, 43_200])
})

test('three days after the first failure it is tried a last time, however short the waits were', () => {
  expect(secondsUntil({ attempts: 9, failingForHours: 71 })).toBe(3600)
  expect(secondsUntil({ attempts: 9, failingForHours: 72 })).toBe(null)
  expect(secondsUntil({ attempts: 40, failingForHours: 50, random: 0.1 })).toBe(4320)

  let hours = 0
  let attempts = 0
  for (const random of dice()) {
    const wait = secondsUntil({ attempts: ++attempts, failingForHours: hours, random })
    if (wait === null) break
    hours += wait / 3600
  }
  expect(hours).toBe(72)
})

test('the wait is a random part of the longest, so that deliveries that failed together do not come back together', () => {
  expect(secondsUntil({ attempts: 4, random: 0 })).toBe(0)
  expect(secondsUntil({ attempts: 4, random: 0.25 })).toBe(480)
})

test.for([
  ['2026-03-06T12:05:00Z', 300],
  ['2026-03-06T12:00:10Z', 30],
  ['2026-03-05T00:00:00Z', 30],
  ['2027-01-01T00:00:00Z', 86_400],
] as const)(
  'asked to wait until %s, we wait %i s: longer if it says so, a day at most',
  ([retryAfter, expected]) => {
    expect(secondsUntil({ reason: 'rate-limited', retryAfter })).toBe(expected)
    expect(secondsUntil({ reason: 'unavailable', retryAfter })).toBe(expected)
  },
)
