import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import { createTestItem, type TestItem } from '../../testing/create-item.ts'
import { createTestNetwork } from '../../testing/create-network.ts'
import { ownProduct } from '../../testing/own-product.ts'

const { url } = ownProduct()
let payload: Payload
let item: TestItem

beforeAll(async () => {
  payload = await getPayload({ config, disableOnInit: true })
  await createTestNetwork(payload, ['en', 'fr'])
  item = await createTestItem(payload)
  await item.publish('en', { title: 'Mentoring starts', slug: 'mentoring' })
})
afterAll(() => payload.destroy())

const get = (path: string, headers: Record<string, string> = {}) => fetch(url + path, { headers })
const query = JSON.stringify({ query: '{ allNews(locale: en) { docs { title } } }' })
const facade = JSON.stringify({ query: '{ news(locale: en) { nodes { title } } }' })
const post = (path: string, body: string) => () =>
  fetch(url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  })

/** Ways to read the item; `age` stands only on what comes from memory or has just been put there. */
const ways: Readonly<Record<string, () => Promise<Response>>> = {
  list: () => get('/api/news?locale=en'),
  item: () => get(`/api/news/${item.id}?locale=en`),
  graphql: post('/api/graphql', query),
  'query of the contract': post('/v1/graphql', facade),
  feed: () => get('/en/feeds/news/atom.xml'),
  page: () => get('/en/news'),
}

test.for(Object.entries(ways))('the product answers a %s from memory', async ([, read]) => {
  const first = await read()
  expect(await first.text()).toContain('Mentoring starts')
  // The pages of the product are all made at once when it is busy: then it asks Next rather than say what is old.
  await expect.poll(async () => (await read()).headers.get('age')).toMatch(/^\d+$/)
  const kept = await read()
  expect(await kept.text()).toContain('Mentoring starts')
  expect(Object.fromEntries(kept.headers)).toMatchObject({
    'cache-tag': expect.stringMatching(/(^|,)(content|news|news:en)(,|$).*,?all$/),
    etag: expect.stringMatching(/^"/),
    'x-content-type-options': 'nosniff',
  })
})

test.for([[{ authorization: 'JWT nobody' }], [{ cookie: 'payload-token=nobody' }]] as const)(
  'somebody who says who they are is answered by Payload: %o',
  async ([headers]) => {
    await get('/api/news?locale=en')
    expect((await get('/api/news?locale=en', headers)).headers.has('age')).toBe(false)
  },
)

test('what is withdrawn is gone within a second, whichever way it is read', async () => {
  for (const read of Object.values(ways)) await read()
  await item.saveDraft('en', {}, { unpublish: true })
  for (const read of Object.values(ways))
    await expect.poll(async () => (await read()).text(), { timeout: 1_000 }).not.toContain('Mentoring starts')
})
