import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, expectTypeOf, test } from 'vitest'
import type { PublicDocument, ReadableCollection } from '../reading/contract/document.ts'
import { ApiError, createClient } from './client.ts'
import type { Collection, Document } from './document.ts'
import { mirror } from './mirror.ts'

/** A server that answers as it is told and remembers what it was asked. */
async function server(answer: (request: IncomingMessage, response: ServerResponse, asked: number) => void) {
  const asked: IncomingMessage[] = []
  const http = createServer((request, response) => answer(request, response, asked.push(request)))
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  return {
    asked,
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      http.closeAllConnections()
      http.close()
    },
  }
}

const json = (response: ServerResponse, status: number, body: unknown, headers = {}) =>
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(body))

test('its types are those of what is answered', () => {
  expectTypeOf<PublicDocument>().toExtend<Document>()
  expectTypeOf<ReadableCollection>().toEqualTypeOf<Collection>()
})

test('a query is written as the contract says', async () => {
  await using api = await server((_, response) => json(response, 200, { data: [], total: 0, next: null }))
  const client = createClient({ baseUrl: api.url, locale: 'el', key: 'emk_1' })
  await client.list('practices', {
    filter: { country: ['BE', 'NL'], topic: ['finance'] },
    fallback: ['network'],
    fields: ['title', 'details.scores'],
    limit: 10,
    count: true,
  })

  const [{ url = '', headers } = {} as IncomingMessage] = api.asked
  expect(Object.fromEntries(new URL(url, api.url).searchParams)).toEqual({
    locale: 'el',
    country: 'BE,NL',
    topic: 'finance',
    fallback: 'network',
    fields: 'title,details.scores',
    limit: '10',
    count: 'true',
  })
  expect(headers.authorization).toBe('Bearer emk_1')
})

test('an answer that breaks off is asked for again, and is no answer where all do', async () => {
  const broken = (response: ServerResponse) => {
    response.writeHead(200, { 'Content-Type': 'application/json' })
    response.write('{"data":[', () => response.destroy())
  }
  await using once = await server((_, response, asked) =>
    asked === 1 ? broken(response) : json(response, 200, { data: ['a'], next: null }),
  )
  expect((await createClient({ baseUrl: once.url, locale: 'en' }).list('news')).data).toEqual(['a'])
  await using always = await server((_, response) => broken(response))
  const asking = createClient({ baseUrl: always.url, locale: 'en', retries: 1 }).list('news')
  await expect(asking).rejects.toMatchObject({ name: 'ApiError', status: 0 })
  expect(always.asked).toHaveLength(2)
})

test('a list is followed to its end', async () => {
  const pages = [['a', 'b'], ['c'], ['d']]
  await using api = await server((request, response) => {
    const at = Number(new URL(request.url ?? '', api.url).searchParams.get('cursor') ?? 0)
    const next = at + 1 < pages.length ? `${api.url}/v1/news?cursor=${at + 1}` : null
    json(response, 200, { data: pages[at]?.map((id) => ({ id })), total: null, next })
  })
  const seen: string[] = []
  for await (const { id } of createClient({ baseUrl: api.url, locale: 'en' }).all('news')) seen.push(id)
  expect(seen).toEqual(['a', 'b', 'c', 'd'])
})

test('what is not public in the language is null, and any other refusal an error that names the field', async () => {
  await using api = await server((request, response) =>
    request.url?.includes('nothing')
      ? json(response, 404, { title: 'Not found' })
      : json(response, 400, {
          detail: 'The request has a fault.',
          errors: [{ field: 'locale', problem: 'missing', remedy: 'en, el' }],
        }),
  )
  const client = createClient({ baseUrl: api.url })
  expect(await client.get('news', 'nothing', { locale: 'en' })).toBeNull()
  const refused = await client.list('news').catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(ApiError)
  expect(refused).toMatchObject({
    status: 400,
    message: 'The request has a fault.',
    errors: [{ field: 'locale' }],
  })
})

test('a slug that a document once had leads to it', async () => {
  await using api = await server((request, response) =>
    request.url?.startsWith('/v1/news/former')
      ? response.writeHead(308, { Location: '/v1/news/present?locale=en' }).end()
      : json(response, 200, { data: { id: 'a', slug: 'present' } }),
  )
  const client = createClient({ baseUrl: api.url, locale: 'en', key: 'emk_1' })
  expect(await client.get('news', 'former')).toMatchObject({ slug: 'present' })
  expect(api.asked.map(({ url, headers }) => [url, headers.authorization])).toEqual([
    ['/v1/news/former?locale=en', 'Bearer emk_1'],
    ['/v1/news/present?locale=en', 'Bearer emk_1'],
  ])
})

test('whoever is asked to wait waits, and gives up in the end', async () => {
  await using api = await server((_, response, asked) =>
    asked === 1
      ? json(response, 429, {}, { 'Retry-After': '0' })
      : json(response, 200, { data: [], total: null, next: null }),
  )
  await createClient({ baseUrl: api.url, locale: 'en' }).list('news')
  expect(api.asked).toHaveLength(2)

  await using busy = await server((_, response) => json(response, 429, {}, { 'Retry-After': '0' }))
  await expect(createClient({ baseUrl: busy.url, locale: 'en' }).list('news')).rejects.toMatchObject({
    status: 429,
  })
  expect(busy.asked).toHaveLength(3)
})

test('a copy is written and forgotten as the feed says, page by page', async () => {
  const change = (id: string, kind: string) => ({
    collection: 'news',
    id,
    locale: 'en',
    change: kind,
    at: '2026-11-29T00:00:00.000Z',
    document: kind === 'public' ? { id } : null,
  })
  await using api = await server((request, response) => {
    const since = new URL(request.url ?? '', api.url).searchParams.get('since')
    if (since === null)
      json(response, 200, {
        data: [change('a', 'public'), change('b', 'public')],
        cursor: 'c1',
        next: '/more',
      })
    else json(response, 200, { data: [change('a', 'withdrawn')], cursor: 'c2', next: null })
  })
  const kept = new Set<string>()
  let cursor = ''
  const count = await mirror(createClient({ baseUrl: api.url }), {
    cursor: async () => cursor,
    async keep({ write, forget }, at) {
      for (const { id } of write) kept.add(id)
      for (const { id } of forget) kept.delete(id)
      cursor = at
    },
    forgetAll: () => Promise.reject(new Error('nothing was restored')),
  })
  expect([count, [...kept], cursor]).toEqual([3, ['b'], 'c2'])
})

test('a copy of what was restored since is forgotten and made anew', async () => {
  const told = { collection: 'news', id: 'b', locale: 'en', change: 'public', at: '', document: { id: 'b' } }
  await using api = await server((request, response) => {
    const since = new URL(request.url ?? '', api.url).searchParams.get('since')
    if (since === null) json(response, 200, { data: [told], cursor: 'new', next: null })
    else json(response, 410, { title: 'Start anew' })
  })
  const kept = new Set(['a'])
  let cursor = 'old'
  await mirror(createClient({ baseUrl: api.url }), {
    cursor: async () => cursor,
    async keep({ write }, at) {
      for (const { id } of write) kept.add(id)
      cursor = at
    },
    async forgetAll() {
      kept.clear()
      cursor = ''
    },
  })

  expect([[...kept], cursor]).toEqual([['b'], 'new'])
})
