import { drizzle } from '@payloadcms/db-postgres/drizzle/node-postgres'
import { afterAll, expect, test } from 'vitest'

import type { Database } from '../../database/database.ts'
import { sql } from '../../database/database.ts'
import { nextReadingHour } from './reading-hours.ts'

const client = drizzle(process.env.DATABASE_URL ?? '')
const database = client as unknown as Database

afterAll(() => client.$client.end())

test.for<[string, string, string, number | null, number | null, string | null]>([
  ['without hours it may come now', '2026-12-01T03:00:00Z', 'Europe/Athens', null, null, null],
  ['within the hours it may come now', '2026-12-01T07:00:00Z', 'Europe/Athens', 9, 18, null],
  [
    'before them it waits for the morning',
    '2026-12-01T03:00:00Z',
    'Europe/Athens',
    9,
    18,
    '2026-12-01T07:00:00Z',
  ],
  [
    'the end of the last hour is outside',
    '2026-12-01T16:00:00Z',
    'Europe/Athens',
    9,
    18,
    '2026-12-02T07:00:00Z',
  ],
  [
    'after them it waits for the next morning',
    '2026-12-31T20:00:00Z',
    'Europe/Athens',
    9,
    18,
    '2027-01-01T07:00:00Z',
  ],
  ['the reader’s day counts, not ours', '2026-12-01T22:30:00Z', 'Asia/Kabul', 7, 20, '2026-12-02T02:30:00Z'],
  ['to midnight is to the end of the day', '2026-12-01T21:59:00Z', 'Europe/Athens', 9, 24, null],
  ['hours over midnight: in the night it may', '2026-12-01T23:00:00Z', 'UTC', 22, 6, null],
  [
    'hours over midnight: by day it waits for the evening',
    '2026-12-01T12:00:00Z',
    'UTC',
    22,
    6,
    '2026-12-01T22:00:00Z',
  ],
  ['the same hour twice is no limit', '2026-12-01T12:00:00Z', 'UTC', 9, 9, null],
  // 29 March 2026: the clock goes from 3 to 4.
  [
    'in the night that is an hour short',
    '2026-03-28T19:00:00Z',
    'Europe/Athens',
    9,
    18,
    '2026-03-29T06:00:00Z',
  ],
  [
    'an hour that does not exist is the one after it',
    '2026-03-29T00:30:00Z',
    'Europe/Athens',
    3,
    18,
    '2026-03-29T01:00:00Z',
  ],
  // 25 October 2026: the clock goes from 4 to 3.
  [
    'in the night that is an hour long',
    '2026-10-24T18:00:00Z',
    'Europe/Athens',
    9,
    18,
    '2026-10-25T07:00:00Z',
  ],
])('%s', async ([, at, zone, from, to, expected]) => {
  const next = nextReadingHour({
    at: sql`${at}::timestamptz`,
    zone: sql`${zone}::text`,
    from: sql`${from}::numeric`,
    to: sql`${to}::numeric`,
  })
  const { rows } = await database.execute<{ next: string | null }>(sql`select ${next} as next`)
  const found = rows[0]?.next ?? null

  expect(found === null ? null : new Date(found).toISOString()).toBe(
    expected === null ? null : new Date(expected).toISOString(),
  )
})
