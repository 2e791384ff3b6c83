import { expect, test } from 'vitest'

import { warmUpLimit } from './warm-up.ts'

const days = Array.from({ length: 42 }, (_, day) => warmUpLimit(day) ?? 0)

test('a new domain begins with 200 mails and may send 200,000 on its 42nd day; then nothing limits it', () => {
  expect([days[0], days[41], warmUpLimit(42), warmUpLimit(-1)]).toEqual([200, 200_000, null, null])
})

test('each day allows more than the one before, and never half as much again', () => {
  const growth = days.slice(1).map((mails, index) => mails / (days[index] ?? 0))
  expect(Math.min(...growth)).toBeGreaterThan(1)
  expect(Math.max(...growth)).toBeLessThan(1.5)
})
