import type { Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import { createTestNetwork } from '../../testing/create-network.ts'
import { emptying } from '../../testing/emptying.ts'

const { getPayload } = await import('payload')
const { default: config } = await import('../../../payload.config.ts')
const { databaseOf, sql } = await import('../../database/database.ts')
const { openRounds } = await import('./digest-rounds.ts')

let payload: Payload

beforeAll(async () => {
  payload = await getPayload({ config })
  await createTestNetwork(payload, ['en'])
})
afterAll(() => payload.destroy())
beforeEach(async () => {
  await databaseOf(payload).execute(emptying('digest_rounds digest_items'))
})

async function setting(timeZone: string, weekday: string, hour: number) {
  await databaseOf(payload).execute(sql`
    update network set time_zone = ${timeZone}, digest_weekday = ${weekday}::text::enum_network_digest_weekday,
      digest_hour = ${hour}
  `)
}

const open = (at: string) => openRounds(new Date(at), databaseOf(payload))

async function rounds(rhythm: 'weekly' | 'monthly') {
  const { rows } = await databaseOf(payload).execute<{ period: string; due_at: string | Date }>(sql`
    select period, due_at from digest_rounds where rhythm = ${rhythm} order by due_at
  `)
  return rows.map(({ period, due_at }) => `${period} ${new Date(due_at).toISOString()}`)
}

test('a round opens at the network’s hour on the clocks of its time zone, and not a moment before', async () => {
  await setting('Europe/Brussels', '1', 7)
  await open('2026-11-23T05:59:59Z')
  expect(await rounds('weekly')).toEqual(['2026-W47 2026-11-16T06:00:00.000Z'])
  await open('2026-11-23T06:00:00Z')
  expect(await rounds('weekly')).toEqual([
    '2026-W47 2026-11-16T06:00:00.000Z',
    '2026-W48 2026-11-23T06:00:00.000Z',
  ])
})

test('summer time moves the moment, not the hour', async () => {
  await setting('Europe/Brussels', '1', 7)
  await open('2026-03-23T12:00:00Z')
  await open('2026-03-30T12:00:00Z')
  expect(await rounds('weekly')).toEqual([
    '2026-W13 2026-03-23T06:00:00.000Z',
    '2026-W14 2026-03-30T05:00:00.000Z',
  ])
})

test('an hour that the clocks skip or repeat still opens one round', async () => {
  await setting('Europe/Brussels', '7', 2)
  for (let minute = 0; minute < 300; minute += 20)
    await open(new Date(Date.UTC(2026, 2, 28, 23, minute)).toISOString())
  expect(await rounds('weekly')).toEqual([
    '2026-W12 2026-03-22T01:00:00.000Z',
    '2026-W13 2026-03-29T01:00:00.000Z',
  ])
  for (let minute = 0; minute < 300; minute += 20)
    await open(new Date(Date.UTC(2026, 9, 24, 22, minute)).toISOString())
  expect((await rounds('weekly')).filter((round) => round.startsWith('2026-W43'))).toHaveLength(1)
})

test('monthly rounds open on the first, in the month that it is there', async () => {
  await setting('Pacific/Auckland', '1', 7)
  await open('2026-10-31T17:59:00Z')
  await open('2026-10-31T18:00:00Z')
  expect(await rounds('monthly')).toEqual([
    '2026-10 2026-09-30T18:00:00.000Z',
    '2026-11 2026-10-31T18:00:00.000Z',
  ])
})

test('the turn of the year has the week’s own year', async () => {
  await setting('UTC', '5', 7)
  await open('2027-01-01T08:00:00Z')
  expect(await rounds('weekly')).toEqual(['2026-W53 2027-01-01T07:00:00.000Z'])
})

test('after days without a worker a round opens late and once, and none for the weeks before', async () => {
  await setting('UTC', '1', 7)
  await open('2026-11-02T08:00:00Z')
  expect(await open('2026-11-26T08:00:00Z')).toBe(1)
  expect(await open('2026-11-26T08:01:00Z')).toBe(0)
  expect(await rounds('weekly')).toEqual([
    '2026-W45 2026-11-02T07:00:00.000Z',
    '2026-W48 2026-11-23T07:00:00.000Z',
  ])
})

test('however many ask at once, a round is opened once', async () => {
  await setting('UTC', '1', 7)
  const opened = await Promise.all(Array.from({ length: 8 }, () => open('2026-11-23T08:00:00Z')))
  expect(opened.reduce((sum, count) => sum + count)).toBe(2)
})

test('moving the day within a week gives nobody two digests in it', async () => {
  await setting('UTC', '1', 7)
  await open('2026-11-25T08:00:00Z')
  await setting('UTC', '5', 7)
  await open('2026-11-27T08:00:00Z')
  expect(await rounds('weekly')).toEqual(['2026-W48 2026-11-23T07:00:00.000Z'])
})
