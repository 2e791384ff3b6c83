import { drizzle } from '@payloadcms/db-postgres/drizzle/node-postgres'
import { afterAll, beforeEach, expect, test } from 'vitest'

import type { Database } from '../database/database.ts'
import { sql } from '../database/database.ts'
import { emptying } from '../testing/emptying.ts'
import { goingOut } from './going-out.ts'

const client = drizzle(process.env.DATABASE_URL ?? '')
const database = client as unknown as Database

const item = '019ac0de-0000-7000-8000-000000000001'
const channel = '019ac0de-0000-7000-8000-000000000002'
const from = new Date('2026-12-01T00:00:00Z')
const to = new Date('2027-01-01T00:00:00Z')

afterAll(() => client.$client.end())
beforeEach(async () => {
  await database.execute(emptying('channel_deliveries channel_choices scheduled_publications channels'))
  await database.execute(sql`
    insert into channels (id, name, service, base_url, mode) values (${channel}, 'Ours', 'mastodon', 'https://social.example', 'ask')
  `)
})

const delivery = (locale: string, state: string, at: string, desired = 'live') =>
  database.execute(sql`
    insert into channel_deliveries
      (id, collection, item_id, locale, channel_id, service, title, item_url, desired, outbox_id, state, due_at, submitted_at)
    values (gen_random_uuid(), 'news', ${item}, ${locale}, ${channel}, 'mastodon', ${`Title ${locale}`}, '', ${desired}, 1,
      ${state}, ${at}::timestamptz, case when ${state} = 'submitted' then ${at}::timestamptz end)
  `)
const choice = (locale: string, wanted: string | null, approval: string | null) =>
  database.execute(sql`
    insert into channel_choices (collection, item_id, locale, channel_id, wanted, approval, scheduled_for)
    values ('news', ${item}, ${locale}, ${channel}, ${wanted}, ${approval}, '2026-12-20T09:00:00Z')
  `)
const told = async () =>
  (await goingOut({ from, to, finalServices: ['zenodo'] }, database)).map(({ at, kind, state, locale }) =>
    [at.toISOString().slice(0, 10), kind, state, locale].join(' '),
  )

test('what went out, is planned, waits for a person or is in doubt is told in order of time', async () => {
  await delivery('fr', 'held', '2026-12-09T08:00:00Z')
  await delivery('en', 'submitted', '2026-12-02T08:00:00Z')
  await delivery('el', 'planned', '2026-12-12T08:00:00Z')
  await delivery('ar', 'unconfirmed', '2026-12-03T08:00:00Z')
  await database.execute(sql`update channel_deliveries set submitted_at = due_at where state = 'unconfirmed'`)

  expect(await told()).toEqual([
    '2026-12-02 post out en',
    '2026-12-03 post in-doubt ar',
    '2026-12-09 post held fr',
    '2026-12-12 post planned el',
  ])
})

test('what did not get out and what is taken back is told too', async () => {
  await delivery('en', 'failed', '2026-12-02T08:00:00Z')
  await delivery('fr', 'submitted', '2026-12-03T08:00:00Z', 'absent')
  await delivery('el', 'planned', '2026-12-04T08:00:00Z', 'absent')
  await database.execute(sql`update channel_deliveries set updated_at = due_at`)
  await database.execute(
    sql`update channel_deliveries set remote_state = case locale when 'fr' then 'absent' else 'live' end`,
  )

  expect(await told()).toEqual([
    '2026-12-02 post failed en',
    '2026-12-03 removal out fr',
    '2026-12-04 removal planned el',
  ])
})

test('what was decided against, never stood anywhere or lies outside is not', async () => {
  await delivery('en', 'skipped', '2026-12-02T08:00:00Z')
  await delivery('fr', 'planned', '2026-12-02T08:00:00Z', 'absent')
  await delivery('el', 'planned', '2027-01-01T00:00:00Z')

  expect(await told()).toEqual([])
})

test('a post that could never be taken back waits for a person, whatever the channel says', async () => {
  await database.execute(sql`update channels set service = 'zenodo', mode = 'auto'`)
  await choice('en', null, null)
  await choice('fr', null, 'approved')

  expect(await told()).toEqual(['2026-12-20 post held en', '2026-12-20 post planned fr'])
})

test('a post that is only planned by its editor so far is there, unless the editor left it out', async () => {
  await choice('en', null, 'approved')
  await choice('fr', 'yes', null)
  await choice('el', 'no', null)
  await choice('ar', null, 'approved')
  await delivery('ar', 'planned', '2026-12-20T09:00:00Z')

  expect(await told()).toEqual([
    '2026-12-20 post planned ar',
    '2026-12-20 post planned en',
    '2026-12-20 post held fr',
  ])
})
