import { expect, test } from 'vitest'

import { rateSeen } from './rate-seen.ts'

test('what left in the last seconds is known by the second, and forgotten soon', () => {
  let time = 0
  const seen = rateSeen(() => time)
  for (let mail = 0; mail < 200; mail++) seen.note('google.com')
  time = 5_000
  const during = seen.perSecond('google.com')
  time = 12_000
  const after = seen.perSecond('google.com')
  time = 40_000

  expect([during, after, seen.perSecond('google.com'), seen.perSecond('gmx.net')]).toEqual([40, 20, 0, 0])
})
