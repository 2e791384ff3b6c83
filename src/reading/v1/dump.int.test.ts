import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import { databaseOf, sql } from '../../database/database.ts'
import { apiConsumer } from '../../testing/api.ts'
import { createTestItem, type TestItem } from '../../testing/create-item.ts'
import { createTestNetwork } from '../../testing/create-network.ts'
import { keptRoute } from '../cache/route.ts'
import { projectWork } from '../documents/project-documents.ts'
import { recountFacets } from '../search/facet-totals.ts'
import { dumpPath } from './dump-route.ts'
import { answerV1 } from './router.ts'

const now = new Date('2026-11-28T12:00:00Z')
let payload: Payload
let shown: TestItem
let draft: TestItem

beforeAll(async () => {
  payload = await getPayload({ config })
  await createTestNetwork(payload, ['en', 'fr'])
  shown = await createTestItem(payload)
  await shown.publish('en', { title: 'One' })
  draft = await createTestItem(payload)
  await projectWork(payload)
  // More than are read at once.
  await databaseOf(payload).execute(sql`
    insert into public_documents (collection, item_id, locale, document, changed_at, slug, title, published_at, sort_at, facets, refs)
    select collection, gen_random_uuid(), locale, document || jsonb_build_object('title', 'Copy ' || number), changed_at,
      slug || number, title, published_at, sort_at, facets, refs
    from public_documents, generate_series(1, 450) number where item_id = ${shown.id}::uuid
  `)
  await recountFacets(databaseOf(payload))
})
afterAll(() => payload.destroy())

const ask = (path: string) => answerV1(payload, new Request(`http://localhost:3000${path}`), new Date())

test('a file has each document of a collection in a language once, as the API answers it', async () => {
  const answer = await ask(dumpPath('news', 'en'))
  const lines = (await answer.text()).trimEnd().split('\n')
  const documents = lines.map((line) => JSON.parse(line))
  const { served: _served, ...one } = (
    await (await ask(`/v1/news/${shown.id}?locale=en&include=lexical`)).json()
  ).data

  expect(answer.headers.get('Content-Type')).toBe('application/x-ndjson')
  expect(new Set(documents.map(({ title }) => title)).size).toBe(451)
  expect(documents.find(({ id, title }) => id === shown.id && title === 'One')).toEqual(one)
  expect(JSON.stringify(documents)).not.toContain(draft.id)
})

test('what is being withdrawn is in no file any more, and a language without documents has an empty one', async () => {
  await shown.saveDraft('en', {}, { unpublish: true })

  expect(await (await ask(dumpPath('news', 'en'))).text()).not.toContain('"title": "One"')
  expect(await (await ask(dumpPath('news', 'fr'))).text()).toBe('')
})

test.for(['users.en.ndjson', 'news.de.ndjson', 'news.en.csv', 'news.en.ndjson.x', 'news'])(
  'there is no file %s',
  async (file) => {
    expect((await ask(`/v1/dumps/${file}`)).status).toBe(404)
  },
)

test('a file counts as many requests as it has pages, for a key towards its day, and for a network', async () => {
  const file = dumpPath('news', 'en')
  const { rows } = await databaseOf(payload).execute<{ pages: number }>(sql`
    select ceil(count(*) / 100.0)::int as pages from public_documents
    where collection = 'news' and locale = 'en' and document is not null and not hidden
  `)
  expect(rows).toEqual([{ pages: 5 }])
  const key = await apiConsumer(payload, { ratePerMinute: 8, quotaPerDay: 12 })
  const by = (headers: Record<string, string>, path = file) =>
    answerV1(payload, new Request(`http://localhost:3000${path}`, { headers }), now)
  const withKey = { Authorization: key }
  expect((await by(withKey)).headers.get('RateLimit')).toBe('"key";r=3;t=38')
  expect((await by(withKey, dumpPath('news', 'fr'))).headers.get('RateLimit')).toBe('"key";r=2;t=45')
  const head = await answerV1(
    payload,
    new Request(`http://localhost:3000${file}`, { method: 'HEAD', headers: withKey }),
    now,
  )
  expect(head.headers.get('RateLimit')).toBe('"key";r=1;t=53')
  const [second, third] = [await by(withKey), await by(withKey)]
  expect([second.status, second.headers.get('RateLimit')]).toEqual([200, '"key";r=0;t=90'])
  expect([third.status, third.headers.get('Retry-After')]).toEqual([429, '38'])

  const reader = { 'X-Forwarded-For': '198.51.100.1' }
  for (let time = 0; time < 120; time++) expect((await by(reader)).status).toBe(200)
  const refused = await by(reader)
  expect([refused.status, refused.headers.get('RateLimit-Policy')]).toEqual([429, '"dumps";q=600;w=60'])
  expect((await by({ 'X-Forwarded-For': '198.51.101.1' })).status).toBe(200)
})

test('a file that is asked for wrongly counts as one request', async () => {
  const key = await apiConsumer(payload, { ratePerMinute: 8, quotaPerDay: 12 })
  const ask = (query: string) =>
    answerV1(
      payload,
      new Request(`http://localhost:3000${dumpPath('news', 'en')}${query}`, {
        headers: { Authorization: key },
      }),
      now,
    )
  expect((await ask('?fields=title')).status).toBe(400)
  expect((await ask('')).headers.get('RateLimit')).toBe('"key";r=2;t=45')
})

test('a file stands in no memory as a whole', async () => {
  expect(keptRoute(dumpPath('news', 'en'))).toBeNull()
  expect((await ask(dumpPath('news', 'en'))).headers.get('Cache-Control')).toBe('no-store')
})
