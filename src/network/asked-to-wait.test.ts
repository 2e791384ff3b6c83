import { expect, test } from 'vitest'

import { askedToWaitUntil } from './asked-to-wait.ts'

const now = new Date('2026-03-06T12:00:00Z')
const inFiveMinutes = '2026-03-06T12:05:00.000Z'

test.for([
  [{ 'retry-after': '300' }, inFiveMinutes],
  [{ 'retry-after': 'Fri, 06 Mar 2026 12:05:00 GMT' }, inFiveMinutes],
  [{ 'x-ratelimit-reset': '2026-03-06T12:05:00.000000Z' }, inFiveMinutes],
  [{ 'x-ratelimit-reset': '1772798700' }, inFiveMinutes],
  [{ 'ratelimit-reset': '300' }, inFiveMinutes],
  [{ 'retry-after': '300', 'x-ratelimit-reset': '2026-03-06T13:00:00Z' }, inFiveMinutes],
  [{ 'retry-after': 'soon', 'x-ratelimit-reset': '2026-03-06T12:05:00Z' }, inFiveMinutes],
  [{ 'retry-after': '99999999999999999999' }, undefined],
  [{ 'retry-after': '-1' }, undefined],
  [{ 'retry-after': '' }, undefined],
  [{}, undefined],
] as const)('%o asks to wait until %s', ([headers, expected]) => {
  expect(askedToWaitUntil(new Headers(headers), now)?.toISOString()).toBe(expected)
})
