import config from '@payload-config'
import { type GraphQLObjectType, type GraphQLOutputType, getNamedType, isObjectType } from 'graphql'
import { getPayload, type Payload } from 'payload'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { databaseOf, sql } from '../../database/database.ts'
import { answerCatalogue } from '../../feeds/catalogue/catalogue-answer.ts'
import { answerOai } from '../../feeds/oai/oai-answer.ts'
import { answerSitemap } from '../../feeds/sitemap/sitemap-answer.ts'
import { answerList } from '../../site/browse/browse-answer.ts'
import { answerFeed } from '../../site/feed-answer.ts'
import { answerHome, answerItem } from '../../site/public-answers.ts'
import { answerSearchPage } from '../../site/search/answer-search-page.ts'
import { apiConsumer, graphql, rest, signIn } from '../../testing/api.ts'
import { createEveryKind, type EveryKind } from '../../testing/create-every-kind.ts'
import { practiceFacts, practiceTexts } from '../../testing/create-practice.ts'
import { createSentIssue, type SentIssue } from '../../testing/create-sent-issue.ts'
import { paragraph } from '../../testing/paragraph.ts'
import { visitor } from '../../testing/visitor.ts'
import { readableCollections } from '../contract/document.ts'
import { projectWork } from '../documents/project-documents.ts'
import { answerGraphql } from '../graphql/answer-graphql.ts'
import { readingSchema } from '../graphql/schema.ts'
import type { Route } from './route.ts'
import { answerV1 } from './router.ts'
import { routesOf } from './routes.ts'

/** Stands in everything that the public must not see, and in nothing else. */
const HIDDEN = 'SECRET'

let payload: Payload
/** Public in French, a draft in English. */
let practice: string
let review: string
/** What else is public, in French alone. */
let kinds: EveryKind
let issue: SentIssue
/** What a request of theirs brings along. */
const people = new Map<string, Readonly<Record<string, string>>>()

beforeAll(async () => {
  payload = await getPayload({ config })
  kinds = await createEveryKind(payload, ['en', 'fr', 'el'], ['fr'])
  issue = await createSentIssue(payload, ['fr'], kinds.ids.get('news') ?? '')
  const { around } = kinds
  const { organisation } = around
  const locale = 'fr' as const
  const person = async (name: string, consentToPublish: boolean) =>
    (await payload.create({ collection: 'people', locale, data: { name, consentToPublish } })).id
  const shy = await person(`${HIDDEN} person`, false)
  const open = await person('Open person', true)
  const facts = { ...practiceFacts(around), contributors: [shy, open] }
  const validation = { byNetwork: 'declined', expert: shy } as const
  const created = await payload.create({
    collection: 'practices',
    locale: 'en',
    draft: true,
    data: { ...facts, ...practiceTexts(HIDDEN), validation } as never,
  })
  practice = created.id
  const publish = (language: 'fr' | 'el', word: string) =>
    payload.update({
      collection: 'practices',
      id: practice,
      locale: language,
      data: { ...practiceTexts(word), _status: 'published' } as never,
    })
  await publish('fr', 'Public')
  // Published once, withdrawn since.
  await publish('el', HIDDEN)
  await payload.update({
    collection: 'practices',
    id: practice,
    locale: 'el',
    data: { _status: 'draft' } as never,
  })
  // A later draft of what is public.
  await payload.update({
    collection: 'practices',
    id: practice,
    locale,
    draft: true,
    data: practiceTexts(HIDDEN) as never,
  })
  review = (
    await payload.create({
      collection: 'peer-reviews',
      locale,
      data: {
        title: 'Review',
        summary: 'Looked closely.',
        hostOrganisation: organisation,
        responsibleOrganisation: organisation,
        sourceLocale: 'fr',
        licence: around.terms.licences,
        facilitator: shy,
        peers: [{ person: shy, organisation }],
        findings: { isPublic: false, text: `${HIDDEN} findings` },
        recommendations: { isPublic: true, items: [{ text: 'Do more.' }] },
        _status: 'published',
      } as never,
    })
  ).id
  await payload.create({
    collection: 'projects',
    locale,
    data: {
      acronym: 'SAMPLE',
      title: 'Sample project',
      statement: 'co-funded',
      disclaimers: [{ locale: 'fr', text: 'Said.', source: 'Manual', approvedBy: `${HIDDEN} officer` }],
    },
  })
  await payload.create({
    collection: 'press-contacts',
    data: { name: `${HIDDEN} press`, email: 'secret@press.example', locale, consentBasis: 'asked' },
  })
  await payload.create({
    collection: 'pages',
    locale,
    draft: true,
    data: { title: `${HIDDEN} page`, body: paragraph(HIDDEN), kind: 'about' },
  })
  await databaseOf(payload).execute(sql`
    insert into subscribers (id, email, address_key, locale, status, confirmed_at)
    values (gen_random_uuid(), 'secret@reader.example', 'key', 'fr', 'active', now())
  `)
  await projectWork(payload)
  const session = async (person: Parameters<typeof signIn>[1]) => {
    const [, token] = (await signIn(payload, person)).split(' ')
    return { Cookie: `payload-token=${token}`, 'Sec-Fetch-Site': 'same-origin' }
  }
  people.set('anyone', {})
  people.set('editor', await session({ roles: ['editor'] }))
  people.set('translator', await session({ roles: ['translator'], locales: ['en', 'fr'] }))
  people.set('contributor', await session({ roles: ['contributor'], organisation }))
  people.set('partner', { Authorization: await apiConsumer(payload, { ratePerMinute: 100_000 }) })
})
afterAll(() => payload.destroy())

