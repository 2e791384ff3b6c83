import config from '@payload-config'
import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { createTestItem } from '../../testing/create-item.ts'
import { createTestNetwork } from '../../testing/create-network.ts'
import { projectWork } from '../documents/project-documents.ts'
import { answerV1 } from '../v1/router.ts'

let payload: Payload
beforeAll(async () => {
  payload = await getPayload({ config })
  await createTestNetwork(payload, ['en', 'fr'])
  for (const title of ['Microcredit one', 'Microcredit two', 'Microcredit three']) {
    const item = await createTestItem(payload)
    await item.publish('en', { title, teaser: `${title}: how it works.` })
  }
  await projectWork(payload)
})
afterAll(() => payload.destroy())

const send = (address: string, headers: Record<string, string> = {}) =>
  answerV1(payload, new Request(new URL(address, 'http://localhost:3000'), { headers }), new Date())
const get = async (address: string) => (await send(address)).json()

test('an answer has documents with the words marked, how many there are and what can be chosen', async () => {
  const body = await get('/v1/search?locale=en&q=two&facets=type,topic')
  expect(body).toEqual({
    data: [
      {
        document: expect.objectContaining({ collection: 'news', locale: 'en', title: 'Microcredit two' }),
        title: [
          { text: 'Microcredit ', hit: false },
          { text: 'two', hit: true },
        ],
        excerpt: [
          { text: 'Microcredit ', hit: false },
          { text: 'two', hit: true },
          { text: ': how it works.', hit: false },
        ],
        similar: false,
      },
    ],
    next: null,
    total: 1,
    more: false,
    suggestion: null,
    facets: { topic: [], type: [{ code: 'announcement', label: 'Announcement', count: 1 }] },
  })
  expect(Object.keys(body.data[0].document)).not.toContain('html')
})

test('the next page is where the answer says, until there is none', async () => {
  const titles: string[] = []
  let next: string | null = '/v1/search?locale=en&q=microcredit&limit=2'
  while (next !== null) {
    const body: { data: { document: { title: string } }[]; total: number; next: string | null } =
      await get(next)
    expect(body.total).toBe(3)
    titles.push(...body.data.map(({ document }) => document.title))
    next = body.next
  }
  expect(titles.toSorted()).toEqual(['Microcredit one', 'Microcredit three', 'Microcredit two'])
})

test('filters and collections narrow a search', async () => {
  const total = async (more: string) => (await get(`/v1/search?locale=en&q=microcredit${more}`)).total
  expect(await total('&type=announcement,report')).toBe(3)
  expect(await total('&type=report')).toBe(0)
  expect(await total('&collection=news,events')).toBe(3)
  expect(await total('&collection=events')).toBe(0)
})

test.for([
  ['/v1/search?locale=en', 'q', 'Say what to look for, such as q=microcredit.'],
  [`/v1/search?locale=en&q=${'a'.repeat(201)}`, 'q', 'Use at most 200 characters.'],
  ['/v1/search?q=loans', 'locale', 'Use one of: en, fr.'],
  ['/v1/search?locale=en&q=loans&cursor=WzFd', 'cursor', expect.stringContaining('next')],
  ['/v1/search?locale=en&q=loans&collection=subscribers', 'collection', expect.stringContaining('practices')],
  ['/v1/search?locale=en&q=loans&facets=address', 'facets', expect.stringContaining('topic')],
])('what cannot be answered is refused with what to change: %s', async ([address, field, remedy]) => {
  const response = await send(address as string)
  expect(response.status).toBe(400)
  expect((await response.json()).errors).toEqual([{ field, problem: expect.any(String), remedy }])
})

test('an answer can be kept until something of its language and collections changes', async () => {
  const address = '/v1/search?locale=en&q=microcredit&collection=news'
  const { headers } = await send(address)
  expect(headers.get('Cache-Tag')).toBe('network,news:en')
  expect(headers.get('Cache-Control')).toMatch(/^public/)
  expect(headers.get('Content-Language')).toBe('en')
  expect((await send(address, { 'If-None-Match': headers.get('ETag') ?? '' })).status).toBe(304)
})
