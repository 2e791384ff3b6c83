import config from '@payload-config'
import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import { databaseOf, sql } from '../database/database.ts'
import { createEditionFiles, dropEditionFiles } from './edition-files.ts'
import { isShownInEdition } from './edition-pictures.ts'
import { keepEdition } from './editions.ts'

let payload: Payload

beforeAll(async () => {
  payload = await getPayload({ config })
})
afterAll(() => payload.destroy())
beforeEach(() => run(sql`truncate editions, edition_files`))

const run = (statement: ReturnType<typeof sql>) => databaseOf(payload).execute(statement)
const isShown = (...names: readonly string[]) => isShownInEdition(names, databaseOf(payload))

const keep = (html: string) =>
  keepEdition(
    {
      issueId: crypto.randomUUID(),
      locale: 'en',
      subject: 'Six weeks',
      preheader: '',
      html,
      text: '',
      contentHash: 'hash',
      manifest: [],
    },
    databaseOf(payload),
  )

const file = (name: string) => `<img src="https://emen.example/api/media/file/${name}" alt="">`

test.for([
  ['in an attribute', 'market-600x300.jpg', file('market-600x300.jpg')],
  ['with letters beyond ASCII', 'αγορά 1.jpg', file(encodeURIComponent('αγορά 1.jpg'))],
  ['with an apostrophe that was escaped', "it's.jpg", file('it&#39;s.jpg')],
  ['with an apostrophe that was not', "it's.jpg", file("it's.jpg")],
  ['before a parameter', 'market.jpg', file('market.jpg?v=2')],
  ['in a style', 'market.jpg', '<td style="background:url(/api/media/file/market.jpg) red">'],
  ['with a sign that patterns know', '100%_a\\b.jpg', file(encodeURIComponent('100%_a\\b.jpg'))],
  ['after another', 'second.jpg', file('first.jpg') + file('second.jpg') + file('second.jpg')],
] as const)('a file is found %s, by its name and by how it begins', async ([, name, html]) => {
  await keep(html)
  expect([await isShown(name), await isShown('other', name.slice(0, 4)), await isShown('other')]).toEqual([
    true,
    true,
    false,
  ])
})

test('a sign that patterns know stands for itself', async () => {
  await keep(file('market.jpg'))
  expect([await isShown('m_rket'), await isShown('%'), await isShown('m%')]).toEqual([false, false, false])
})

test('an edition that is deleted shows nothing', async () => {
  await keep(file('market.jpg'))
  await run(sql`delete from editions`)
  expect((await run(sql`select from edition_files`)).rows).toEqual([])
  expect(await isShown('market')).toBe(false)
})

test('editions from before it was written down are read once', async () => {
  await run(sql.raw(dropEditionFiles))
  await keep(file('market.jpg') + file('it&#39;s.jpg'))
  expect(await isShown('market')).toBe(false)
  await run(sql.raw(createEditionFiles))
  expect([await isShown('market'), await isShown("it's.jpg")]).toEqual([true, true])
})

test('who asks reads no edition', async () => {
  await run(sql`
    insert into edition_files (edition_id, name) select gen_random_uuid(), 'file-' || n || '.jpg' from generate_series(1, 20000) n
  `)
  await run(sql`analyze edition_files`)
  const { rows } = await run(sql`
    explain select from edition_files file where file.name like ${'market%'}
      and exists (select from editions where editions.id = file.edition_id) limit 1
  `)
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
  expect(plan).toContain('edition_files_name')
  expect(plan).not.toContain('Seq Scan')
})