type Brought = Readonly<Record<string, string>>

const ask = (path: string, brought: Brought = {}) =>
  answerV1(payload, new Request(`http://localhost:3000${path}`, { headers: brought }), new Date())

/** What stands in the places of a route's braces, where it exists. */
function namesIn({ path, pathValues = {} }: Route): readonly string[] {
  if (path.includes('{slug}')) return [issue.slug]
  if (path.endsWith('{file}'))
    return readableCollections.flatMap((each) =>
      ['fr', 'en', 'el'].map((locale) => `${each}.${locale}.ndjson`),
    )
  if (!path.endsWith('{slugOrId}')) return pathValues.name ?? []
  const collection = readableCollections.find((each) => path === `/v1/${each}/{slugOrId}`)
  return collection === undefined ? [] : [kinds.ids.get(collection) ?? '', practice, review, 'secret-title']
}

/** Questions that a route understands, in every language and every way to ask for more. */
function queriesOf({ parameters }: Route): readonly string[] {
  if (!('locale' in parameters))
    return 'since' in parameters
      ? ['', 'locales=fr', 'locales=en,el&limit=500', 'collection=practices']
      : ['']
  const languages = ['locale=fr', 'locale=en', 'locale=el']
  if ('q' in parameters)
    return languages.flatMap((locale) =>
      [HIDDEN, 'public'].map((q) => `${locale}&q=${q}&facets=country,topic&limit=100`),
    )
  const more = [
    ['fallback', 'locale=en&fallback=fr,el'],
    ['fallback', 'locale=el&fallback=network'],
    ['include', 'locale=fr&include=related,lexical'],
    ['fields', 'locale=fr&fields=title,details,related,html'],
    ['count', 'locale=fr&limit=100&count=true'],
    ['include', 'locale=fr&include=related,lexical&fallback=en,el'],
  ] as const
  return [...languages, ...more.flatMap(([name, query]) => (name in parameters ? [query] : []))]
}

/** Every address of `/v1`, by its route. */
const addresses = (): [string, string[]][] =>
  routesOf(payload.config).map((route) => {
    const names = namesIn(route)
    const paths = names.length === 0 ? [route.path] : names.map((name) => route.path.replace(/\{\w+\}/, name))
    return [route.path, paths.flatMap((path) => queriesOf(route).map((query) => `${path}?${query}`))]
  })

