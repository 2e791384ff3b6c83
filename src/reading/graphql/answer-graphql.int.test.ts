import type { EventEmitter } from 'node:events'

import config from '@payload-config'
import { buildClientSchema, getIntrospectionQuery, printSchema } from 'graphql'
import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { databaseOf, sql } from '../../database/database.ts'
import { apiConsumer, signIn } from '../../testing/api.ts'
import { createTestItem, type TestItem } from '../../testing/create-item.ts'
import { createTestNetwork } from '../../testing/create-network.ts'
import { projectWork } from '../documents/project-documents.ts'
import { answerV1 } from '../v1/router.ts'
import { answerGraphql } from './answer-graphql.ts'
import { hashOf, MOST_QUERIES, persistedQuery } from './persisted-queries.ts'
import { readingSchema } from './schema.ts'

const now = new Date('2026-11-28T12:00:00Z')
const news = '{ news(locale: en, sort: title) { nodes { title } } }'
let payload: Payload
/** Public in English and French. */
let alpha: TestItem
/** Public in Greek only. */
let omega: TestItem

beforeAll(async () => {
  payload = await getPayload({ config })
  await createTestNetwork(payload, ['en', 'fr', 'el'])
  alpha = await createTestItem(payload)
  omega = await createTestItem(payload)
  await omega.publish('el', { title: 'Ωμέγα' })
  await alpha.publish('en', { title: 'Alpha' })
  await alpha.publish('fr', { title: 'Étude' })
  await projectWork(payload)
})
afterAll(() => payload.destroy())

