import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import { databaseOf, sql } from '../../database/database.ts'
import { createTestItem, type TestItem } from '../../testing/create-item.ts'
import { createTestNetwork } from '../../testing/create-network.ts'
import { syncUnknown, unknownItems } from './sync-unknown.ts'

let payload: Payload
let item: TestItem

beforeAll(async () => {
  payload = await getPayload({ config })
  await createTestNetwork(payload, ['en', 'fr'])
  item = await createTestItem(payload)
  await item.publish('fr')
})
afterAll(() => payload.destroy())

const states = async () => {
  const { rows } = await databaseOf(payload).execute<{ locale: string; state: string }>(sql`
    select locale, state from translation_locales where item_id = ${item.id} order by locale
  `)
  return rows.map(({ locale, state }) => `${locale} ${state}`)
}

test('an item that was stored before there were segments is found, read once and then known', async () => {
  for (const table of ['items', 'segments', 'targets', 'locales'])
    await databaseOf(payload).execute(
      sql`delete from ${sql.identifier(`translation_${table}`)} where item_id = ${item.id}`,
    )
  expect(await unknownItems(10, databaseOf(payload))).toEqual([{ collection: 'news', id: item.id }])

  await syncUnknown(payload)
  expect(await states()).toEqual(['fr current'])
  expect(await unknownItems(10, databaseOf(payload))).toEqual([])
})

test('a language that the network gains is missing at once, and one that it gives up is not asked for', async () => {
  await payload.updateGlobal({ slug: 'network', data: { enabledLocales: ['en', 'fr', 'ar'] } })
  expect(await states()).toEqual(['ar missing', 'fr current'])

  await payload.updateGlobal({ slug: 'network', data: { enabledLocales: ['en', 'fr'] } })
  expect(await states()).toEqual(['fr current'])
})
