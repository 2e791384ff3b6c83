import config from '@payload-config'
import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import { databaseOf, sql } from '../database/database.ts'
import { createTestItem } from '../testing/create-item.ts'
import { createTestNewsletter } from '../testing/create-newsletter.ts'
import { emptying } from '../testing/emptying.ts'
import { keepEdition } from './editions.ts'

const edition = {
  locale: 'en',
  subject: 'What worked this month',
  preheader: '',
  html: '<p>Letter</p>',
  text: 'Letter',
  contentHash: 'hash',
  manifest: [],
} as const

let payload: Payload

beforeAll(async () => {
  payload = await getPayload({ config })
})
afterAll(() => payload.destroy())
beforeEach(async () => {
  await run(emptying('editions'))
  await keepEdition({ ...edition, issueId: crypto.randomUUID() }, databaseOf(payload))
})

const run = (statement: ReturnType<typeof sql>) => databaseOf(payload).execute(statement)

test.for(['subject', 'preheader', 'html', 'text', 'content_hash', 'locale'])(
  'the database refuses another %s of an edition',
  async (column) => {
    await expect(run(sql`update editions set ${sql.identifier(column)} = 'x'`)).rejects.toMatchObject({
      cause: { message: 'an edition never changes' },
    })
  },
)

const issueIn = async (state: string) => {
  const newsletter = await createTestNewsletter(payload)
  const item = await createTestItem(payload)
  const issueId = await newsletter.createIssue([{ relationTo: 'news', value: item.id }])
  await run(sql`update issues set state = ${state}::text::enum_issues_state where id = ${issueId}::uuid`)
  await run(emptying('editions'))
  await keepEdition({ ...edition, issueId }, databaseOf(payload))
}

test.for(['preparing', 'sending', 'paused', 'sent', 'cancelled'])(
  'the database deletes no edition of an issue that is %s',
  async (state) => {
    await issueIn(state)
    await expect(run(sql`delete from editions`)).rejects.toMatchObject({
      cause: { message: 'an edition that has left is kept' },
    })
  },
)

test.for(['draft', 'scheduled'])('of an issue that is %s it deletes them', async (state) => {
  await issueIn(state)
  await run(sql`delete from editions`)
  expect((await run(sql`select from editions`)).rows).toEqual([])
})

test('what was made for a rehearsal, or of an issue that is gone, is deleted', async () => {
  await run(sql`delete from editions`)
  expect((await run(sql`select from editions`)).rows).toEqual([])
})

test('whether the links of an edition are counted is settled after it is kept', async () => {
  await run(sql`update editions set counts_links = true`)
  const { rows } = await run(sql`select counts_links from editions`)
  expect(rows).toEqual([{ counts_links: true }])
})
