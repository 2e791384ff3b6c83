import config from '@payload-config'
import { getPayload, handleEndpoints, type Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import type { Locale } from '../i18n/locales.ts'
import { graphql, rest, signIn } from '../testing/api.ts'
import {
  createSurroundings,
  practiceFacts,
  practiceTexts,
  type Surroundings,
} from '../testing/create-practice.ts'
import { fallbackContext } from './fallback-chain-of.ts'

const locales = ['en', 'fr', 'de', 'el'] as const
type Language = (typeof locales)[number]

let payload: Payload
let around: Surroundings
let editor: string
/** By the languages in which each is public. */
const ids: Record<string, string> = {}

beforeAll(async () => {
  payload = await getPayload({ config })
  around = await createSurroundings(payload, locales)
  await payload.updateGlobal({ slug: 'network', data: { fallbackLocales: ['de', 'en'] } })
  editor = await signIn(payload, { roles: ['editor'] })
  const inBoth = await topic({ en: 'Topic in en', fr: 'Topic in fr' })
  const inGerman = await topic({ de: 'Topic in de' })
  await practice('en', ['en'], '2024-01-01', { topics: [inBoth] })
  await practice('de', ['de', 'en'], '2024-02-01', { topics: [inGerman] })
  await practice('fr', ['fr', 'de'], '2024-03-01', { topics: [inBoth, inGerman] })
  await practice('el', ['el'], '2024-04-01', {})
  await practice('none', [], '2024-05-01', {})
})
afterAll(() => payload.destroy())

async function topic(labels: Partial<Record<Language, string>>): Promise<string> {
  const [[first, label] = ['en', ''], ...rest] = Object.entries(labels) as [Language, string][]
  const { id } = await payload.create({
    collection: 'topics',
    locale: first as Language,
    data: { label: label as string },
  })
  for (const [locale, other] of rest)
    await payload.update({ collection: 'topics', id, locale, data: { label: other } })
  return id
}

/** Written in every language, as a draft where it is not public. Each text names its language. */
async function practice(name: string, publicIn: Language[], start: string, more: object): Promise<void> {
  const texts = (locale: Language) =>
    practiceTexts(`${publicIn.includes(locale) ? '' : 'DRAFT '}${name} in ${locale}:`)
  const { id } = await payload.create({
    collection: 'practices',
    locale: 'en',
    draft: true,
    data: { ...practiceFacts(around), ...texts('en'), start, ...more },
  })
  for (const locale of locales.slice(1))
    await payload.update({ collection: 'practices', id, locale, draft: true, data: texts(locale) })
  ids[name] = id
  if (publicIn.length > 0)
    await rest(`/publication/practices/${id}`, {
      as: editor,
      method: 'POST',
      body: { action: 'publish', locales: publicIn },
    })
}

const titles = async (query: string): Promise<string[]> => {
  const { body } = await rest(`/practices?sort=start&${query}`)
  return body.docs.map(({ title }: { title: string }) => title)
}

test('nothing falls back by itself', async () => {
  expect(await titles('locale=fr')).toEqual(['fr in fr: title'])
  expect((await rest(`/practices/${ids.de}?locale=fr`)).status).toBe(404)
})

test.for([
  ['de,en', ['en in en: title', 'de in de: title', 'fr in fr: title']],
  ['en,de', ['en in en: title', 'de in en: title', 'fr in fr: title']],
  ['network', ['en in en: title', 'de in de: title', 'fr in fr: title']],
  ['de-AT', ['de in de: title', 'fr in fr: title']],
  ['el', ['fr in fr: title', 'el in el: title']],
] as const)(
  'with fallback=%s an item is served in the first language in which it is public',
  async ([chain, expected]) => {
    expect(await titles(`locale=fr&fallback=${chain}`)).toEqual(expected)
  },
)

test('an item is served whole in one language, and the answer says which and why', async () => {
  const { status, body } = await rest(`/practices/${ids.de}?locale=fr&fallback=de,en&depth=0`)
  expect(status).toBe(200)
  expect(body).toMatchObject({ title: 'de in de: title', summary: 'de in de: summary', _status: 'published' })
  expect(body.results[0].indicator).toBe('de in de: people reached')
  expect(body.served).toMatchObject({ locale: 'de', requested: 'fr', reason: 'fallback' })
  expect(body.served.fellBack).toEqual(
    expect.arrayContaining(['title', 'summary', 'howItWorks', 'results', 'slug']),
  )
  const own = await rest(`/practices/${ids.fr}?locale=fr&fallback=de,en&depth=0`)
  expect(own.body.served).toEqual({ locale: 'fr', requested: 'fr', reason: 'requested', fellBack: [] })
})

test('an answer without fallback says its language too', async () => {
  const { body } = await rest(`/practices/${ids.fr}?locale=fr&depth=0`)
  expect(body.served).toEqual({ locale: 'fr', requested: 'fr', reason: 'requested', fellBack: [] })
})

test('the header of one item names its language', async () => {
  const ask = async (query: string) => {
    const request = new Request(`http://localhost:3000/api/practices/${ids.de}?${query}`)
    return (await handleEndpoints({ config, request })).headers.get('Content-Language')
  }
  expect(await ask('locale=fr&fallback=en')).toBe('en')
  expect(await ask('locale=de')).toBe('de')
})

test('what an item leads to is served by the same chain, and named when it is not in the requested language', async () => {
  const { body } = await rest(`/practices/${ids.fr}?locale=fr&fallback=de,en&depth=1`)
  expect(body.topics.map(({ label }: { label: string }) => label)).toEqual(['Topic in fr', 'Topic in de'])
  expect(body.served).toMatchObject({ locale: 'fr', reason: 'requested' })
  expect(body.served.fellBack).toContain('topics')
})

test('a row of a vocabulary falls back as a whole', async () => {
  const { body } = await rest('/topics?locale=fr&fallback=de&sort=slug')
  expect(
    body.docs.map(({ label, served }: { label: string; served: { locale: string } }) => [
      label,
      served.locale,
    ]),
  ).toEqual([
    ['Topic in de', 'de'],
    ['Topic in fr', 'fr'],
  ])
})

test('pages and totals count each item once', async () => {
  const page = async (number: number) =>
    (await rest(`/practices?locale=fr&fallback=de,en&sort=start&limit=2&page=${number}`)).body
  const [first, second] = [await page(1), await page(2)]
  expect([first.totalDocs, first.totalPages]).toEqual([3, 2])
  expect([...first.docs, ...second.docs].map(({ title }) => title)).toEqual([
    'en in en: title',
    'de in de: title',
    'fr in fr: title',
  ])
  expect((await rest('/practices/count?locale=fr&fallback=de,en')).body.totalDocs).toBe(3)
})

test('a condition on a text is asked of the text that is served', async () => {
  const found = (text: string) => titles(`locale=fr&fallback=de,en&where[title][like]=${text}`)
  expect(await found('in fr')).toEqual(['fr in fr: title'])
  expect(await found('in de')).toEqual(['de in de: title'])
  expect(await found('in en')).toEqual(['en in en: title'])
  expect(await found('DRAFT')).toEqual([])
  expect(await titles('locale=fr&fallback=de,en&where[topics.label][like]=Topic')).toHaveLength(3)
})

test.for([
  'locale=fr&fallback=xx',
  'locale=fr&fallback=de,xx',
  'locale=fr&fallback=',
  'locale=all&fallback=de',
  'locale=fr&fallback=de&sort=title',
  'locale=fr&fallback=de&sort=-start,title',
  'locale=fr&fallback=de&where[title.en][like]=x',
  'locale=fr&fallback-locale=en',
  'locale=fr&fallbackLocale=en',
])('what cannot be answered is refused: %s', async (query) => {
  const { status, body } = await rest(`/practices?${query}`)
  expect([status, typeof body.errors[0].message]).toEqual([400, 'string'])
})

test('a draft does not fall back, for whom may read it', async () => {
  const { status } = await rest('/practices?locale=fr&fallback=de&draft=true', { as: editor })
  expect(status).toBe(400)
})

test('who asks that nothing falls back gets what they ask for', async () => {
  for (const none of ['fallback-locale=none', 'fallback-locale=null', 'fallbackLocale=false'])
    expect(await titles(`locale=fr&${none}`)).toEqual(['fr in fr: title'])
})

test('nobody, staff neither, is served a draft', async () => {
  for (const as of [null, editor]) {
    const { text } = await rest('/practices?locale=fr&fallback=de,en,el&limit=100&depth=2', { as })
    expect(text).not.toContain('DRAFT')
    expect((await rest(`/practices/${ids.none}?locale=fr&fallback=de,en,el`, { as })).status).toBe(404)
  }
})

describe('over GraphQL', () => {
  test('a query has the argument, and says what came of it', async () => {
    const { body } = await graphql(
      `{ Practices(locale: fr, fallback: "de,en", sort: "start") { totalDocs docs { title served topics { label served } } } }`,
    )
    expect(body.errors).toBe(undefined)
    expect(body.data.Practices.totalDocs).toBe(3)
    expect(body.data.Practices.docs).toMatchObject([
      { title: 'en in en: title', served: { locale: 'en' } },
      { title: 'de in de: title', served: { locale: 'de' }, topics: [{ label: 'Topic in de' }] },
      { title: 'fr in fr: title', served: { locale: 'fr' } },
    ])
  })

  test('one item too', async () => {
    const { body } = await graphql(
      `{ Practice(id: "${ids.de}", locale: fr, fallback: "en") { title served } }`,
    )
    expect(body.data.Practice).toMatchObject({
      title: 'de in en: title',
      served: { locale: 'en', requested: 'fr' },
    })
  })

  test('Payload’s own argument, which goes field by field, is refused', async () => {
    const { body } = await graphql(`{ Practices(locale: fr, fallbackLocale: en) { docs { title } } }`)
    expect(body.errors).toHaveLength(1)
  })

  test('two languages in one request would mix in what their items lead to, and are refused', async () => {
    const { body } = await graphql(
      `{ fr: Practices(locale: fr) { docs { topics { label } } } de: Practices(locale: de) { docs { topics { label } } } }`,
    )
    expect(body.errors).toMatchObject([{ message: 'One request reads in one language. Ask twice.' }])
  })

  test('two ways to fall back in one request are refused', async () => {
    const { body } = await graphql(
      `{ one: Practices(locale: fr, fallback: "de") { docs { id } } two: Practices(locale: fr) { docs { id } } }`,
    )
    expect(body.errors).toHaveLength(1)
  })
})

test('the Local API is told by its context', async () => {
  const { docs } = await payload.find({
    collection: 'practices',
    locale: 'fr' satisfies Locale,
    sort: 'start',
    depth: 0,
    overrideAccess: false,
    context: fallbackContext('de,en'),
  })
  expect(docs.map(({ title }) => title)).toEqual(['en in en: title', 'de in de: title', 'fr in fr: title'])
})
