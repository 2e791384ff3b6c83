import { expect, test } from 'vitest'

import { lastModified } from './is-held.ts'

const changedAt = new Date('2026-11-28T10:00:00.500Z')

test.for([
  ['2026-11-28T10:00:00.600Z', null],
  ['2026-11-28T10:00:01.499Z', null],
  ['2026-11-28T10:00:01.500Z', 'Sat, 28 Nov 2026 10:00:00 GMT'],
] as const)('at %s what changed at 10:00:00.5 says as its date %s', ([now, said]) => {
  expect(lastModified(changedAt, Date.parse(now))).toBe(said)
})
