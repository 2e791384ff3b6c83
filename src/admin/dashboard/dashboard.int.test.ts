import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import { databaseOf } from '../../database/database.ts'
import { createTestItem, type TestItem } from '../../testing/create-item.ts'
import { latestChanges } from './latest-changes.ts'

let payload: Payload
let item: TestItem

beforeAll(async () => {
  payload = await getPayload({ config, disableOnInit: true })
  await payload.updateGlobal({
    slug: 'network',
    locale: 'en',
    data: { name: 'Sample network', enabledLocales: ['en', 'fr', 'ar'] },
  })
  item = await createTestItem(payload)
  await item.publish('en')
  await item.publish('fr')
  await item.publish('ar')
})

afterAll(() => payload.destroy())

test('the last changes name the item once, with the languages of the last kind of change', async () => {
  await item.publish('en', { title: 'Mentoring starts later' })
  await item.publish('fr', { title: 'Le mentorat commence plus tard' })

  const changes = await latestChanges(5, databaseOf(payload))

  expect(changes).toMatchObject([
    { collection: 'news', id: item.id, kind: 'revised', locales: ['en', 'fr'], posts: [] },
  ])
})

test('an item that no channel ever took is called by its own title, in the source language first', async () => {
  const [change] = await latestChanges(1, databaseOf(payload))

  expect(change).toMatchObject({ title: 'Mentoring starts later', titleLocale: 'en' })
})

test('an item that is public no more keeps the title that it had last', async () => {
  const gone = await createTestItem(payload)
  await gone.publish('fr', { title: 'Le mentorat' })
  await gone.saveDraft('fr', { title: 'Un autre titre' }, { unpublish: true })

  const [change] = await latestChanges(1, databaseOf(payload))

  expect(change).toMatchObject({ id: gone.id, kind: 'withdrawn', title: 'Le mentorat', titleLocale: 'fr' })
})
