import { randomUUID } from 'node:crypto'

import { drizzle } from '@payloadcms/db-postgres/drizzle/node-postgres'
import { afterAll, expect, test } from 'vitest'

import { type Database, sql } from '../../database/database.ts'
import { type HeldRequest, reserve } from './held-request.ts'

const client = drizzle(process.env.DATABASE_URL ?? '')
const database = client as unknown as Database

afterAll(() => client.$client.end())

const held: HeldRequest = {
  id: randomUUID(),
  leaseToken: randomUUID(),
  collection: 'news',
  itemId: randomUUID(),
  locale: 'fr',
  sourceLocale: 'en',
  sourceRevision: 1,
  engine: 'deepl',
  attempts: 1,
  providerReference: null,
}

const isSomebodyWaiting = async (): Promise<boolean> => {
  const { rows } = await database.execute(
    sql`select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
  )
  return rows.length > 0
}

test('characters are counted once, also while somebody changes the request', async () => {
  await database.execute(sql`
    insert into translation_requests (
      id, collection, item_id, locale, source_revision, state, engine, segments, characters, lease_token
    ) values (${held.id}, 'news', ${held.itemId}, 'fr', 1, 'in-progress', 'deepl', 3, 100, ${held.leaseToken})
  `)
  const editor = await client.$client.connect()
  await editor.query('begin')
  await editor.query(`update translation_requests set deadline = now() where id = $1`, [held.id])
  const reserving = reserve(held, { characters: 100, charactersPerMonth: 150 }, database)
  await expect.poll(isSomebodyWaiting).toBe(true)
  await editor.query('commit')
  editor.release()

  expect(await reserving).toMatchObject({ outcome: 'reserved' })
  const { rows } = await database.execute(sql`
    select reason, deadline is not null as changed, (select sum(characters)::int from translation_usage where engine = 'deepl') as counted
    from translation_requests
  `)
  expect(rows).toEqual([{ reason: 'awaiting-answer', changed: true, counted: 100 }])
})
