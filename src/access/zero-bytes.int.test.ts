import config from '@payload-config'
import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { graphql, rest, signIn } from '../testing/api.ts'

let payload: Payload
let editor: string
let administrator: string

beforeAll(async () => {
  payload = await getPayload({ config })
  editor = await signIn(payload, { roles: ['editor'] })
  administrator = await signIn(payload, { roles: ['administrator'] })
})
afterAll(() => payload.destroy())

const refused = (place: string) => `${place}: It holds a zero byte. Leave %00 out.`

test.for([
  ['?where[title][equals]=a%00', 'where.title.equals'],
  ['?where[and][0][or][0][slug][in]=a,%00b', 'where.and.0.or.0.slug.in'],
] as const)('a condition with a zero byte is refused by its name: %s', async ([query, place]) => {
  for (const path of ['/news', '/news/count']) {
    const { status, body } = await rest(`${path}${query}`)
    expect([path, status, body.errors[0].message]).toEqual([path, 400, refused(place)])
  }
})

test('a literal of GraphQL with a zero byte is refused, and by its name', async () => {
  const { body } = await graphql(
    '{ allNews(locale: en, where: { title: { equals: "\\u0000" } }) { docs { id } } }',
  )
  expect(body.errors[0].message).toBe(refused('where.title.equals'))
})

test('the texts beside a file are refused with a zero byte in them, and nothing is stored', async () => {
  const file = new File(['hello'], 'note.txt', { type: 'text/plain' })
  const { status, body } = await rest('/media', {
    method: 'POST',
    as: editor,
    file,
    body: { alt: 'a\0b' },
  })
  expect([status, body.errors[0].message]).toEqual([400, refused('data.alt')])
  expect((await payload.count({ collection: 'media' })).totalDocs).toBe(0)
})

test('settings are refused with a zero byte in them', async () => {
  const answer = await rest('/globals/network', {
    method: 'POST',
    as: administrator,
    body: { name: 'a\0' },
  })
  expect([answer.status, answer.body.errors[0].message]).toEqual([400, refused('data.name')])
})
