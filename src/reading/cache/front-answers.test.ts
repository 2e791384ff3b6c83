import { text } from 'node:stream/consumers'

import { expect, test } from 'vitest'

import { countingOrigin, PUBLIC_URL, page, startFrontedOrigin } from '../../testing/fronted-origin.ts'

const LONG = 'What works for migrant entrepreneurs. '.repeat(200)

test('an answer says how old it is, how long it may be kept and what it was made of', async () => {
  await using server = await startFrontedOrigin(
    (_, response) =>
      response
        .writeHead(200, {
          ...page,
          'content-language': 'en',
          'x-content-type-options': 'nosniff',
          ratelimit: 'r=1',
        })
        .end('hello'),
    { forCdn: 'public, max-age=60' },
  )
  await server.get('/en/news')
  const { headers } = await server.get('/en/news')
  expect(
    Object.fromEntries([...headers].filter(([name]) => !['date', 'connection', 'keep-alive'].includes(name))),
  ).toEqual({
    age: '0',
    etag: expect.stringMatching(/^"[\w-]{27}"$/),
    'cache-control': 'public, max-age=0, stale-while-revalidate=10',
    'cdn-cache-control': 'public, max-age=60',
    'cache-tag': 'content,all',
    vary: 'Accept-Encoding',
    'content-type': 'text/html; charset=utf-8',
    'content-language': 'en',
    'x-content-type-options': 'nosniff',
    'content-length': '5',
  })
})

test.for([
  ['the same tag', (tag: string) => tag],
  ['one among others', (tag: string) => `"x", W/${tag}`],
  ['any', () => '*'],
] as const)('a reader who has the bytes is told so: %s', async ([, held]) => {
  await using server = await countingOrigin()
  const tag = (await server.get('/en/news')).headers.get('etag') ?? ''
  const again = await server.get('/en/news', { 'if-none-match': held(tag) })
  expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag])
  expect(again.headers.get('content-type')).toBeNull()
  expect((await server.get('/en/news', { 'if-none-match': '"other"' })).status).toBe(200)
})

const MONDAY = 'Mon, 23 Nov 2026 10:00:00 GMT'
test.for([
  ['its date', { 'if-modified-since': MONDAY }, 304],
  ['a later date', { 'if-modified-since': 'Tue, 24 Nov 2026 10:00:00 GMT' }, 304],
  ['an earlier date', { 'if-modified-since': 'Sun, 22 Nov 2026 10:00:00 GMT' }, 200],
  ['no date', { 'if-modified-since': 'lately' }, 200],
  ['another tag beside its date', { 'if-none-match': '"other"', 'if-modified-since': MONDAY }, 200],
] as const)('a reader who sends %s of what is kept', async ([, headers, status]) => {
  await using server = await countingOrigin({ ...page, 'last-modified': MONDAY })
  await server.get('/en/news')
  const again = await server.get('/en/news', headers)

  expect([again.status, server.reached.length]).toEqual([status, 1])
})

test('what has no date is not told by one', async () => {
  await using server = await countingOrigin()
  await server.get('/en/news')
  expect((await server.get('/en/news', { 'if-modified-since': MONDAY })).status).toBe(200)
})

test.for([
  ['br, gzip', 'br'],
  ['gzip, deflate', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['identity', null],
] as const)('who takes %s gets %s, with the same words', async ([accepted, encoding]) => {
  await using server = await startFrontedOrigin((_, response) => response.writeHead(200, page).end(LONG))
  const answer = await server.get('/en/news', { 'accept-encoding': accepted })
  expect(await answer.text()).toBe(LONG)
  expect(answer.headers.get('content-encoding')).toBe(encoding)
  const tag = answer.headers.get('etag') ?? ''
  expect(tag.endsWith(`-${encoding}"`)).toBe(encoding !== null)
  expect((await server.get('/en/news', { 'accept-encoding': accepted, 'if-none-match': tag })).status).toBe(
    304,
  )
})

test('HEAD answers as GET without the bytes', async () => {
  await using server = await countingOrigin()
  const head = await fetch(`${server.url}/en/news`, { method: 'HEAD' })
  expect([head.headers.get('content-length'), await head.text()]).toEqual(['8', ''])
  expect(await (await server.get('/en/news')).text()).toBe('answer 0')
})

test('an answer over TLS and one for our own pages are kept apart', async () => {
  await using server = await startFrontedOrigin(({ headers }, response) =>
    response.writeHead(200, page).end(`${headers['x-forwarded-proto']} ${headers.origin}`),
  )
  const asked: Record<string, string>[] = [
    {},
    { 'x-forwarded-proto': 'https' },
    { origin: PUBLIC_URL },
    { origin: 'https://elsewhere.example' },
  ]
  const texts: string[] = []
  for (const headers of asked) texts.push(await (await server.get('/en/news', headers)).text())
  expect(texts).toEqual([
    'undefined undefined',
    'https undefined',
    `undefined ${PUBLIC_URL}`,
    'undefined undefined',
  ])
})

test('a query by POST is answered from memory, a change never', async () => {
  let count = 0
  await using server = await startFrontedOrigin(async (request, response) => {
    const asked = await text(request)
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ data: { count: count++, asked: JSON.parse(asked).query } }))
  })
  const ask = async (query: string) => (await server.post('/api/graphql', JSON.stringify({ query }))).json()
  expect(await ask('{ allNews { totalDocs } }')).toEqual({
    data: { count: 0, asked: '{ allNews { totalDocs } }' },
  })
  expect(await ask('{  allNews {totalDocs}  }')).toEqual({
    data: { count: 0, asked: '{ allNews { totalDocs } }' },
  })
  expect(await ask('mutation { a }')).toEqual({ data: { count: 1, asked: 'mutation { a }' } })
  expect(await ask('mutation { a }')).toEqual({ data: { count: 2, asked: 'mutation { a }' } })
})

test('a query to the contract by POST is answered from memory when its answer says that it may be kept', async () => {
  await using server = await countingOrigin({
    'cache-control': 'public, max-age=0',
    'content-type': 'application/json',
  })
  await using refusing = await countingOrigin({
    'cache-control': 'no-store',
    'content-type': 'application/json',
  })
  for (const each of [server, refusing])
    for (const query of ['{ a }', '{  a }']) await each.post('/v1/graphql', JSON.stringify({ query }))
  expect([server.reached.length, refusing.reached.length]).toEqual([1, 2])
})

test('a query that failed is not kept', async () => {
  await using server = await countingOrigin({ 'content-type': 'text/html' })
  await using failing = await startFrontedOrigin((_, response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"errors":[],"data":null}'),
  )
  for (const query of ['{ a }', '{ a }']) await failing.post('/api/graphql', JSON.stringify({ query }))
  expect(failing.reached).toHaveLength(2)
  // Nor is what is no data at all.
  for (const path of ['/api/news', '/api/news']) await server.get(path)
  expect(server.reached).toHaveLength(2)
})
