import config from '@payload-config'
import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import { databaseOf, sql } from '../database/database.ts'
import { keepEdition } from './editions.ts'

let payload: Payload

beforeAll(async () => {
  payload = await getPayload({ config })
})
afterAll(() => payload.destroy())
beforeEach(async () => {
  await run(sql`truncate editions`)
  await keepEdition(
    {
      issueId: crypto.randomUUID(),
      locale: 'en',
      subject: 'What worked this month',
      preheader: '',
      html: '<p>Letter</p>',
      text: 'Letter',
      contentHash: 'hash',
      manifest: [],
    },
    databaseOf(payload),
  )
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

test('whether the links of an edition are counted is settled after it is kept', async () => {
  await run(sql`update editions set counts_links = true`)
  const { rows } = await run(sql`select counts_links from editions`)
  expect(rows).toEqual([{ counts_links: true }])
})
