import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import config from '../../payload.config.ts'
import { databaseOf, sql } from '../database/database.ts'
import { createTestItem, type TestItem } from '../testing/create-item.ts'
import { createTestNetwork } from '../testing/create-network.ts'

let payload: Payload
let item: TestItem

beforeAll(async () => {
  payload = await getPayload({ config })
  await createTestNetwork(payload, ['en', 'fr', 'ar'])
  item = await createTestItem(payload)
})
afterAll(() => payload.destroy())

/** What the outbox tells of the item, oldest first. */
async function told(id = item.id) {
  const { rows } = await databaseOf(payload).execute<{ locale: string; kind: string }>(
    sql`select locale, kind from outbox where item_id = ${id} order by id`,
  )
  return rows.map(({ locale, kind }) => `${kind} ${locale}`)
}

test('a draft tells readers nothing', async () => {
  expect(await told()).toEqual([])
})

test('each language is told by itself, and what stands in another is left alone', async () => {
  await item.publish('en')
  await item.publish('fr')

  expect(await told()).toEqual(['published en', 'published fr'])
})

test('a draft saved over a published item tells readers nothing', async () => {
  const before = await told()
  await item.saveDraft('fr', { teaser: 'Pas encore pour le public.' })

  expect(await told()).toEqual(before)
})

test('publishing again without a change tells readers nothing', async () => {
  const before = await told()
  await item.publish('en')

  expect(await told()).toEqual(before)
})

test('publishing a change tells the readers of that language', async () => {
  const before = await told()
  await item.publish('en', { teaser: 'A better teaser.' })

  expect((await told()).slice(before.length)).toEqual(['revised en'])
})

test('taking a language back tells its readers', async () => {
  const before = await told()
  await item.saveDraft('fr', {}, { unpublish: true })

  expect((await told()).slice(before.length)).toEqual(['withdrawn fr'])
})

test('a deleted item is withdrawn wherever it was public', async () => {
  const other = await createTestItem(payload)
  await other.publish('en')
  await payload.delete({ collection: 'news', id: other.id })

  expect(await told(other.id)).toEqual(['published en', 'withdrawn en'])
})

test('an item and what the outbox tells of it are stored together or not at all', async () => {
  const transactionID = (await payload.db.beginTransaction()) as string
  const other = await createTestItem(payload, { transactionID })
  await other.publish('en')
  await payload.db.rollbackTransaction(transactionID)

  expect(await told(other.id)).toEqual([])
})