/** Everything else that readers and harvesters are answered from the same documents, and how it is asked for. */
function elsewhere(brought: Brought): readonly (readonly [string, () => Promise<Response>])[] {
  const get = (path: string) => visitor(payload).get(path, brought)
  const oai = (query: string) =>
    [`/oai?${query}`, () => answerOai(payload, get(`/oai?${query}`).request, { now: new Date() })] as const
  return [
    ...(['fr', 'en', 'el'] as const).flatMap((locale) => [
      [`/${locale}`, () => answerHome(get(`/${locale}`), { locale })] as const,
      [`/${locale}/search`, () => answerSearchPage(get(`/${locale}/search?q=title`), { locale })] as const,
      ...['practices', 'peer-reviews', 'news'].map((collection) => {
        const path = `/${locale}/${collection}`
        return [path, () => answerList(get(`${path}?q=title`), { locale, collection })] as const
      }),
      ...['atom.xml', 'rss.xml', 'feed.json'].map((file) => {
        const path = `/${locale}/feeds/all/${file}`
        return [path, () => answerFeed(get(path), { locale, collection: 'all', file })] as const
      }),
    ]),
    ...['practices', 'publications', 'events', 'news', 'peer-reviews'].map((collection) => {
      const place = { locale: 'fr', collection, slug: collection }
      return [`/fr/${collection}/…`, () => answerItem(get(`/fr/${collection}/${collection}`), place)] as const
    }),
    ...['oai_dc', 'oai_openaire'].map((prefix) => oai(`verb=ListRecords&metadataPrefix=${prefix}`)),
    oai('verb=ListSets'),
    ['/sitemap.xml', () => answerSitemap(payload, get('/sitemap.xml').request)],
    ['/catalogue.jsonld', () => answerCatalogue(payload, get('/catalogue.jsonld').request)],
  ]
}

const askGraphql = (query: string, brought: Brought = {}) =>
  answerGraphql(
    payload,
    new Request('http://localhost:3000/v1/graphql', {
      method: 'POST',
      headers: brought,
      body: JSON.stringify({ query }),
    }),
    new Date(),
  )

/** Everything that a type says, and of the documents that it names what they say first. */
function everythingOf(type: GraphQLOutputType): string {
  const named = getNamedType(type)
  if (!isObjectType(named)) return ''
  const fields = Object.values(named.getFields()).map(({ name, type: below }) =>
    name === 'document' ? 'document { title summary html }' : `${name} ${everythingOf(below)}`,
  )
  return `{ ${fields.join(' ')} }`
}

const practiceType = () => readingSchema(payload.config).getType('Practice') as GraphQLObjectType

/** Everything that can be asked for at the top, in every language and by every name. */
function graphqlQueries(): string[] {
  const languages = ['fr', 'en', 'el', 'en, fallback: [fr, el]', 'el, fallback: [network]']
  const fields = Object.values(readingSchema(payload.config).getQueryType()?.getFields() ?? {})
  const named = [`id: "${practice}"`, `id: "${review}"`, 'slug: "public-title"', 'slug: "secret-title"']
  const ways: Readonly<Record<string, readonly string[]>> = {
    slug: named,
    q: ['first: 2, q: "SECRET"', 'first: 2, q: "Public"'],
    first: ['first: 2'],
    name: ['name: "topics"', 'name: "phase"'],
  }
  return fields.flatMap(({ name, args, type }) => {
    const own = Object.keys(ways).find((way) => args.some((each) => each.name === way))
    const hasFallback = args.some((each) => each.name === 'fallback')
    return languages
      .filter((locale) => hasFallback || !locale.includes('fallback'))
      .flatMap((locale) =>
        (ways[own ?? ''] ?? ['']).map((way) => `{ ${name}(locale: ${locale} ${way}) ${everythingOf(type)} }`),
      )
  })
}

const leaks = /SECRET|secret@|"(?:validation|approvedBy|consentToPublish|consentedOn)"/

