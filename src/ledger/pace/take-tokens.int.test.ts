import { drizzle } from '@payloadcms/db-postgres/drizzle/node-postgres'
import { afterAll, beforeEach, expect, test } from 'vitest'

import type { Database } from '../../database/database.ts'
import { sql } from '../../database/database.ts'
import { emptying } from '../../testing/emptying.ts'
import { slowDown } from './slow-down.ts'
import { giveBack, oweTokens, takeTokens } from './take-tokens.ts'

/** As many as there would be processes, each with connections of its own. */
const clients = Array.from({ length: 3 }, () => drizzle(process.env.DATABASE_URL ?? ''))
const databases = clients as unknown as readonly [Database, Database, Database]
const [database] = databases

afterAll(async () => {
  for (const { $client } of clients) await $client.end()
})
beforeEach(async () => {
  await database.execute(emptying('send_buckets'))
})

const bucket = (amount: number, perSecond: number, capacity = 1) => ({
  key: 'sender:news.example.org',
  amount,
  perSecond,
  capacity,
})
const granted = async (wanted: Parameters<typeof takeTokens>[0]) =>
  [...(await takeTokens(wanted, database)).values()].map((taken) => taken.granted)

/** Lets time pass for the buckets. */
const pass = (seconds: number) =>
  database.execute(sql`
    update send_buckets set refilled_at = refilled_at - make_interval(secs => ${seconds}),
      blocked_until = blocked_until - make_interval(secs => ${seconds})
  `)

test('a new bucket is full, gives what it holds and says when there is more', async () => {
  const first = await takeTokens([bucket(5, 0.02, 3)], database)
  const second = await takeTokens([bucket(5, 0.02, 3)], database)

  expect([...first.values()].map((taken) => taken.granted)).toEqual([3])
  const [after] = second.values()
  expect(after?.granted).toBe(0)
  expect(after?.waitMs).toBeGreaterThan(30_000)
  expect(after?.waitMs).toBeLessThanOrEqual(50_000)
})

test('it fills by the database’s clock, and never beyond what it holds', async () => {
  await granted([bucket(3, 0.02, 3)])
  await pass(100)
  const afterSome = await granted([bucket(9, 0.02, 3)])
  await pass(3600)

  expect([afterSome, await granted([bucket(9, 0.02, 3)])]).toEqual([[2], [3]])
})

test('what cannot be divided goes with one token, and the rest is owed', async () => {
  const whole = { ...bucket(100, 0.5, 10), whole: true }
  expect(await granted([whole])).toEqual([100])
  await pass(100)
  expect(await granted([whole])).toEqual([0])
  await pass(100)
  expect(await granted([whole])).toEqual([100])
})

test('what was not used is given back, up to what the bucket holds', async () => {
  await granted([bucket(4, 0.001, 4)])
  await giveBack([{ key: 'sender:news.example.org', amount: 3 }], database)
  expect(await granted([bucket(9, 0.001, 4)])).toEqual([3])
})

test('what waits for nobody goes below nothing, and others wait for so much longer', async () => {
  await granted([bucket(1, 5)])
  await oweTokens([bucket(1, 5)], database)
  const [after] = (await takeTokens([bucket(1, 5)], database)).values()
  await pass(0.42)

  expect(after?.granted).toBe(0)
  expect(after?.waitMs).toBeGreaterThan(300)
  expect(after?.waitMs).toBeLessThanOrEqual(400)
  expect(await granted([bucket(1, 5)])).toEqual([1])
})

test('no more is owed than a second brings', async () => {
  for (let times = 0; times < 30; times++) await oweTokens([bucket(1, 5)], database)
  const [after] = (await takeTokens([bucket(1, 5)], database)).values()

  expect(after?.waitMs).toBeGreaterThan(1000)
  expect(after?.waitMs).toBeLessThanOrEqual(1200)
})

test('a changed setting counts at once', async () => {
  await granted([bucket(1, 1)])
  await pass(1)
  await granted([bucket(1, 10, 5)])
  await pass(0.5)
  expect(await granted([bucket(9, 10, 5)])).toEqual([5])
})

test('a clock that jumps back gives nothing twice and stops nothing', async () => {
  await granted([bucket(1, 10)])
  await pass(-3600)
  const [jumped] = await granted([bucket(1, 10)])
  await pass(1)
  expect([jumped, await granted([bucket(1, 10)])]).toEqual([0, [1]])
})

const slow = (until: Date, reason = 'rate-limited', atMost: number | null = null) =>
  slowDown(
    { key: 'mx:smtp:google.com', reason, until, observed: 40, atMost, keeps: 0.5, forgivenSeconds: null },
    database,
  )
const rateNow = async () => {
  const { rows } = await database.execute<{ per_second: number }>(sql`select per_second from send_buckets`)
  return rows[0]?.per_second
}
const toGoogle = (amount: number) => ({ key: 'mx:smtp:google.com', amount, perSecond: 40, capacity: 10 })

