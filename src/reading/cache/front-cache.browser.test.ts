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

/** What the browser of somebody who has signed in brings along. */
async function sessionOf(): Promise<Record<string, string>> {
  const login = { email: `${crypto.randomUUID()}@people.example`, password: crypto.randomUUID() }
  await payload.create({ collection: 'users', data: { ...login, name: 'Editor', roles: ['editor'] } })
  const answer = await post('/api/users/login', JSON.stringify(login))()
  const cookie = answer.headers.getSetCookie().map((each) => each.split(';')[0])
  return { cookie: cookie.join('; '), 'sec-fetch-site': 'same-origin' }
}

/** Ways to read the item; `age` stands only on what comes from memory or has just been put there. */
const ways: Readonly<Record<string, () => Promise<Response>>> = {
  list: () => get('/api/news?locale=en'),
  item: () => get(`/api/news/${item.id}?locale=en`),
  graphql: post('/api/graphql', query),
  'query of the contract': post('/v1/graphql', facade),
  'query of the contract in the address': () =>
    get(`/v1/graphql?query=${encodeURIComponent('{ news(locale: en) { nodes { title } } }')}`),
  'list of the contract': () => get('/v1/news?locale=en'),
  'document of the contract': () => get(`/v1/news/${item.id}?locale=en`),
  search: () => get('/v1/search?locale=en&q=mentoring'),
  change: () => get('/v1/changes?locales=en&collection=news'),
  harvest: () => get('/oai?verb=ListRecords&metadataPrefix=oai_dc'),
  feed: () => get('/en/feeds/news/atom.xml'),
  page: () => get('/en/news'),
}

test.for(Object.entries(ways))('the product answers a %s from memory', async ([, read]) => {
  // A process that is busy may not have made the document yet: its reader then has what was true before.
  await expect.poll(async () => (await read()).text()).toContain('Mentoring starts')
  // The pages of the product are all made at once when it is busy: then it asks Next rather than say what is old.
  await expect.poll(async () => (await read()).headers.get('age')).toMatch(/^\d+$/)
  const kept = await read()
  expect(await kept.text()).toContain('Mentoring starts')
  expect(Object.fromEntries(kept.headers)).toMatchObject({
    'cache-tag': expect.stringMatching(/(^|,)(content|news|news:en|news\/[\da-f-]{36})(,|$).*,?all$/),
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

test('what staff have read with their session nobody else is then answered', async () => {
  const draft = await createTestItem(payload)
  await draft.saveDraft('en', { title: 'SECRET plan' })
  const session = await sessionOf()
  const drafts = JSON.stringify({
    query: '{ allNews(locale: en, draft: true, limit: 100) { docs { title } } }',
  })
  const asked: readonly ((headers: Record<string, string>) => Promise<Response>)[] = [
    (headers) => get(`/api/news/${draft.id}?locale=en&draft=true`, headers),
    (headers) => get('/api/news?locale=en&draft=true&limit=100', headers),
    (headers) =>
      fetch(`${url}/api/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: drafts,
      }),
  ]
  for (const ask of asked) {
    const seen = await ask(session)
    expect([seen.headers.has('age'), (await seen.text()).includes('SECRET')]).toEqual([false, true])
    for (let again = 0; again < 2; again++) expect(await (await ask({})).text()).not.toContain('SECRET')
  }
})

test('a session reads in the public’s ways what the public reads, and leaves nothing else behind', async () => {
  const draft = await createTestItem(payload)
  await draft.saveDraft('en', { title: 'SECRET plan' })
  const session = await sessionOf()
  for (const path of [
    '/v1/news?locale=en',
    '/v1/changes',
    '/oai?verb=ListRecords&metadataPrefix=oai_dc',
    '/en/news',
  ])
    for (const headers of [session, {}])
      expect([path, await (await get(path, headers)).text()]).toEqual([
        path,
        expect.not.stringContaining('SECRET'),
      ])
})

test('what is withdrawn is gone within a second, whichever way it is read', async () => {
  for (const read of Object.values(ways)) await read()
  await item.saveDraft('en', {}, { unpublish: true })
  for (const read of Object.values(ways))
    await expect.poll(async () => (await read()).text(), { timeout: 1_000 }).not.toContain('Mentoring starts')
})
