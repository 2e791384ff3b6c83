import config from '@payload-config'
import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { apiConsumer, graphql, rest } from '../testing/api.ts'
import {
  createSurroundings,
  practiceFacts,
  practiceTexts,
  type Surroundings,
} from '../testing/create-practice.ts'

let payload: Payload
let surroundings: Surroundings
/** English is a draft, French is public, Arabic is missing. */
let mixed: string
/** Public in English; points at `mixed`. */
let linked: string
/** Public in no language. */
let hidden: string
let key: string

beforeAll(async () => {
  payload = await getPayload({ config })
  surroundings = await createSurroundings(payload, ['en', 'fr', 'ar'])
  key = await apiConsumer(payload)
  const facts = practiceFacts(surroundings)
  const create = async (locale: 'en' | 'fr', word: string, data: object) =>
    (
      await payload.create({
        collection: 'practices',
        locale,
        draft: !('_status' in data),
        data: { ...facts, ...practiceTexts(word), ...data } as never,
      })
    ).id
  mixed = await create('en', 'SECRET', { sourceLocale: 'en' })
  await payload.update({
    collection: 'practices',
    id: mixed,
    locale: 'fr',
    data: { ...practiceTexts('Public'), _status: 'published' },
  })
  // A later draft of what is public.
  await payload.update({
    collection: 'practices',
    id: mixed,
    locale: 'fr',
    draft: true,
    data: practiceTexts('SECRET'),
  })
  hidden = await create('en', 'SECRET hidden', {})
  linked = await create('en', 'Open', {
    related: [
      { relationTo: 'practices', value: mixed },
      { relationTo: 'practices', value: hidden },
    ],
    _status: 'published',
  })
})
afterAll(() => payload.destroy())

describe.each([
  ['the public', () => null],
  ['an API consumer', () => key],
])('%s', (_, credentials) => {
  const get = (path: string) => rest(path, { as: credentials() })

  test.for([
    '?locale=en',
    '?locale=fr',
    '?locale=ar',
    '?locale=all',
    '?locale=*',
    '?locale=fr&fallback=en',
    '?locale=ar&fallback=en,fr&depth=3',
    '?locale=fr&fallback=en&draft=true',
    '?locale=all&depth=2&populate[practices][title]=true',
    '?locale=all&sort=-start&select[title]=true&select[location]=true',
    '?locale=fr&draft=true',
    '?locale=all&draft=true',
    '?locale=all&select[title]=true',
    '?locale=all&select[results]=true&depth=0',
    '?locale=en&depth=3',
    '?locale=all&depth=3',
    '?locale=en&depth=3&draft=true',
    '?locale=en&populate[practices][summary]=true&depth=2',
    '?locale=all&populate[practices][summary]=true&depth=2',
  ])('reads nothing unpublished from practices%s', async (query) => {
    const { status, text } = await get(`/practices${query}`)
    expect(status).toBe(200)
    expect(text).not.toContain('SECRET')
  })

  test.for(['', '&draft=true', '&depth=3'])(
    'cannot open by its id what is published in no language%s',
    async (query) => {
      for (const locale of ['en', 'fr', 'all']) {
        const { status, text } = await get(`/practices/${hidden}?locale=${locale}${query}`)
        expect([locale, status]).toEqual([locale, 404])
        expect(text).not.toContain('SECRET')
      }
    },
  )

  test('finds an item in exactly the languages in which it is published', async () => {
    const found = async (locale: string) => {
      const { body } = await get(`/practices?locale=${locale}&where[id][equals]=${mixed}`)
      return body.docs.map(({ title }: { title: string }) => title)
    }
    expect(await found('fr')).toEqual(['Public title'])
    expect(await found('en')).toEqual([])
    expect(await found('ar')).toEqual([])
  })

  test('sees of all languages only the published ones', async () => {
    const { body } = await get(`/practices/${mixed}?locale=all`)
    expect(body.title).toEqual({ fr: 'Public title' })
    expect(body._status).toEqual({ fr: 'published' })
  })

  test.for([
    'where[title.en][like]=SECRET',
    'where[or][0][and][0][title.en][like]=SECRET',
    'where[_status.en][equals]=draft',
    'where[results.indicator.en][like]=SECRET',
    'where[related.value.title][like]=SECRET',
    'where[related.title][like]=SECRET',
    'where[contributors.name][like]=S',
    'locale=all&where[title][like]=SECRET',
    'sort=title.en',
    'sort=-updatedAt,title.en',
    'locale=all&sort=title',
  ])('is refused a question whose answer tells what is not public: %s', async (query) => {
    const asked = query.startsWith('locale') ? query : `locale=fr&${query}`
    const { status } = await get(`/practices?${asked}`)
    expect(status).toBe(400)
    const count = await get(`/practices/count?${asked}`)
    expect(query.includes('sort') ? 400 : count.status).toBe(400)
  })

  test.for([
    'where[title][like]=Public',
    'where[location.nuts][equals]=FRK26',
    'where[location.country.code][equals]=sample',
    'where[responsibleOrganisation.id][exists]=true',
    'sort=-start',
  ])('may ask for what it can read anyway: %s', async (query) => {
    const { status, body } = await get(`/practices?locale=fr&${query}`)
    expect([status, body.totalDocs]).toEqual([200, 1])
  })

  test('gets no earlier versions', async () => {
    expect((await get('/practices/versions')).status).toBe(403)
  })

  test.for(['0', '-1', '1000'])('gets at most a hundred rows when it asks for %s', async (limit) => {
    const { body } = await get(`/terms?limit=${limit}&locale=en`)
    expect(body.limit).toBe(100)
  })

  test('gets the same over GraphQL', async () => {
    const fields =
      'title summary results { indicator } related { value { ... on Practice { title summary } } }'
    for (const locale of ['en', 'fr', 'ar']) {
      const query = `{ Practices(locale: ${locale}, draft: true, fallback: "en") { docs { ${fields} } }
        Practice(id: "${linked}", locale: ${locale}, fallback: "en") {
          related(draft: true) { value { ... on Practice { title summary } } }
        } }`
      const { body, text } = await graphql(query, credentials())
      expect(text).not.toContain('SECRET')
      expect(body.errors).toBe(undefined)
    }
  })

  test.for(['locale: en', 'fallbackLocale: en'])(
    'is refused a language of its own for what an item leads to: %s',
    async (language) => {
      const { text } = await graphql(
        `{ Practices(locale: fr) { docs { related(${language}) { value { ... on Practice { title } } } } } }`,
        credentials(),
      )
      expect(text).toContain('one request reads in one language')
    },
  )

  test('gets the same over GraphQL with every language asked for beside the query', async () => {
    const query = '{ Practices { docs { title summary } } }'
    const { text } = await graphql(query, credentials(), { locale: 'all', 'fallback-locale': 'en' })
    expect(text).not.toContain('SECRET')
  })

  test('cannot sort or search by what is hidden over GraphQL', async () => {
    const { body } = await graphql(
      `{ Practices(locale: fr, sort: "title.en") { docs { id } } }`,
      credentials(),
    )
    expect(body.errors).toHaveLength(1)
  })

  test('is refused a query that nests deeper than any reader needs', async () => {
    const deep = Array.from({ length: 5 }).reduce<string>(
      (inner) => `related { value { ... on Practice { ${inner} } } }`,
      'id',
    )
    const { text } = await graphql(`{ Practices { docs { ${deep} } } }`, credentials())
    expect(text).toContain('the query nests deeper than 8 levels')
  })
})
