import { expect, test } from 'vitest'

import { refusalsSeen } from './refusals-seen.ts'

test('a group that refuses three in a row is held, and then counts anew', () => {
  const seen = refusalsSeen(new Map())
  expect([1, 2, 3, 4, 5, 6].map(() => seen.refused('a.example'))).toEqual([
    false,
    false,
    true,
    false,
    false,
    true,
  ])
})

test('one that is taken between shows that it is not about us', () => {
  const seen = refusalsSeen(new Map())
  const answers = [1, 2, 3, 4].map(() => {
    seen.refused('a.example')
    const answer = seen.refused('a.example')
    seen.taken('a.example')
    return answer
  })
  expect(answers).toEqual([false, false, false, false])
})

test('each group counts by itself, with what went before', () => {
  const seen = refusalsSeen(new Map([['a.example', 2]]))
  expect([seen.refused('b.example'), seen.refused('a.example')]).toEqual([false, true])
})
