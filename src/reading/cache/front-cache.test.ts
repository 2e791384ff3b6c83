import { request as httpRequest } from 'node:http'

import { expect, test } from 'vitest'

import { countingOrigin, page, startFrontedOrigin } from '../../testing/fronted-origin.ts'

const LONG = 'What works for migrant entrepreneurs. '.repeat(200)

test('what everybody may have is made once and sent to all', async () => {
  await using server = await countingOrigin()
  const first = await server.get('/en/news')
  const second = await server.get('/en/news')
  expect([await first.text(), await second.text()]).toEqual(['answer 0', 'answer 0'])
  expect(server.reached).toHaveLength(1)
})

test.for([
  [{ authorization: 'JWT x' }],
  [{ 'x-api-key': 'mine' }],
  [{ cookie: 'theme=dark; payload-token=x' }],
  [{ cookie: 'payload-lng=fr' }],
  [{ range: 'bytes=0-3' }],
] as const)(
  'whoever says who they are, or wants a part, is answered by the origin: %o',
  async ([headers]) => {
    await using server = await countingOrigin()
    await server.get('/en/news')
    expect(await (await server.get('/en/news', headers)).text()).toBe('answer 1')
    expect(await (await server.get('/en/news')).text()).toBe('answer 0')
  },
)

test('nothing that tells one reader from another reaches what is made for all', async () => {
  await using server = await countingOrigin()
  await server.get('/en/news', { cookie: 'visitor=7', 'x-secret': 'mine', 'accept-language': 'fr' })
  const { headers } = server.reached[0] ?? {}
  expect(headers).toMatchObject({ host: 'news.example', 'accept-language': 'fr' })
  expect(Object.keys(headers ?? {})).not.toEqual(expect.arrayContaining(['cookie']))
  expect(Object.keys(headers ?? {})).not.toEqual(expect.arrayContaining(['x-secret']))
})

test.for([
  ['an error', page, 404],
  ['a redirect', page, 302],
  ['what says nothing of caches', { 'content-type': 'text/html' }, 200],
  ['what is private', { ...page, 'cache-control': 'private' }, 200],
  ['what sets a cookie', { ...page, 'set-cookie': 'a=b' }, 200],
  ['what depends on the reader’s language', { ...page, vary: 'Accept-Language' }, 200],
] as const)('%s is not kept, nor given to those who wait', async ([, headers, status]) => {
  await using server = await countingOrigin(headers, status)
  const answers = await Promise.all([1, 2, 3].map(() => server.get('/en/news')))
  expect(answers.map((each) => each.status)).toEqual([status, status, status])
  const texts = await Promise.all(answers.map((each) => each.text()))
  expect(texts.toSorted()).toEqual(['answer 0', 'answer 1', 'answer 2'])
})

test('what the admin wants to know of browsers is nothing that other answers depend on', async () => {
  const named = 'Sec-CH-Prefers-Color-Scheme, rsc, next-router-state-tree, Accept-Encoding'
  await using server = await countingOrigin({
    ...page,
    vary: named,
    'accept-ch': named,
    'critical-ch': named,
  })
  await server.get('/en/news', { 'sec-ch-prefers-color-scheme': 'dark' })
  const kept = await server.get('/en/news', { 'sec-ch-prefers-color-scheme': 'light' })
  expect([await kept.text(), kept.headers.get('vary')]).toEqual(['answer 0', 'Accept-Encoding'])
  expect([kept.headers.get('accept-ch'), kept.headers.get('critical-ch')]).toEqual([null, null])
  expect(server.reached[0]?.headers).not.toHaveProperty('sec-ch-prefers-color-scheme')
})

test('what depends on Accept is kept once for all who want linked data, and once for all others', async () => {
  await using server = await startFrontedOrigin(({ headers }, response) =>
    response.writeHead(200, { ...page, vary: 'Accept' }).end(`as ${headers.accept}`),
  )
  const [linked, html] = ['application/ld+json', 'text/html,*/*;q=0.8']
  const asked = [html, linked, '*/*', 'application/ld+json, text/html;q=0.5', html, linked]
  const answers: string[] = []
  for (const accept of asked) answers.push(await (await server.get('/en/news/x', { accept })).text())
  const [toHtml, toLinked] = [`as ${html}`, `as ${linked}`]
  expect(answers).toEqual([toHtml, toLinked, toHtml, toLinked, toHtml, toLinked])
  expect(server.reached).toHaveLength(2)
})

test('what depends on Accept in Payload’s interfaces is kept for each of its values', async () => {
  await using server = await startFrontedOrigin(({ headers }, response) =>
    response
      .writeHead(200, { 'content-type': 'application/json', vary: 'Accept' })
      .end(`"${headers.accept}"`),
  )
  for (const accept of ['text/html', 'application/json', 'text/html', 'application/json'])
    expect(await (await server.get('/api/news', { accept })).text()).toBe(`"${accept}"`)
  expect(server.reached).toHaveLength(2)
})

