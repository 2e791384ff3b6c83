import { expect, test } from 'vitest'

import { MAX_CONDITIONS, MAX_DEPTH, MAX_VALUES } from './bounds.ts'
import { type ConditionProblem, numberOf, readCondition, type SegmentCondition } from './segment-condition.ts'

const topic = '019a0000-0000-7000-8000-000000000001'

test('a condition is read as it is, and nothing is added to it', () => {
  const condition: SegmentCondition = {
    kind: 'all',
    of: [
      { kind: 'first-language', values: ['de', 'fa-AF'] },
      { kind: 'not', of: { kind: 'any', of: [{ kind: 'topic', values: [topic] }] } },
      { kind: 'frequency', values: ['weekly'] },
      { kind: 'confirmed-since', day: '2026-01-31' },
      { kind: 'confirmed-within', days: 30 },
    ],
  }

  expect(readCondition(structuredClone(condition))).toEqual({ condition })
})

const within = (...of: unknown[]) => ({ kind: 'all', of })
const nested = (groups: number): unknown =>
  groups === 0 ? { kind: 'topic', values: [topic] } : within(nested(groups - 1))
const negated = (times: number): unknown =>
  times === 0 ? { kind: 'topic', values: [topic] } : { kind: 'not', of: negated(times - 1) }

test.for<[what: string, value: unknown, problem: ConditionProblem, number: string]>([
  ['nothing', null, 'no-conditions', ''],
  ['text', "locale = 'de'", 'unknown-kind', ''],
  ['a kind that is none', within({ kind: 'sql', values: ['1 = 1'] }), 'unknown-kind', '1'],
  [
    'more than a condition holds',
    within({ kind: 'topic', values: [topic], or: '1 = 1' }),
    'unknown-kind',
    '1',
  ],
  ['an empty group', within({ kind: 'topic', values: [topic] }, within()), 'no-conditions', '2'],
  ['no values', within(within({ kind: 'topic', values: [] })), 'no-values', '1.1'],
  ['values left out', within({ kind: 'role' }), 'no-values', '1'],
  ['a value that is no id', within({ kind: 'topic', values: [topic, "1' or '1"] }), 'wrong-value', '1'],
  ['an id in capitals', within({ kind: 'topic', values: [topic.replace('a', 'A')] }), 'wrong-value', '1'],
  ['a language that is none', within({ kind: 'language', values: ['xx'] }), 'wrong-value', '1'],
  ['a frequency that is none', within({ kind: 'frequency', values: ['daily'] }), 'wrong-value', '1'],
  [
    'too many values',
    within({ kind: 'topic', values: Array(MAX_VALUES + 1).fill(topic) }),
    'too-many-values',
    '1',
  ],
  ['a day that is none', within({ kind: 'confirmed-before', day: '2026-02-30' }), 'wrong-day', '1'],
  ['a moment for a day', within({ kind: 'confirmed-before', day: '2026-02-03T00:00:00Z' }), 'wrong-day', '1'],
  ['no days at all', within({ kind: 'confirmed-within', days: 0 }), 'wrong-days', '1'],
  ['half a day', within({ kind: 'confirmed-within', days: 1.5 }), 'wrong-days', '1'],
  ['a fault under a negation', within({ kind: 'not', of: { kind: 'role', values: [] } }), 'no-values', '1'],
  ['groups too deep', nested(MAX_DEPTH + 1), 'too-deep', '1.1.1.1.1'],
  ['groups without end', nested(5_000), 'too-deep', '1.1.1.1.1'],
  ['negations without end', negated(5_000), 'too-many', ''],
  [
    'too many conditions',
    within(...Array(MAX_CONDITIONS).fill({ kind: 'topic', values: [topic] })),
    'too-many',
    '',
  ],
])('%s is refused, and the condition is named by its number', ([, value, problem, number]) => {
  const read = readCondition(value)

  expect(read).toMatchObject({ fault: { problem } })
  expect('fault' in read && numberOf(read.fault)).toBe(number)
})

test('groups may stand as deep as is said', () => {
  expect(readCondition(nested(MAX_DEPTH))).toHaveProperty('condition')
})
