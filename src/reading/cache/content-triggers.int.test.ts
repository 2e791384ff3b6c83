import { createLocalReq, getPayload, type Payload } from 'payload'
import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import { env } from '../../env.ts'
import { createTestItem } from '../../testing/create-item.ts'
import { CHANNEL, watchedTables } from './content-triggers.ts'
import { publicCollections, publicGlobals } from './public-content.ts'

let payload: Payload
let client: Client
const told: string[] = []

beforeAll(async () => {
  payload = await getPayload({ config })
  client = new Client({ connectionString: env.DATABASE_URL })
  await client.connect()
  client.on('notification', ({ payload: tags }) => void told.push(tags ?? ''))
  await client.query(`listen ${CHANNEL}`)
})
beforeEach(() => void told.splice(0))
afterAll(async () => {
  await client.end()
  await payload.destroy()
})

/** What was told until now: whatever was told before our own word has come when that has. */
async function toldSoFar(): Promise<string[]> {
  await client.query(`notify ${CHANNEL}, 'that is all'`)
  await expect.poll(() => told.at(-1)).toBe('that is all')
  return [...new Set(told.splice(0).slice(0, -1))].sort()
}

test('what is kept is exactly what an anonymous caller may read', async () => {
  const req = await createLocalReq({}, payload)
  const readable: string[] = []
  for (const { config: collection } of Object.values(payload.collections))
    if ((await collection.access.read({ req })) !== false) readable.push(collection.slug)
  expect(readable.sort()).toEqual(Object.keys(publicCollections).sort())
  const open: string[] = []
  for (const global of payload.config.globals)
    if ((await global.access.read({ req })) !== false) open.push(global.slug)
  expect(open).toEqual(Object.keys(publicGlobals))
})

test('every table of what the public may read tells its changes', async () => {
  const { rows } = await client.query<{ name: string; triggers: string }>(`
    select c.relname as name, count(t.oid) filter (where t.tgname like 'public_content%') as triggers
    from pg_class c left join pg_trigger t on t.tgrelid = c.oid and t.tgenabled = 'O'
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace group by c.relname`)
  const heads: string[] = [...Object.values(publicCollections), ...Object.values(publicGlobals)]
  const needed = rows.filter(({ name }) => heads.some((head) => name === head || name.startsWith(`${head}_`)))
  expect(watchedTables).toEqual(expect.arrayContaining(needed.map(({ name }) => name)))
  expect(needed.filter(({ triggers }) => Number(triggers) !== 3)).toEqual([])
  const telling = rows.filter(({ triggers }) => Number(triggers) > 0).map(({ name }) => name)
  expect(telling.sort()).toEqual(watchedTables.toSorted())
})

test('publishing is told in its own transaction', async () => {
  const item = await createTestItem(payload)
  await toldSoFar()
  await item.publish('en', { title: 'Mentoring' })
  expect(await toldSoFar()).toEqual([
    'content,changes',
    'content,news',
    'content,slugs',
    `news,news/${item.id}`,
  ])
})

test('what is taken back is not told', async () => {
  await client.query('begin')
  await client.query(`insert into topics (id) values (gen_random_uuid())`)
  await client.query('rollback')
  expect(await toldSoFar()).toEqual([])
})

test.for([
  ['a statement that finds no row', `update issues set state = 'sent' where state = 'sending'`, []],
  ['a row that stays as it was', 'update network set updated_at = updated_at', []],
  ['a change of a row', `update network set updated_at = now() - interval '1 hour'`, ['content,network']],
  ['work on the outbox', 'update outbox set planned_at = now()', []],
  [
    'a change that is announced again',
    `insert into outbox (collection, item_id, locale, kind, content_hash)
    values ('news', gen_random_uuid(), 'en', 'published', '')`,
    ['content,changes'],
  ],
  ['emptying a table', 'truncate topics_exact_match', ['content,topics']],
] as const)('%s: told what matters', async ([, statement, expected]) => {
  await payload.updateGlobal({ slug: 'network', data: { name: 'Sample network', enabledLocales: ['en'] } })
  await toldSoFar()
  await client.query(statement)
  expect(await toldSoFar()).toEqual(expected)
})

describe('an edition', () => {
  const [issue, first, second] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]
  const state = (mail: string, to: string) =>
    client.query(`update email_deliveries set state = $2 where id = $1`, [mail, to])
  beforeAll(async () => {
    for (const [mail, locale] of [
      [first, 'en'],
      [second, 'en'],
      [crypto.randomUUID(), 'fr'],
    ])
      await client.query(
        `insert into email_deliveries (id, issue_id, newsletter_id, locale, state)
         values ($1, $2, gen_random_uuid(), $3, 'planned')`,
        [mail, issue, locale],
      )
  })
  beforeEach(toldSoFar)

  test('is told when its first mail leaves, and not with those that follow', async () => {
    await state(first, 'submitting')
    expect(await toldSoFar()).toEqual(['content,editions'])
    await state(second, 'submitting')
    await state(first, 'submitted')
    await state(second, 'unconfirmed')
    expect(await toldSoFar()).toEqual([])
  })

  test('is told when the only mail that had left turns out not to have', async () => {
    await client.query(`update email_deliveries set state = 'planned' where issue_id = $1`, [issue])
    expect(await toldSoFar()).toEqual(['content,editions'])
  })

  test('is told by language, also when many mails leave at once', async () => {
    await client.query(`update email_deliveries set state = 'submitting' where locale = 'en'`)
    expect(await toldSoFar()).toEqual(['content,editions'])
    await client.query(`update email_deliveries set state = 'submitting' where locale = 'fr'`)
    expect(await toldSoFar()).toEqual(['content,editions'])
  })

  test('is told when something is said about it', async () => {
    await client.query(
      `insert into edition_corrections (id, issue_id, locale, note, actor)
       values (gen_random_uuid(), $1, 'en', 'The date was wrong.', gen_random_uuid())`,
      [issue],
    )
    expect(await toldSoFar()).toEqual(['content,corrections'])
  })
})
