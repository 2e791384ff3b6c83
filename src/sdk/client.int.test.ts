import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import config from '../../payload.config.ts'
import { projectWork } from '../reading/documents/project-documents.ts'
import { answerV1 } from '../reading/v1/router.ts'
import { createTestItem } from '../testing/create-item.ts'
import { createTestNewsletter } from '../testing/create-newsletter.ts'
import { type Client, createClient } from './client.ts'

let payload: Payload
let client: Client

beforeAll(async () => {
  payload = await getPayload({ config })
  await createTestNewsletter(payload)
  const topic = await payload.create({ collection: 'topics', locale: 'en', data: { label: 'Finance' } })
  for (const title of ['A first loan', 'A second loan']) {
    const item = await createTestItem(payload)
    await item.saveDraft('en', { topics: [topic.id] })
    await item.publish('en', { title })
  }
  await projectWork(payload)
  client = createClient({
    baseUrl: 'http://localhost:3000',
    locale: 'en',
    fetch: (url, init) => answerV1(payload, new Request(url, init), new Date()),
  })
})
afterAll(() => payload.destroy())

test('the product is searched, page by page, with counts of what was asked for', async () => {
  const first = await client.search('loan -third', {
    collections: ['news'],
    filter: { topic: ['finance'] },
    facets: ['topic'],
    limit: 1,
  })
  const second = await client.following<typeof first>(first.next ?? '')

  expect([first, second].map(({ data }) => data.length)).toEqual([1, 1])
  expect(first.data[0]?.title).toContainEqual({ text: 'loan', hit: true })
  expect(first.facets.topic).toEqual([{ code: 'finance', label: 'Finance', count: 2 }])
  expect((await client.search('loan', { collections: ['events'] })).data).toEqual([])
})

test('a list of words is there, and one that is none is null', async () => {
  expect(await client.vocabulary('topics')).toMatchObject([{ code: 'finance', label: 'Finance' }])
  expect(await client.vocabulary('nothing')).toBeNull()
})

test('the network, its newsletters and their issues are there in the language asked for', async () => {
  expect((await client.network({ locale: 'fr' })).languages.map(({ locale }) => locale)).toContain('ar')
  const [newsletter] = await client.newsletters()

  expect(newsletter).toMatchObject({ name: 'EMEN letter', attribution: 'EMEN', funding: [] })
  expect(await client.issues(newsletter?.slug ?? '', { count: true })).toMatchObject({ data: [], total: 0 })
  expect(await client.issues('nothing')).toBeNull()
})