test('who asks for patience gets nothing until then, and half as much afterwards', async () => {
  await slow(new Date(Date.now() + 600_000))
  expect([await rateNow(), await granted([toGoogle(1)])]).toEqual([20, [0]])

  await pass(601)
  expect(await granted([toGoogle(1)])).toEqual([1])
})

test('a wait fills nothing and earns no trust: after it one mail leaves', async () => {
  await slow(new Date(Date.now() + 600_000), 'rate-limited', 1)
  await pass(300)
  const during = await granted([toGoogle(20)])
  await pass(301)
  const first = await granted([toGoogle(20)])

  expect([during, first]).toEqual([[0], [1]])
  expect(await rateNow()).toBeCloseTo(1, 1)
})

test('a slow bucket saves up as little as it is slow', async () => {
  await slow(new Date(Date.now() - 1000), 'rate-limited', 1)
  await granted([toGoogle(1)])
  await pass(60)
  const slowly = await granted([toGoogle(20)])
  await pass(3600)

  expect([slowly, await granted([toGoogle(20)])]).toEqual([[1], [10]])
})

test('who asks while nothing may leave is told when one mail may', async () => {
  await slow(new Date(Date.now() + 600_000), 'rate-limited', 1)
  const [during] = (await takeTokens([toGoogle(1)], database)).values()

  expect(during?.waitMs).toBeGreaterThan(600_000)
  expect(during?.waitMs).toBeLessThanOrEqual(601_000)
})

test('mails under way that are answered alike count once', async () => {
  const until = new Date(Date.now() + 600_000)
  await Promise.all(databases.map(() => slow(until)))
  expect(await rateNow()).toBe(20)
})

const chance = (until: Date) =>
  slowDown(
    {
      key: 'mx:smtp:google.com',
      reason: 'rate-limited',
      until,
      observed: 40,
      atMost: null,
      keeps: 0.8,
      forgivenSeconds: 2,
    },
    database,
  )

test('where one refusal is chance it costs its turn alone', async () => {
  await granted([toGoogle(1)])
  await chance(new Date(Date.now() + 600_000))
  const atOnce = await granted([toGoogle(1)])
  await pass(0.1)

  expect([atOnce, await granted([toGoogle(1)]), await rateNow()]).toEqual([[0], [1], 40])
})

test('the next one so soon is none: it is waited for, and less is left', async () => {
  await granted([toGoogle(1)])
  for (const _ of [1, 2]) await chance(new Date(Date.now() + 600_000))
  const rate = await rateNow()
  await pass(590)
  const before = await granted([toGoogle(1)])
  await pass(11)

  expect([before, await granted([toGoogle(1)])]).toEqual([[0], [1]])
  expect(rate).toBeCloseTo(32, 0)
})

test('one that comes long after is chance again', async () => {
  await granted([toGoogle(1)])
  await chance(new Date(Date.now() + 1000))
  await pass(60)
  await chance(new Date(Date.now() + 1000))

  expect(await rateNow()).toBe(40)
})

test('the rate grows again by as much each second, until it is what it was', async () => {
  await slow(new Date(Date.now() - 1000), 'rate-limited', 1)
  await granted([toGoogle(1)])
  const first = await rateNow()
  await pass(900)
  await granted([toGoogle(1)])
  const after = await rateNow()
  await pass(3600)
  await granted([toGoogle(1)])

  expect(first).toBeCloseTo(1, 0)
  expect(after).toBeCloseTo(11, 0)
  expect(await rateNow()).toBe(40)
})

test('however many workers ask at once, no second has more than the rate and what the bucket holds', {
  timeout: 60_000,
}, async () => {
  const [rate, capacity, milliseconds] = [40, 4, 4000]
  await database.execute(sql`create table if not exists seen (at timestamptz not null)`)
  const { rows } = await database.execute<{ until: string }>(
    sql`select clock_timestamp() + make_interval(secs => ${milliseconds / 1000}) as until`,
  )
  const until = new Date(rows[0]?.until ?? 0)
  const hammer = async (own: Database) => {
    while (new Date() < until) {
      const taken = await takeTokens([bucket(3, rate, capacity)], own)
      const amount = [...taken.values()][0]?.granted ?? 0
      await own.execute(
        sql`insert into seen select refilled_at from send_buckets, generate_series(1, ${amount})`,
      )
    }
  }
  await Promise.all([...databases, ...databases, ...databases].map(hammer))
  const { rows: counted } = await database.execute<{ most: number; all: number }>(sql`
      select max(within)::int as most, count(*)::int as all from (
        select count(*) over (order by at range between current row and interval '1 second' following) as within from seen
      ) windows
    `)
  // The moment is read a little after the tokens were taken.
  const TOLERANCE = 3
  expect(counted[0]?.most).toBeLessThanOrEqual(rate + capacity + TOLERANCE)
  expect(counted[0]?.all).toBeLessThanOrEqual((rate * milliseconds) / 1000 + capacity + TOLERANCE)
  expect(counted[0]?.all).toBeGreaterThan((rate * milliseconds) / 1000 / 2)
})
