import { expect, test } from 'vitest'

import type { Outcome, RefusalReason } from '../../newsletter/transports/transport.ts'
import { refusalWatch } from './refusal-watch.ts'

const accepted: Outcome = { kind: 'accepted', providerId: null }
const refused = (reason: RefusalReason): Outcome => ({
  kind: 'refused',
  reason,
  permanent: false,
  code: null,
})
const times = (count: number, outcome: Outcome) => Array.from({ length: count }, () => outcome)

const unanswered: Outcome = { kind: 'ambiguous', reason: 'no-answer' }
const later: Outcome = { kind: 'not-now', reason: 'busy', retryAt: new Date(0), code: '451' }
const unwritable = refused('address-not-supported')
const among = (outcome: Outcome, every: number, count: number) =>
  Array.from({ length: count }, (_, index) => (index % every === every - 1 ? outcome : accepted))

test.for<[string, readonly Outcome[], string | null]>([
  ['twenty in a row that nobody takes', times(20, refused('mailbox-refused')), 'refusals'],
  ['nineteen are a bad moment', times(19, refused('mailbox-refused')), null],
  [
    'one that is taken begins the row anew',
    [...times(19, unanswered), accepted, ...times(19, unanswered)],
    null,
  ],
  ['twenty in a row that nobody answers', times(20, unanswered), 'refusals'],
  ['a row of different causes', [...times(19, refused('address-rejected')), unanswered], 'refusals'],
  ['twenty mailboxes in a row that do not exist', times(20, refused('address-rejected')), 'hard-bounces'],
  [
    'more than half of fifty refused by policy',
    [...among(refused('policy'), 2, 48), ...times(2, refused('policy'))],
    'refusals',
  ],
  ['half of them is not most', among(refused('policy'), 2, 60), null],
  [
    'fewer than fifty are no share of anything',
    [...among(refused('policy'), 2, 44), ...times(5, refused('policy'))],
    null,
  ],
  ['what was long ago no longer counts', [...among(unanswered, 2, 200), ...times(200, accepted)], null],
  [
    'more than five of a hundred mailboxes do not exist',
    among(refused('address-rejected'), 16, 100),
    'hard-bounces',
  ],
  ['five of a hundred may not exist', among(refused('address-rejected'), 20, 100), null],
  [
    'what is put off, or cannot be written, says nothing',
    [...times(60, later), ...times(60, unwritable)],
    null,
  ],
])('%s', ([, outcomes, expected]) => {
  const watch = refusalWatch({ mails: 0, dead: 0 })
  const answers = outcomes.map((outcome) => watch([{ outcome, group: null }]))
  expect(answers.slice(0, -1).filter((answer) => answer !== null)).toEqual([])
  expect(answers.at(-1)).toBe(expected)
})

test('what went before counts, and after an alarm nothing does', () => {
  const watch = refusalWatch({ mails: 18, dead: 0 })
  const answers = times(22, unanswered).map((outcome) => watch([{ outcome, group: 'a.example' }]))
  expect(answers.flatMap((answer, index) => (answer === null ? [] : [index + 1]))).toEqual([2, 22])
})

const answersTo = (told: readonly (readonly [string, Outcome])[]) => {
  const watch = refusalWatch({ mails: 0, dead: 0 })
  return told
    .map(([group, outcome]) => watch([{ outcome, group }]))
    .flatMap((answer, index) => (answer === null ? [] : [`${answer} at ${index + 1}`]))
}
const byPolicy = refused('policy')

test('that one domain refuses us is its own affair, however many read there', () => {
  expect(answersTo(times(300, byPolicy).map((outcome) => ['large.example', outcome]))).toEqual([])
})

test('that domain after domain refuses us is everybody’s', () => {
  const told = Array.from(
    { length: 40 },
    (_, index) => [`d${Math.floor(index / 5)}.example`, byPolicy] as const,
  )
  // Three of each of the first six, and two of the seventh.
  expect(answersTo(told)).toEqual(['refusals at 32'])
})

test('twenty domains of one reader each that refuse us are everybody’s', () => {
  expect(answersTo(Array.from({ length: 20 }, (_, index) => [`d${index}.example`, byPolicy]))).toEqual([
    'refusals at 20',
  ])
})

test('a domain that takes one in between counts anew', () => {
  const told = Array.from({ length: 70 }, (_, index) => {
    const outcome = index % 5 === 4 ? accepted : byPolicy
    return ['large.example', outcome] as const
  })
  expect(answersTo(told)).toEqual(['refusals at 62'])
})

test('mailboxes of one domain that take nothing count each', () => {
  expect(answersTo(times(20, refused('mailbox-refused')).map((outcome) => ['a.example', outcome]))).toEqual([
    'refusals at 20',
  ])
})
