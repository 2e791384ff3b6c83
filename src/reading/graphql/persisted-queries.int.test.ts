import { describe, expect, test } from 'vitest'

import { databaseOf, sql } from '../../database/database.ts'
import { apiConsumer, signIn } from '../../testing/api.ts'
import { byHash, graphqlNetwork, news } from '../../testing/graphql-network.ts'
import { now } from '../../testing/read-network.ts'
import { hashOf, MOST_QUERIES, persistedQuery } from './persisted-queries.ts'

const { payload, alpha, omega, get, ask, post, getByHash } = await graphqlNetwork()

describe('an answer', () => {
  test('by GET may be kept, says what it depends on, and tells whoever has it that it holds', async () => {
    const { status, headers, body } = await get({ query: news })
    expect([status, body.data.news.nodes]).toEqual([200, [{ title: 'Alpha' }]])
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'public, max-age=0, stale-while-revalidate=60',
      'cache-tag': 'network,news,news:en',
      'content-language': 'en',
    })
    expect((await get({ query: news }, { 'If-None-Match': headers.get('ETag') })).status).toBe(304)
  })

  test.for([
    ['{ newsItem(locale: en, id: "ID") { title } }', 'network,news/ID'],
    ['{ events(locale: fr, fallback: [el]) { next } }', 'network,events,events:fr,events:el'],
    ['{ search(locale: fr, q: "a", collection: ["news", "pages"]) { total } }', 'network,news:fr,pages:fr'],
    ['{ vocabulary(locale: en, name: "topics") { code } }', 'network,content'],
    ['{ network(locale: en) { name } }', 'network'],
  ] as const)('to %s depends on no more than it must', async ([query, tags]) => {
    const { headers } = await ask(query.replaceAll('ID', alpha.id))
    expect(headers.get('Cache-Tag')).toBe(tags.replaceAll('ID', alpha.id))
  })

  test('with what the documents name depends on each of those', async () => {
    const { body, headers } = await ask(
      '{ news(locale: en) { nodes { organisation { id document { title } } } } }',
    )
    const [{ organisation }] = body.data.news.nodes
    expect(organisation.document).toEqual({ title: 'Sample organisation' })
    expect(headers.get('Cache-Tag')).toBe(`network,news,news:en,organisations/${organisation.id}`)
  })
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
  expect(known.body.data.news.nodes).toEqual([{ title: 'Alpha' }])
  expect(known.headers.get('Cache-Control')).toContain('public')
})

test('GET registers nothing', async () => {
  const query = '{ news(locale: fr) { total } }'
  await get({ query, extensions: JSON.stringify(byHash(hashOf(query))) })
  expect((await getByHash(hashOf(query))).body.errors[0].message).toBe('PersistedQueryNotFound')
})

test('a hash of something else is refused', async () => {
  const { status } = await post({ query: news, extensions: byHash(hashOf('{ other }')) })
  expect(status).toBe(400)
})

test.for([
  'mutation { deleteNews(id: "x") { id } }',
  'query A { news(locale: en) { total } } mutation B { deleteNews(id: "x") { id } }',
  'subscription { a }',
  'not GraphQL',
  '{ allNews(locale: en) { totalDocs } }',
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
  const query = '{ news(locale: en) { total } }'
  await post({ query, extensions: byHash(hashOf(query)) })
  const { rows } = await databaseOf(payload).execute<{ total: number; oldest: number }>(sql`
    select count(*)::int as total, count(*) filter (where hash = 'filler 1')::int as oldest from persisted_queries
  `)
  expect(rows).toEqual([{ total: MOST_QUERIES, oldest: 0 }])
  expect((await getByHash(hashOf(query))).body.data.news.total).toBe(1)
})

test('whoever asks reads as the public does, staff too, and a wrong key is refused', async () => {
  await omega.saveDraft('en', { title: 'SECRET' })
  const drafts = { query: `{ newsItem(locale: en, id: "${omega.id}", fallback: [fr]) { title } }` }
  expect((await get(drafts, { Authorization: await apiConsumer(payload) })).text).not.toContain('SECRET')
  const staff = await signIn(payload, { roles: ['administrator'] })
  const cookie = { Cookie: `payload-token=${staff.replace('JWT ', '')}` }
  expect((await get(drafts, cookie)).text).not.toContain('SECRET')
  expect((await get(drafts, { Authorization: 'Bearer emk_wrong' })).status).toBe(401)
  expect((await get(drafts, { Authorization: staff })).status).toBe(401)
})