async function send(query: string | null, init: RequestInit = {}) {
  const url = `http://localhost:3000/v1/graphql${query === null ? '' : `?${query}`}`
  const response = await answerGraphql(payload, new Request(url, init), now)
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
const ask = (query: string, variables = {}) => get({ query, variables: JSON.stringify(variables) })
const post = (body: object) => send(null, { method: 'POST', body: JSON.stringify(body) })
const byHash = (hash: string) => ({ persistedQuery: { version: 1, sha256Hash: hash } })
const getByHash = (hash: string) => get({ extensions: JSON.stringify(byHash(hash)) })

describe('documents', () => {
  test('come in the language that was asked for and no other', async () => {
    const query = 'query Q($locale: Locale!) { news(locale: $locale) { nodes { title } served total next } }'
    expect((await ask(query, { locale: 'fr' })).body).toEqual({
      data: { news: { nodes: [{ title: 'Étude' }], served: ['fr'], total: 1, next: null } },
    })
    const { body } = await ask(query, { locale: 'el' })
    expect(body.data.news).toMatchObject({ nodes: [{ title: 'Ωμέγα' }], served: ['el'] })
  })

  test.for([
    ['fr', '[el]', ['Étude', 'Ωμέγα'], ['fr', 'el']],
    ['el', '[en, fr]', ['Alpha', 'Ωμέγα'], ['el', 'en']],
    ['fr', '[network]', ['Étude'], ['fr']],
  ] as const)(
    'in %s with fallback %s say what they fell back to',
    async ([locale, fallback, titles, served]) => {
      const { body, headers } = await ask(
        `{ news(locale: ${locale}, fallback: ${fallback}, sort: title) { nodes { title served { locale requested reason } } served } }`,
      )
      expect(body.data.news.nodes.map(({ title }: { title: string }) => title).sort()).toEqual(
        [...titles].sort(),
      )
      expect(body.data.news.served).toEqual(served)
      expect(body.data.news.nodes.map((each: { served: object }) => each.served)).toEqual(
        expect.arrayContaining(
          served.map((each) => ({
            locale: each,
            requested: locale,
            reason: each === locale ? 'requested' : 'fallback',
          })),
        ),
      )
      expect(headers.get('Content-Language')?.split(', ').sort()).toEqual([...served].sort())
    },
  )

  test('say what REST says of them', async () => {
    const { body } = await ask(`{ newsItem(locale: en, id: "${alpha.id}") {
      id collection locale sourceLocale slug title summary url publishedAt updatedAt attribution machineTranslated sample html
      served { locale requested reason } licence { name url } topics { label code } organisation { label id }
      funding { text } alternates { locale url } related { label id }
      details { teaser date type body { html lexical } projects { label } } } }`)
    const rest = await answerV1(
      payload,
      new Request(`http://localhost:3000/v1/news/${alpha.id}?locale=en&include=lexical`),
      now,
    )
    const { data } = await rest.json()
    const { alternates, details, licence, organisation, ...own } = body.data.newsItem
    expect(data).toMatchObject({ ...own, licence, organisation })
    expect(
      Object.fromEntries(alternates.map((each: { locale: string; url: string }) => [each.locale, each.url])),
    ).toEqual(data.alternates)
    const { teaser, date, type, body: text, projects } = data.details
    expect(details).toMatchObject({ teaser, date, type, body: text, projects })
  })

  test('are found page by page, in any order', async () => {
    const page = (after: string | null) =>
      ask(
        'query Q($after: String) { news(locale: en, fallback: [el], sort: title, first: 1, after: $after) { nodes { title } next } }',
        { after },
      )
    const first = await page(null)
    const second = await page(first.body.data.news.next)
    const titles = [first, second].map(({ body }) => body.data.news.nodes[0].title)
    expect([...titles, second.body.data.news.next]).toEqual(['Alpha', 'Ωμέγα', null])
  })
})

test.for([
  ['{ news(locale: sq) { total } }', 'GRAPHQL_VALIDATION_FAILED', 'Did you mean', 400],
  ['{ news { total } }', 'GRAPHQL_VALIDATION_FAILED', 'is required', 400],
  ['{ news(locale: en) { totl } }', 'GRAPHQL_VALIDATION_FAILED', 'Did you mean "total"?', 400],
  ['{ news(locale: en }', 'GRAPHQL_PARSE_FAILED', 'Syntax Error', 400],
  [
    '{ news(locale: de) { total } }',
    'BAD_USER_INPUT',
    'locale: “de” is not known. Use one of: en, fr, el.',
    200,
  ],
  ['{ news(locale: en, first: 101) { total } }', 'BAD_USER_INPUT', 'from 1 to 100', 200],
  ['{ news(locale: en, from: "2026-02-30") { total } }', 'BAD_USER_INPUT', 'such as 2026-11-28', 200],
  [
    '{ news(locale: en, type: ["anouncement"]) { total } }',
    'BAD_USER_INPUT',
    'Did you mean “announcement”?',
    200,
  ],
  ['{ news(locale: en, after: "abc") { total } }', 'BAD_USER_INPUT', 'Follow `next`', 200],
  ['{ newsItem(locale: en) { id } }', 'BAD_USER_INPUT', '`slug` or `id`', 200],
  ['{ newsItem(locale: en, id: "a", slug: "a") { id } }', 'BAD_USER_INPUT', '`slug` or `id`', 200],
  ['{ newsItem(locale: en, slug: "nothing") { id } }', 'NOT_FOUND', 'Nothing public', 200],
  ['{ vocabulary(locale: en, name: "topic") { code } }', 'BAD_USER_INPUT', 'Did you mean “topics”?', 200],
  ['{ search(locale: en) { total } }', 'GRAPHQL_VALIDATION_FAILED', '"q"', 400],
] as const)('%s is refused, and the refusal says what to change', async ([query, code, message, status]) => {
  const answer = await ask(query)
  expect(answer.status).toBe(status)
  expect(answer.body.errors[0]).toMatchObject({
    message: expect.stringContaining(message),
    extensions: { code },
  })
  expect(answer.headers.get('Cache-Control')).toBe('no-store')
})

test('a document that is public in other languages is not there, and the error names them', async () => {
  const { body } = await ask(`{ newsItem(locale: fr, id: "${omega.id}") { id } network(locale: fr) { url } }`)
  expect(body.data).toEqual({ newsItem: null, network: { url: 'http://localhost:3000/fr' } })
  expect(body.errors).toMatchObject([
    { path: ['newsItem'], extensions: { code: 'NOT_IN_LOCALE', locales: ['el'] } },
  ])
})

test('what leads to documents is asked for beside them', async () => {
  const { body } = await ask(`{
    search(locale: en, q: "alpha", facets: ["type"]) {
      total more suggestion next hits { similar title { text hit } document { title ... on News { details { teaser } } } }
      facets { name choices { code count } } }
    vocabulary(locale: en, name: "phase") { code label uri count }
    network(locale: el) { name languages { locale name direction isDefault url } } }`)
  expect(body.data.search).toMatchObject({
    total: 1,
    hits: [
      {
        similar: false,
        title: [{ text: 'Alpha', hit: true }],
        document: { title: 'Alpha', details: { teaser: 'A six-month programme, in en.' } },
      },
    ],
    facets: [{ name: 'type', choices: [{ code: 'announcement', count: 1 }] }],
  })
  expect(body.data.vocabulary[0]).toMatchObject({ code: 'pre-incubation', count: 0 })
  expect(body.data.network.languages[2]).toMatchObject({ locale: 'el', direction: 'ltr', isDefault: false })
})

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

test.for([
  ['qeury', { query: news, qeury: news }, 'Did you mean “query”?'],
  ['locale', { query: news, locale: 'en' }, 'query, operationName, variables, extensions'],
] as const)('a parameter that nobody knows is refused by name (%s)', async ([field, parameters, remedy]) => {
  const { status, body } = await get(parameters)
  expect(status).toBe(400)
  expect(body.errors).toMatchObject([
    {
      message: expect.stringContaining(field),
      extensions: { code: 'BAD_REQUEST', errors: [{ field, remedy: expect.stringContaining(remedy) }] },
    },
  ])
})

test('a parameter that is there twice is refused, and where a body asks, the address means nothing', async () => {
  const twice = await send(`query=${encodeURIComponent(news)}&query={network(locale:en){name}}`)
  expect([twice.status, twice.body.errors[0].extensions.errors[0].field]).toEqual([400, 'query'])
  const named = await send('op=News', { method: 'POST', body: JSON.stringify({ query: news }) })
  expect(named.status).toBe(200)
})

test('a body is read no further than any question is long', async () => {
  let sent = 0
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      sent += 10_000
      if (sent > 10_000_000) controller.close()
      else controller.enqueue(new TextEncoder().encode(' '.repeat(10_000)))
    },
  })
  const init: RequestInit & { duplex: 'half' } = { method: 'POST', body, duplex: 'half' }
  expect([(await send(null, init)).status, sent < 1_000_000]).toEqual([400, true])
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

