import { drizzle } from '@payloadcms/db-postgres/drizzle/node-postgres'
import { afterAll, beforeEach, expect, test } from 'vitest'

import type { Database } from '../../database/database.ts'
import { sql } from '../../database/database.ts'
import { emptying } from '../../testing/emptying.ts'
import { enterTransport, reportAway, reportThere, returnProbe } from './breaker.ts'

const client = drizzle(process.env.DATABASE_URL ?? '')
const database = client as unknown as Database

afterAll(() => client.$client.end())
beforeEach(async () => {
  await database.execute(emptying('send_buckets'))
})

const fails = (reason = 'unreachable', until: Date | null = null, isProbe = false) =>
  reportAway({ transport: 'smtp', reason, until, isProbe }, database)
const enter = () => enterTransport('smtp', database)
const kinds = async (workers: number) =>
  (await Promise.all(Array.from({ length: workers }, enter))).map(({ kind }) => kind).toSorted()
const pass = (seconds: number) =>
  database.execute(
    sql`update send_buckets set blocked_until = blocked_until - make_interval(secs => ${seconds})`,
  )
/** From the moment at which it was written down. */
const waitSeconds = async () => {
  const { rows } = await database.execute<{ wait: number }>(
    sql`select extract(epoch from blocked_until - updated_at)::float8 as wait from send_buckets`,
  )
  return rows[0]?.wait ?? 0
}

test('two failures are chance, three in a row shut the transport', async () => {
  await fails()
  await fails()
  expect(await enter()).toEqual({ kind: 'open', isSuspect: true })
  await fails()
  expect(await enter()).toMatchObject({ kind: 'shut', reason: 'unreachable' })
})

test('an answer in between begins the count anew', async () => {
  await fails()
  await fails()
  await reportThere('smtp', database)
  await fails()
  expect(await enter()).toEqual({ kind: 'open', isSuspect: true })
})

test('what is known to last is not tried three times', async () => {
  const until = new Date(Date.now() + 3_600_000)
  await fails('quota', until)
  const entered = await enter()
  expect(entered).toMatchObject({ kind: 'shut', reason: 'quota' })
  // The database counts from a clock of its own.
  const shutUntil = entered.kind === 'shut' ? entered.until.getTime() : 0
  expect(Math.abs(shutUntil - until.getTime())).toBeLessThan(5000)
})

test('when the wait is over one worker tries one mail, and the others wait for what it finds', async () => {
  await fails('quota', new Date(Date.now() - 1000))
  expect(await kinds(4)).toEqual(['probe', 'shut', 'shut', 'shut'])

  await reportThere('smtp', database)
  expect(await kinds(2)).toEqual(['open', 'open'])
})

test('a worker that finds nothing to try leaves it to the next', async () => {
  await fails('quota', new Date(Date.now() - 1000))
  await enter()
  await returnProbe('smtp', database)
  expect(await kinds(1)).toEqual(['probe'])
})

test('a worker that vanishes while it tries is replaced after two minutes', async () => {
  await fails('quota', new Date(Date.now() - 1000))
  await enter()
  await pass(121)
  expect(await kinds(1)).toEqual(['probe'])
})

test('each try that fails doubles the wait, up to a quarter of an hour', async () => {
  for (const _ of [1, 2, 3]) await fails()
  const first = await waitSeconds()
  const waits: number[] = []
  for (const _ of Array.from({ length: 10 })) {
    await pass(3600)
    await enter()
    await fails('unreachable', null, true)
    waits.push(await waitSeconds())
  }

  expect(first).toBeGreaterThan(2)
  expect(first).toBeLessThanOrEqual(5)
  expect(waits[3]).toBeGreaterThan(39)
  expect(waits[3]).toBeLessThanOrEqual(80)
  expect(Math.max(...waits)).toBeLessThanOrEqual(900)
  expect(waits.at(-1)).toBeGreaterThan(440)
})

test('what was under way when it was shut makes the wait no longer', async () => {
  for (const _ of [1, 2, 3]) await fails()
  const before = await waitSeconds()
  for (const _ of [1, 2, 3, 4]) await fails()
  expect(await waitSeconds()).toBeLessThanOrEqual(before)
})