test('those who ask the same at once wait for one answer, also when the first of them leaves', async () => {
  const released = Promise.withResolvers<void>()
  await using server = await startFrontedOrigin(async (_, response) => {
    await released.promise
    response.writeHead(200, page).end('whole')
  })
  const leaving = new AbortController()
  const first = fetch(`${server.url}/en/news`, { signal: leaving.signal }).catch(() => 'left')
  await expect.poll(() => server.reached.length).toBe(1)
  const others = [server.get('/en/news'), server.get('/en/news')]
  leaving.abort()
  expect(await first).toBe('left')
  released.resolve()
  expect(await Promise.all(others.map(async (other) => (await other).text()))).toEqual(['whole', 'whole'])
  expect(server.reached).toHaveLength(1)
})

test('an answer that was begun before a change is not kept, nor given to who asks after it', async () => {
  const waiting: (() => void)[] = []
  let stored = 'old'
  await using server = await startFrontedOrigin(async (_, response) => {
    const read = stored
    await new Promise<void>((resolve) => waiting.push(resolve))
    response.writeHead(200, { ...page, 'cache-tag': 'news, news:en' }).end(read)
  })
  const early = server.get('/en/news')
  await expect.poll(() => waiting.length).toBe(1)
  stored = 'new'
  server.cache.drop(['content', 'news'])
  const late = server.get('/en/news')
  await expect.poll(() => waiting.length).toBe(2)
  for (const go of waiting) go()
  expect([await (await early).text(), await (await late).text()]).toEqual(['old', 'new'])
  expect(await (await server.get('/en/news')).text()).toBe('new')
})

test('a change drops what was made of it and nothing else', async () => {
  let count = 0
  await using server = await startFrontedOrigin(({ url }, response) =>
    response
      .writeHead(200, { ...page, 'cache-tag': url === '/v1/news' ? 'news' : 'events' })
      .end(`${count++}`),
  )
  for (const path of ['/v1/news', '/v1/events']) await server.get(path)
  server.cache.drop(['news'])
  expect(await (await server.get('/v1/events')).text()).toBe('1')
  expect(await (await server.get('/v1/news')).text()).toBe('2')
})

test('what does not say what it was made of is dropped by any change', async () => {
  await using server = await countingOrigin()
  await server.get('/en/news')
  server.cache.drop(['events:fr'])
  expect(await (await server.get('/en/news')).text()).toBe('answer 1')
})

test('while changes are not heard nothing is kept and nothing kept is sent', async () => {
  await using server = await countingOrigin()
  await server.get('/en/news')
  server.isCurrent = false
  expect(await (await server.get('/en/news')).text()).toBe('answer 1')
  server.isCurrent = true
  expect(await (await server.get('/en/news')).text()).toBe('answer 0')
})

test('however many addresses are made up, no more memory is taken than was given', async () => {
  const maxBytes = 256 * 1024
  await using server = await startFrontedOrigin(
    (_, response) => response.writeHead(200, page).end(LONG.slice(0, 2_000)),
    {
      maxBytes,
    },
  )
  await server.get('/en/news')
  for (let made = 0; made < 200; made++) await server.get(`/en/news?made-up=${made}`)
  expect(server.cache.bytes).toBeLessThanOrEqual(maxBytes)
  expect(server.cache.bytes).toBeGreaterThan(maxBytes / 2)
})

test('one answer takes a small part of the memory at most', async () => {
  await using server = await startFrontedOrigin((_, response) => response.writeHead(200, page).end(LONG), {
    maxBytes: 64 * 1024,
  })
  for (const path of ['/en/news', '/en/news']) expect(await (await server.get(path)).text()).toBe(LONG)
  expect(server.reached).toHaveLength(2)
  expect(server.cache.bytes).toBe(0)
})

test('an origin that fails answers 500 and is asked again', async () => {
  await using server = await startFrontedOrigin(() => Promise.reject(new Error('broken')))
  for (const path of ['/en/news', '/en/news']) expect((await server.get(path)).status).toBe(500)
  expect(server.reached).toHaveLength(2)
})

test('a file with a path that climbs is none of ours', async () => {
  await using server = await countingOrigin()
  const climbing = async () =>
    new Promise<void>((resolve) => {
      httpRequest(`${server.url}`, { path: '/v1/../admin' }, (response) =>
        response.resume().on('end', resolve),
      ).end()
    })
  await climbing()
  await climbing()
  expect(server.reached.map(({ url }) => url)).toEqual(['/v1/../admin', '/v1/../admin'])
})
