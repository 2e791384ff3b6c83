import config from '@payload-config'
import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { databaseOf, sql } from '../../database/database.ts'
import { createTestItem } from '../../testing/create-item.ts'
import { createTestNetwork } from '../../testing/create-network.ts'
import { sampleSegment } from '../../testing/exchange.ts'
import { writeSegments } from '../../testing/translation-rows.ts'
import { refreshLocales } from '../sync/refresh-locales.ts'
import { exchangeList, type ListedState } from './exchange-list.ts'

let payload: Payload
const ids = new Map<string, string>()

beforeAll(async () => {
  payload = await getPayload({ config })
  await createTestNetwork(payload, ['en', 'el'])
  for (const [name, state] of [
    ['done', 'approved'],
    ['handed in', 'needs-review'],
    ['begun', 'in-translation'],
    ['new', null],
  ] as const) {
    const { id } = await createTestItem(payload)
    ids.set(name, id)
    const item = { collection: 'news', id } as const
    await writeSegments(payload, item, [sampleSegment()])
    if (state !== null)
      await databaseOf(payload).execute(sql`
        insert into translation_targets (collection, item_id, locale, key, text, state, source_hash, source_text, source_revision, origin)
        values ('news', ${id}, 'el', 'title', 'Αρχίζει', ${state}, 'hash-of-the-source', 'Mentoring starts', 3, 'person')
      `)
    await refreshLocales(item, databaseOf(payload))
  }
})
afterAll(() => payload.destroy())

const listed = async (
  state: ListedState,
  items: readonly string[] | null = null,
): Promise<readonly string[]> => {
  const { items: found, total } = await exchangeList(
    { locale: 'el', collection: 'news', state, items },
    databaseOf(payload),
  )
  expect(total).toBe(found.length)
  return found.map(({ id }) => [...ids].find(([, each]) => each === id)?.[0] ?? id).toSorted()
}

test.for([
  ['open', ['begun', 'new']],
  ['missing', ['new']],
  ['in-translation', ['begun']],
  ['needs-review', ['handed in']],
  ['current', ['done']],
  ['any', ['begun', 'done', 'handed in', 'new']],
] as const)('items with the state %s are offered for export', async ([state, names]) => {
  expect(await listed(state)).toEqual(names)
})

test('items that were chosen elsewhere are offered alone', async () => {
  expect(await listed('any', [`news/${ids.get('done')}`])).toEqual(['done'])
})

test('an item that is not wanted in a language is not offered', async () => {
  await databaseOf(payload).execute(
    sql`update translation_locales set is_wanted = false where item_id = ${ids.get('new')} and locale = 'el'`,
  )

  expect(await listed('open')).toEqual(['begun'])
})