describe.each(['anyone', 'editor', 'translator', 'contributor', 'partner'])('%s', (who) => {
  const brought = () => people.get(who) ?? {}

  test('reads nothing under any address of /v1 that the public may not see', async () => {
    const leaking: string[] = []
    const unanswered: string[] = []
    for (const [route, paths] of addresses()) {
      const statuses = new Set<number>()
      for (const path of paths) {
        const response = await ask(path, brought())
        statuses.add(response.status)
        if (leaks.test(await response.text())) leaking.push(path)
      }
      // Whatever is asked there can be asked, and some of it is there.
      if (!statuses.has(200) || statuses.has(400)) unanswered.push(`${route}: ${[...statuses]}`)
    }
    expect(leaking).toEqual([])
    expect(unanswered).toEqual([])
  })

  test('reads nothing over GraphQL that the public may not see, however much is asked for', async () => {
    const answered: string[] = []
    for (const query of graphqlQueries()) {
      const text = await (await askGraphql(query, brought())).text()
      if (/SECRET|secret@|QUERY_TOO_LARGE|VALIDATION_FAILED/.test(text))
        answered.push(`${query.slice(0, 90)}: ${text.slice(0, 300)}`)
    }
    expect(answered).toEqual([])
  })

  test('reads nothing on pages, in feeds and as a harvester that the public may not see', async () => {
    for (const [path, open] of elsewhere(brought())) {
      const response = await open()
      expect([path, response.status]).toEqual([path, 200])
      expect([path, await response.text()]).not.toEqual([path, expect.stringMatching(leaks)])
    }
  })

  test('is answered what is public', async () => {
    expect((await ask('/v1/practices?locale=fr', brought())).status).toBe(200)
    const query = `{ practice(locale: fr, id: "${practice}") ${everythingOf(practiceType())} }`
    const answer = await askGraphql(query, brought())
    expect([answer.status, (await answer.text()).includes('"Public title')]).toEqual([200, true])
  })
})

test('who may see what is hidden does so where staff work, with what they bring here', async () => {
  const brought = people.get('editor') ?? {}
  const { status, text } = await rest(`/practices/${practice}?locale=en&draft=true`, { brought })
  expect([status, text.includes(HIDDEN)]).toEqual([200, true])
})

test.for(['JWT nobody', 'Bearer emk_wrong'])(
  'who brings what is not right is refused, and not read as the public: %s',
  async (Authorization) => {
    expect((await ask('/v1/practices?locale=fr', { Authorization })).status).toBe(401)
    expect((await askGraphql('{ __typename }', { Authorization })).status).toBe(401)
  },
)

test.for([
  'where[title][like]=S',
  'depth=3',
  'select[title]=true',
  'populate[people][name]=true',
  'draft=true',
  'trash=true',
  'fallback-locale=en',
  'joins=1',
  'page=2',
])('what Payload’s own API understands is refused under /v1: %s', async (query) => {
  expect((await ask(`/v1/practices?locale=fr&${query}`)).status).toBe(400)
})

test('every language at once cannot be asked for', async () => {
  for (const locale of ['all', '*', 'en,fr'])
    expect((await ask(`/v1/practices?locale=${locale}`)).status).toBe(400)
})

test('what was withdrawn is in no answer of GraphQL from that moment on, by reference and by search neither', async () => {
  const { id } = await payload.create({
    collection: 'faqs',
    locale: 'fr',
    data: {
      title: 'Withdrawable',
      body: paragraph('Answer.'),
      sourceLocale: 'fr',
      _status: 'published',
    } as never,
  })
  await projectWork(payload)
  const query = `{
    faq(locale: fr, id: "${id}") { title }
    faqs(locale: fr) { nodes { title } total }
    search(locale: fr, q: "withdrawable") { total hits { document { title html } } } }`
  const before = await (await askGraphql(query)).json()
  expect(before.data).toMatchObject({
    faq: { title: 'Withdrawable' },
    faqs: { total: 2 },
    search: { total: 1 },
  })
  await payload.update({ collection: 'faqs', id, locale: 'fr', data: { _status: 'draft' } as never })
  const after = await (await askGraphql(query)).json()
  expect(after.data).toMatchObject({
    faq: null,
    faqs: { nodes: [{ title: 'Public faqs (fr)' }], total: 1 },
    search: { hits: [] },
  })
})

test('of those who took part, only who agreed is named', async () => {
  const { data } = await (await ask(`/v1/practices/${practice}?locale=fr`)).json()
  expect(data.details.contributors.map(({ label }: { label: string }) => label)).toEqual(['Open person'])
})

