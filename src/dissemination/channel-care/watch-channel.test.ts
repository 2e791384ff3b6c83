import { expect, test } from 'vitest'

import { ChannelError } from '../../channels/channel-error.ts'
import { watchChannel } from './watch-channel.ts'

const headers = (values: Record<string, string>, status = 200) => ({ status, headers: new Headers(values) })
const now = new Date('2026-03-06T12:00:00Z')

test.for([
  [headers({ 'retry-after': '90' }, 429), '2026-03-06T12:01:30.000Z'],
  [headers({ 'retry-after': 'Fri, 06 Mar 2026 12:05:00 GMT' }, 429), '2026-03-06T12:05:00.000Z'],
  [headers({ 'x-ratelimit-reset': '2026-03-06T12:10:00Z' }, 429), '2026-03-06T12:10:00.000Z'],
  [headers({ 'ratelimit-reset': '60' }, 429), '2026-03-06T12:01:00.000Z'],
  [headers({ 'ratelimit-remaining': '0', 'ratelimit-reset': '60' }), '2026-03-06T12:01:00.000Z'],
  [headers({ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1772798700' }), '2026-03-06T12:05:00.000Z'],
  [headers({ 'x-ratelimit-remaining': '7', 'x-ratelimit-reset': '1772798700' }), null],
  [headers({ 'retry-after': '999999999' }, 429), '2026-03-07T12:00:00.000Z'],
  [headers({}), null],
] as const)('what a service says of its windows is understood: %#', ([answer, expected]) => {
  const watch = watchChannel(() => now)
  watch.answered(answer)
  expect(watch.outcome().until?.toISOString() ?? null).toBe(expected)
})

test.for([
  ['unavailable', 'away'],
  ['unconfirmed', 'away'],
  ['rate-limited', 'rate-limited'],
  ['rejected', 'there'],
  ['unauthorised', 'there'],
] as const)('a service that answers as %s is %s', ([reason, expected]) => {
  const watch = watchChannel(() => now)
  watch.answered(headers({}, 500))
  watch.failed(new ChannelError(reason, 'no'))
  expect(watch.outcome().kind).toBe(expected)
})

test('a wait that only the body of an answer tells is understood as well', () => {
  const watch = watchChannel(() => now)
  const retryAfter = new Date('2026-03-06T12:00:17Z')
  watch.answered(headers({}, 429))
  watch.failed(new ChannelError('rate-limited', 'no', { retryAfter }))
  expect(watch.outcome()).toEqual({ kind: 'rate-limited', until: retryAfter })
})

test('where nothing was asked of a service, nothing is known of it', () => {
  expect(watchChannel().outcome()).toEqual({ kind: 'untried', until: null })
})
