import { randomUUID } from 'node:crypto'

import { drizzle } from '@payloadcms/db-postgres/drizzle/node-postgres'
import { afterAll, expect, test } from 'vitest'

import { type Database, sql } from '../../database/database.ts'
import { writeSource } from './write-source.ts'

const client = drizzle(process.env.DATABASE_URL ?? '')
const database = client as unknown as Database

afterAll(() => client.$client.end())

const item = { collection: 'news', id: randomUUID() } as const
const segment = (key: string) => ({
  key,
  field: key,
  kind: 'plain' as const,
  text: `The ${key}`,
  marks: [],
  maxCharacters: null,
})
const write = (...keys: readonly string[]) =>
  writeSource(
    item,
    { title: 'Mentoring', locale: 'en', segments: keys.map(segment), isMinor: false },
    database,
  )

const isSomebodyWaiting = async (): Promise<boolean> => {
  const { rows } = await database.execute(
    sql`select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
  )
  return rows.length > 0
}

test('a text that is gone goes in every language, also where somebody translates it meanwhile', async () => {
  await write('title', 'teaser')
  for (const key of ['title', 'teaser'])
    await database.execute(sql`
      insert into translation_targets (
        collection, item_id, locale, key, text, state, source_hash, source_text, source_revision, origin
      ) values ('news', ${item.id}, 'fr', ${key}, 'x', 'approved', 'h', 'x', 1, 'person')
    `)
  const translator = await client.$client.connect()
  await translator.query('begin')
  await translator.query(`update translation_targets set text = 'y', version = version + 1`)
  const writing = write('title')
  await expect.poll(isSomebodyWaiting).toBe(true)
  await translator.query('commit')
  translator.release()
  await writing

  const { rows } = await database.execute(sql`select key, text from translation_targets`)
  expect(rows).toEqual([{ key: 'title', text: 'y' }])
})