test('a section of a review is there once its host has opened it', async () => {
  const { data } = await (await ask(`/v1/peer-reviews/${review}?locale=fr`)).json()
  expect(data.details).toMatchObject({
    findings: null,
    recommendations: { items: [{ text: 'Do more.' }] },
    peers: [{ person: null }],
  })
})

test('files of what is not openly accessible are not given away', async () => {
  const [organisation] = (await payload.find({ collection: 'organisations', limit: 1 })).docs
  const term = async (vocabulary: 'licences' | 'resource-types') =>
    (
      await payload.create({
        collection: 'terms',
        locale: 'fr',
        data: { vocabulary, code: 'report', label: 'Report' },
      })
    ).id
  const data = await sharp({ create: { width: 1, height: 1, channels: 3, background: '#039' } })
    .png()
    .toBuffer()
  const file = await payload.create({
    collection: 'media',
    locale: 'fr',
    data: { alt: 'Report' },
    file: { name: 'secret-report.png', data, mimetype: 'image/png', size: data.length },
  })
  const { id } = await payload.create({
    collection: 'publications',
    locale: 'fr',
    data: {
      title: 'Report',
      abstract: 'What we found.',
      type: await term('resource-types'),
      date: '2026-01-05',
      publisher: organisation?.id,
      responsibleOrganisation: organisation?.id,
      licence: await term('licences'),
      sourceLocale: 'fr',
      accessRight: 'embargoed',
      embargoUntil: '2999-01-01',
      editions: [{ locale: 'fr', format: 'pdf', file: file.id }],
      _status: 'published',
    } as never,
  })
  const text = await (await ask(`/v1/publications/${id}?locale=fr`)).text()
  expect(text).not.toContain('secret-report')
  const everything = everythingOf(readingSchema(payload.config).getType('Publication') as GraphQLObjectType)
  const graphqlText = await (
    await askGraphql(`{ publication(locale: fr, id: "${id}") ${everything} }`)
  ).text()
  expect(graphqlText).toContain('"accessRight":"embargoed"')
  expect(graphqlText).not.toContain('secret-report')
  expect(JSON.parse(text).data.details.editions).toMatchObject([{ format: 'pdf', file: null }])
})

describe('Payload’s own interfaces', () => {
  test.for([
    '/peer-reviews?locale=fr&depth=3',
    '/peer-reviews?locale=all&depth=3&draft=true',
    '/peer-reviews?locale=fr&select[findings]=true',
    '/practices?locale=fr&depth=3&populate[people][name]=true&populate[people][consentToPublish]=true',
    '/practices?locale=all&select[validation]=true&draft=true',
    '/projects?locale=fr&depth=3&select[disclaimers]=true',
    '/projects?locale=all&draft=true',
    '/people?locale=fr&depth=3',
    '/people?locale=fr&where[name][like]=SECRET',
    '/press-contacts?locale=fr',
    '/pages?locale=fr&draft=true',
    '/pages?locale=all',
    '/globals/network?locale=all&depth=3',
  ])('tell the public nothing of what is hidden: %s', async (path) => {
    expect((await rest(path)).text).not.toMatch(/SECRET|secret@|"validation"|"approvedBy"/)
  })

  test.for([
    '/peer-reviews?locale=fr&where[findings.text][like]=SECRET',
    '/practices?locale=fr&where[validation.byNetwork][equals]=declined',
    '/projects?locale=fr&where[disclaimers.approvedBy][like]=SECRET',
    '/practices?locale=fr&where[contributors.name][like]=SECRET',
    '/practices?locale=fr&sort=validation.byNetwork',
  ])('answer no question about what is hidden: %s', async (path) => {
    const { status, body } = await rest(path)
    expect([status, body.docs?.length ?? 0]).not.toEqual([200, 1])
  })

  test('tell nothing by fragments either', async () => {
    const query = `
      fragment P on Practice { title summary contributors { name } }
      fragment R on PeerReview { findings { text isPublic } facilitator { name } peers { person { name } } }
      { Practices(locale: fr, draft: true) { docs { ...P related { value { ... on Practice { ...P } } } } }
        PeerReviews(locale: fr, draft: true) { docs { ...R } } }`
    expect((await graphql(query)).text).not.toContain(HIDDEN)
  })
})
