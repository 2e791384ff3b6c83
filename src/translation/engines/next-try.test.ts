import { expect, test } from 'vitest'

import { EngineError, type EngineErrorReason } from './engine-error.ts'
import { nextTry } from './next-try.ts'

const now = new Date('2026-11-28T12:00:00Z')
const almostOne = 0.999_999_999_999
const next = (
  reason: EngineErrorReason,
  more: { attempts?: number; mode?: 'answers' | 'calls-back'; retryAfter?: Date; random?: number } = {},
) => {
  const { attempts = 1, mode = 'answers', retryAfter = null, random = almostOne } = more
  const what = nextTry(new EngineError(reason, 'no', { retryAfter }), { attempts, mode, now, random })
  return what.kind === 'give-up'
    ? what.state
    : `${what.kind} ${Math.round((what.at.getTime() - now.getTime()) / 1000)}`
}

test.for([
  ['unavailable', 'again 15', 'again 15'],
  ['rate-limited', 'again 15', 'again 15'],
  // It may be at work: a second request would be a second translation.
  ['unclear', 'again 15', 'wait 86400'],
  ['quota', 'failed', 'failed'],
  ['unauthorised', 'failed', 'failed'],
  ['unsupported-pair', 'failed', 'failed'],
  ['too-large', 'failed', 'failed'],
  ['refused', 'failed', 'failed'],
] as const)('%s: %s of an engine that answers, %s of one that calls back', ([reason, answers, callsBack]) => {
  expect([next(reason), next(reason, { mode: 'calls-back' })]).toEqual([answers, callsBack])
})

test('the longest wait grows fourfold up to two hours, and the eighth failure is the last', () => {
  expect(Array.from({ length: 8 }, (_, index) => next('unavailable', { attempts: index + 1 }))).toEqual([
    'again 15',
    'again 60',
    'again 240',
    'again 960',
    'again 3840',
    'again 7200',
    'again 7200',
    'failed',
  ])
})

test('what may have been paid for is asked for three times at most', () => {
  expect([1, 2, 3].map((attempts) => next('unclear', { attempts }))).toEqual([
    'again 15',
    'again 60',
    'unconfirmed',
  ])
})

test.for([
  ['2026-11-28T12:05:00Z', 'again 300'],
  ['2026-11-28T12:00:01Z', 'again 15'],
  ['2027-11-28T12:00:00Z', 'again 86400'],
] as const)('asked to wait until %s: %s', ([until, expected]) => {
  expect(next('rate-limited', { retryAfter: new Date(until) })).toBe(expected)
})
