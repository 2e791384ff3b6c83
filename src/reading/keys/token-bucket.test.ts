import { expect, test } from 'vitest'

import { networkOf } from './admit-reader.ts'
import { buckets } from './token-bucket.ts'

const policy = { name: 'network', quota: 3, windowSeconds: 60 }

test('so many may come at once, then one whenever one has filled up again', () => {
  const known = buckets(10)
  const take = (now: number) => known.take('a', policy, now).isAdmitted
  expect([take(0), take(0), take(0), take(0)]).toEqual([true, true, true, false])
  expect([take(19_000), take(20_000), take(20_000)]).toEqual([false, true, false])
})

test('who comes too often is told when to come again, in the headers of the draft', () => {
  const known = buckets(10)
  for (const _ of [1, 2]) known.take('a', policy, 0)
  expect(known.take('a', policy, 0).headers).toEqual({
    'RateLimit-Policy': '"network";q=3;w=60',
    RateLimit: '"network";r=0;t=60',
  })
  expect(known.take('a', policy, 0).headers).toMatchObject({ 'Retry-After': '20' })
})

test('what counts as many is given to whoever has one left, who waits the longer after', () => {
  const known = buckets(10)
  expect(known.take('a', policy, 0, 7)).toEqual({
    isAdmitted: true,
    headers: { 'RateLimit-Policy': '"network";q=3;w=60', RateLimit: '"network";r=0;t=140' },
  })
  expect(known.take('a', policy, 60_000)).toMatchObject({
    isAdmitted: false,
    headers: { 'Retry-After': '40' },
  })
  expect(known.take('a', policy, 100_000).isAdmitted).toBe(true)
})

test('one does not pay for another', () => {
  const known = buckets(10)
  for (const _ of [1, 2, 3]) known.take('a', policy, 0)
  expect([known.take('a', policy, 0).isAdmitted, known.take('b', policy, 0).isAdmitted]).toEqual([
    false,
    true,
  ])
})

test('however many come, memory is bounded: those who came first are forgotten', () => {
  const known = buckets(100)
  for (let index = 0; index < 1000; index++) known.take(String(index), policy, 0)
  expect(known.size).toBe(100)
})

test('a clock that goes backwards gives nothing away', () => {
  const known = buckets(10)
  for (const _ of [1, 2, 3]) known.take('a', policy, 1000)
  expect(known.take('a', policy, 0).isAdmitted).toBe(false)
})

test.for([
  ['192.0.2.17', '192.0.2'],
  ['::ffff:192.0.2.99', '192.0.2'],
  ['2001:db8:1:2::1', '32.1.13.184.0.1'],
  ['2001:db8:1:ffff::1', '32.1.13.184.0.1'],
  ['127.0.0.1', null],
  ['::1', null],
  ['', 'unknown'],
  [null, 'unknown'],
] as const)('%s counts as network %s', ([address, network]) => {
  expect(networkOf(address)).toBe(network)
})
