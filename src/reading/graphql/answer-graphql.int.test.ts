import config from '@payload-config'
import { GRAPHQL_POST } from '@payloadcms/next/routes'
import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { databaseOf, sql } from '../../database/database.ts'
import { apiConsumer, signIn } from '../../testing/api.ts'
import { createTestItem } from '../../testing/create-item.ts'
import { createTestNetwork } from '../../testing/create-network.ts'
import { answerGraphql } from './answer-graphql.ts'
import { hashOf, MOST_QUERIES, persistedQuery } from './persisted-queries.ts'

const now = new Date('2026-11-28T12:00:00Z')
const news = '{ allNews(locale: en) { docs { title } } }'
let payload: Payload

beforeAll(async () => {
  payload = await getPayload({ config })
  await createTestNetwork(payload, ['en', 'fr'])
  const item = await createTestItem(payload)
  await item.publish('en', { title: 'Alpha' })
  await item.saveDraft('fr', { title: 'SECRET' })
})
afterAll(() => payload.destroy())

async function send(query: string | null, init: RequestInit = {}) {
  const url = `http://localhost:3000/v1/graphql${query === null ? '' : `?${query}`}`
  const response = await answerGraphql(payload, new Request(url, init), {
    now,
    execute: GRAPHQL_POST(config),
  })
  const text = await response.text()
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: text === '' ? null : JSON.parse(text),
  }
}
const get = (parameters: Record<string, string>, headers = {}) =>
  send(String(new URLSearchParams(parameters)), { headers })
const post = (body: object) => send(null, { method: 'POST', body: JSON.stringify(body) })
const byHash = (hash: string) => ({ persistedQuery: { version: 1, sha256Hash: hash } })
const getByHash = (hash: string) => get({ extensions: JSON.stringify(byHash(hash)) })

test('a query by GET is answered to be kept, and tells whoever has it that it holds', async () => {
  const { status, headers, body } = await get({ query: news })
  expect([status, body.data.allNews.docs]).toEqual([200, [{ title: 'Alpha' }]])
  expect(Object.fromEntries(headers)).toMatchObject({
    'cache-control': 'public, max-age=0, stale-while-revalidate=60',
    'cache-tag': 'content',
  })
  expect((await get({ query: news }, { 'If-None-Match': headers.get('ETag') })).status).toBe(304)
})

test('a query is registered by POST with its hash, and asked for by GET with the hash alone', async () => {
  const hash = hashOf(news)
  const unknown = await getByHash(hash)
  expect(unknown.body.errors[0]).toEqual({
    message: 'PersistedQueryNotFound',
    extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' },
  })
  expect(unknown.headers.get('Cache-Control')).toBe('no-store')
  await post({ query: news, extensions: byHash(hash) })
  const known = await getByHash(hash)
  expect(known.body.data.allNews.docs).toEqual([{ title: 'Alpha' }])
  expect(known.headers.get('Cache-Control')).toContain('public')
})

test('GET registers nothing', async () => {
  const query = '{ allNews(locale: fr) { totalDocs } }'
  await get({ query, extensions: JSON.stringify(byHash(hashOf(query))) })
  expect((await getByHash(hashOf(query))).body.errors[0].message).toBe('PersistedQueryNotFound')
})

test('a hash of something else is refused', async () => {
  const { status } = await post({ query: news, extensions: byHash(hashOf('{ other }')) })
  expect(status).toBe(400)
})

test.for([
  'mutation { deleteNews(id: "x") { id } }',
  'query A { allNews { totalDocs } } mutation B { deleteNews(id: "x") { id } }',
  'subscription { a }',
  'not GraphQL',
])('%s is neither answered nor registered', async (query) => {
  const hash = hashOf(query)
  expect((await post({ query, extensions: byHash(hash), operationName: 'A' })).status).toBe(400)
  expect((await get({ query, operationName: 'B' })).status).toBe(400)
  expect(await persistedQuery(hash, now, databaseOf(payload))).toBeNull()
})

test('of too many, those that nobody asked for longest make room', async () => {
  await databaseOf(payload).execute(sql`
    insert into persisted_queries (hash, query, last_used_on)
    select 'filler ' || number, 'q', date '2026-01-01' + number from generate_series(1, ${MOST_QUERIES}::int) number
  `)
  const query = '{ allNews(locale: en) { totalDocs } }'
  await post({ query, extensions: byHash(hashOf(query)) })
  const { rows } = await databaseOf(payload).execute<{ total: number; oldest: number }>(sql`
    select count(*)::int as total, count(*) filter (where hash = 'filler 1')::int as oldest from persisted_queries
  `)
  expect(rows).toEqual([{ total: MOST_QUERIES, oldest: 0 }])
  expect((await getByHash(hashOf(query))).body.data.allNews.totalDocs).toBe(1)
})

describe('limits', () => {
  const deep = `${'{ related { value { ... on News '.repeat(4)}{ id }${' } } }'.repeat(4)}`
  const many = (count: number, query: (index: number) => string) =>
    `{ ${Array.from({ length: count }, (_, index) => query(index)).join(' ')} }`

  test.for([
    ['nests too deep', `{ allNews { docs ${deep} } }`, 'nests deeper than 8 levels'],
    [
      'asks too many things at once',
      many(21, (index) => `a${index}: allNews { totalDocs }`),
      'asks more than 20 things at once',
    ],
    [
      'asks too much of one thing',
      `{ allNews { docs ${many(600, (index) => `a${index}: title`)} } }`,
      'exceeds the maximum complexity',
    ],
  ] as const)('a query that %s is refused and its refusal kept by nobody', async ([, query, message]) => {
    const { body, headers } = await get({ query })
    expect(body.errors[0].message).toContain(message)
    expect(headers.get('Cache-Control')).toBe('no-store')
  })

  test('a query longer than any reader needs is not read', async () => {
    expect((await post({ query: `{ ${'a '.repeat(20_000)} }` })).status).toBeGreaterThanOrEqual(400)
  })
})

test('whoever asks reads as the public does, staff too, and a wrong key is refused', async () => {
  const drafts = { query: '{ allNews(locale: fr, draft: true, fallback: "en") { docs { title } } }' }
  const people = [await apiConsumer(payload)]
  for (const as of people) expect((await get(drafts, { Authorization: as })).text).not.toContain('SECRET')
  const staff = await signIn(payload, { roles: ['administrator'] })
  const cookie = { Cookie: `payload-token=${staff.replace('JWT ', '')}` }
  expect((await get(drafts, cookie)).text).not.toContain('SECRET')
  expect((await get(drafts, { Authorization: 'Bearer emk_wrong' })).status).toBe(401)
  expect((await get(drafts, { Authorization: staff })).status).toBe(401)
})

test.for(['{ initializedUser }', '{ Access { canAccessAdmin } }'])('%s is kept by nobody', async (query) => {
  expect((await get({ query })).headers.get('Cache-Control')).toBe('no-store')
})