describe('limits', () => {
  const deep = `related { document { `
  const many = (count: number, query: (index: number) => string) =>
    `{ ${Array.from({ length: count }, (_, index) => query(index)).join(' ')} }`

  test.for([
    [
      'nests too deep',
      `{ news(locale: en) { nodes { ${deep.repeat(3)} id ${'} }'.repeat(3)} } } }`,
      'deeper than',
    ],
    [
      'asks for too many things at once',
      many(21, (index) => `a${index}: news(locale: en) { total }`),
      'more than 20 things',
    ],
    [
      'asks for too much of each document',
      `{ news(locale: en, first: 100) { nodes ${many(5, (index) => `a${index}: html`)} } }`,
      'smaller `first`',
    ],
    [
      'has more words than any reader needs',
      `{ network(locale: en) ${many(2_000, () => 'name')} }`,
      'tokens',
    ],
  ] as const)('a query that %s is refused and its refusal kept by nobody', async ([, query, message]) => {
    const { status, body, headers } = await get({ query })
    expect(status).toBe(400)
    expect(body.errors[0].message).toContain(message)
    expect(headers.get('Cache-Control')).toBe('no-store')
  })

  test('a query longer than any reader needs is not read', async () => {
    expect((await post({ query: `{ ${'a '.repeat(20_000)} }` })).status).toBeGreaterThanOrEqual(400)
  })

  test('a list is never longer than was asked for, however often it is asked for', async () => {
    const { body } = await ask(many(20, (index) => `a${index}: news(locale: en, first: 1) { nodes { id } }`))
    expect(Object.values(body.data)).toHaveLength(20)
  })
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

test('a program that asks what there is gets the schema that is published', async () => {
  const { body } = await post({
    query: getIntrospectionQuery({ specifiedByUrl: true, schemaDescription: true }),
  })
  expect(printSchema(buildClientSchema(body.data))).toBe(printSchema(readingSchema(payload.config)))
})

test('the schema is served as text, under its first address too', async () => {
  for (const path of ['schema.graphql', 'graphql.schema']) {
    const answer = await answerV1(payload, new Request(`http://localhost:3000/v1/${path}`), now)
    expect(await answer.text()).toBe(printSchema(readingSchema(payload.config)))
  }
})

/** Each statement outside a transaction takes a connection from the pool. */
function countingStatements() {
  const { pool } = payload.db as unknown as { readonly pool: EventEmitter }
  return async <Answer>(read: () => Promise<Answer>) => {
    let count = 0
    const note = () => {
      count += 1
    }
    pool.on('acquire', note)
    const answer = await read()
    pool.off('acquire', note)
    return { answer, count }
  }
}

describe('references', () => {
  test('lead to the documents, each in the languages that were asked for where they stand', async () => {
    const naming = await createTestItem(payload)
    await naming.publish('fr', { title: 'Qui mène' })
    await payload.update({
      collection: 'news',
      id: naming.id,
      locale: 'fr',
      data: { related: [{ relationTo: 'news', value: alpha.id }], _status: 'published' },
    })
    await naming.publish('en', { title: 'Leads' })
    const related = 'related { label document { title locale served { requested reason } } }'
    const { body } = await ask(`{
      french: newsItem(locale: fr, id: "${naming.id}") { ${related} }
      english: newsItem(locale: en, fallback: [fr], id: "${naming.id}") { ${related} } }`)
    expect(body.data).toMatchObject({
      french: { related: [{ document: { title: 'Étude', locale: 'fr', served: { requested: 'fr' } } }] },
      english: { related: [{ document: { title: 'Alpha', locale: 'en', served: { reason: 'requested' } } }] },
    })
  })

  test('of a whole list are read at once, however many there are', async () => {
    for (const title of ['Beta', 'Gamma']) await (await createTestItem(payload)).publish('en', { title })
    await projectWork(payload)
    const statements = countingStatements()
    const query = (first: number) =>
      `{ news(locale: en, first: ${first}) { nodes { organisation { document { title } } } } }`
    const few = await statements(() => ask(query(1)))
    expect(few.count).toBeGreaterThan(1)
    const more = await statements(() => ask(query(3)))
    expect(more.answer.body.data.news.nodes).toHaveLength(3)
    expect(more.count).toBe(few.count)
  })

  test('to what is withdrawn lead nowhere from that moment on', async () => {
    const query = '{ news(locale: fr) { nodes { title related { document { title } } } } }'
    expect((await ask(query)).text).toContain('Étude')
    await alpha.saveDraft('fr', {}, { unpublish: true })
    expect((await ask(query)).text).not.toContain('Étude')
  })
})
