import config from '@payload-config'
import { type CollectionSlug, getPayload, type Payload } from 'payload'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { apiConsumer, type Credentials, rest, signIn } from '../testing/api.ts'
import {
  createSurroundings,
  practiceFacts,
  practiceTexts,
  type Surroundings,
} from '../testing/create-practice.ts'
import { paragraph } from '../testing/paragraph.ts'

const askers = [
  'anyone',
  'API consumer',
  'contributor',
  'translator',
  'editor',
  'data-officer',
  'administrator',
] as const
type Who = (typeof askers)[number]

let payload: Payload
let around: Surroundings
let issueNumber = 0
const credentials = new Map<Who, Credentials>()
/** A picture of one pixel. */
const pixel = await sharp({ create: { width: 1, height: 1, channels: 3, background: '#003399' } })
  .png()
  .toBuffer()

beforeAll(async () => {
  payload = await getPayload({ config })
  around = await createSurroundings(payload, ['en', 'fr'])
  const { organisation } = around
  credentials.set('anyone', null)
  credentials.set('API consumer', await apiConsumer(payload))
  credentials.set('contributor', await signIn(payload, { roles: ['contributor'], organisation }))
  credentials.set('translator', await signIn(payload, { roles: ['translator'], locales: ['en'] }))
  credentials.set('editor', await signIn(payload, { roles: ['editor'] }))
  credentials.set('data-officer', await signIn(payload, { roles: ['data-officer'] }))
  credentials.set('administrator', await signIn(payload, { roles: ['administrator'] }))
})
afterAll(() => payload.destroy())

const owned = () => ({
  responsibleOrganisation: around.organisation,
  sourceLocale: 'en',
  licence: around.terms.licences,
})

/** What a new row of each collection needs. Rows are public where they can be. */
const rows: Readonly<Record<string, () => Promise<object> | object>> = {
  practices: () => ({ ...practiceFacts(around), ...practiceTexts('New') }),
  publications: async () => ({
    ...owned(),
    title: 'Report',
    abstract: 'What we found.',
    type: await term('resource-types'),
    date: '2026-01-05',
    publisher: around.organisation,
    accessRight: 'open',
  }),
  events: async () => ({
    ...owned(),
    title: 'Conference',
    summary: 'Two days.',
    type: await term('event-types'),
    start: '2026-05-04T08:00:00.000Z',
    end: '2026-05-05T15:00:00.000Z',
    languages: [await term('languages')],
    organisers: [around.organisation],
  }),
  news: () => ({
    ...owned(),
    title: 'News',
    teaser: 'It starts.',
    body: paragraph('It starts today.'),
    type: 'announcement',
    date: '2026-01-05',
  }),
  'peer-reviews': () => ({
    ...owned(),
    title: 'Review',
    summary: 'Peers looked closely.',
    hostOrganisation: around.organisation,
  }),
  pages: () => ({ title: 'About us', body: paragraph('Who we are.'), kind: 'about' }),
  faqs: () => ({ title: 'How do I begin?', body: paragraph('With a plan.') }),
  media: () => ({ alt: 'A blue pixel' }),
  organisations: () => ({ name: 'Third partner' }),
  people: () => ({ name: 'Ana Sample', consentToPublish: true }),
  projects: () => ({ acronym: 'SAMPLE', title: 'Sample project', statement: 'co-funded' }),
  communities: () => ({ name: 'Access to finance' }),
  newsletters: () => ({
    name: 'Letter',
    fromName: 'Network',
    locales: ['en'],
    itemFallback: 'show-labelled',
    editionFallback: 'skip',
    postalAddress: 'Sample street 1',
  }),
  issues: async () => {
    const practice = await create('practices')
    issueNumber += 1
    return {
      newsletter: await create('newsletters'),
      number: issueNumber,
      subject: 'First number',
      contents: [{ blockType: 'items', items: [{ relationTo: 'practices', value: practice }] }],
    }
  },
  segments: () => ({ name: crypto.randomUUID(), condition: { kind: 'language', values: ['en'] } }),
  channels: () => ({
    name: 'Partner site',
    service: 'webhook',
    baseUrl: 'https://partner.example/hook',
    locales: ['en'],
    mode: 'auto',
    secrets: { signingSecret: 'whsec_c2VjcmV0' },
  }),
  'press-contacts': () => ({
    name: 'Editor of a paper',
    email: `${crypto.randomUUID()}@press.example`,
    locale: 'en',
    consentBasis: 'asked for it',
  }),
  'question-routes': () => ({ name: 'Finance', organisation: around.organisation }),
  glossary: () => ({ term: crypto.randomUUID() }),
  topics: () => ({ label: 'Mentoring' }),
  terms: () => ({ vocabulary: 'services', code: crypto.randomUUID(), label: 'Advice' }),
  frameworks: () => ({
    name: 'MEGA',
    code: 'mega',
    version: crypto.randomUUID().slice(0, 20),
    scaleMin: 0,
    scaleMax: 10,
    dimensions: ['a', 'b', 'c'].map((code) => ({ code, label: code })),
  }),
  users: () => ({
    name: 'Somebody',
    email: `${crypto.randomUUID()}@people.example`,
    password: crypto.randomUUID(),
    roles: ['editor'],
  }),
  'api-consumers': () => ({ name: 'Partner site' }),
}

const term = async (vocabulary: 'resource-types' | 'event-types' | 'languages') => {
  const data = { vocabulary, code: crypto.randomUUID(), label: 'Sample' }
  return (await payload.create({ collection: 'terms', locale: 'en', data })).id
}

const hasDrafts = (slug: string) =>
  payload.collections[slug as CollectionSlug].config.versions?.drafts !== undefined

const isPublic = (slug: string) => (hasDrafts(slug) ? { _status: 'published' } : {})

async function create(slug: string): Promise<string> {
  const data = { ...(await rows[slug]?.()), ...isPublic(slug) }
  const file = { name: 'pixel.png', data: pixel, mimetype: 'image/png', size: pixel.length }
  const { id } = await payload.create({
    collection: slug as CollectionSlug,
    locale: 'en',
    data: data as never,
    ...(slug === 'media' && { file }),
  })
  return String(id)
}

/** Which of reading, creating, updating and deleting one may do: `rcud`, with a hyphen for each that is refused. */
async function rightsOf(who: Who, slug: string): Promise<string> {
  const as = credentials.get(who) ?? null
  const id = await create(slug)
  const data = await rows[slug]?.()
  const file = slug === 'media' ? { file: new File([pixel], 'pixel.png', { type: 'image/png' }) } : {}
  const answers = [
    ['r', await rest(`/${slug}/${id}?locale=en`, { as })],
    [
      'c',
      await rest(`/${slug}?locale=en&draft=${hasDrafts(slug)}`, { as, method: 'POST', body: data, ...file }),
    ],
    ['u', await rest(`/${slug}/${id}?locale=en&draft=${hasDrafts(slug)}`, { as, method: 'PATCH', body: {} })],
    ['d', await rest(`/${slug}/${await create(slug)}`, { as, method: 'DELETE' })],
  ] as const
  return answers.map(([right, { status, text }]) => letterFor(right, status, text)).join('')
}

function letterFor(right: string, status: number, text: string): string {
  if (status === 200 || status === 201) return right
  // Anything else would be a request that failed for another reason than its asker.
  if (status === 403 || status === 404) return '-'
  throw new Error(`${right} was answered ${status}: ${text}`)
}

/** In the order of `askers`. */
const items = ['r---', 'r---', 'rcu-', 'r-u-', 'rcud', 'r---', 'rcud']
const publicTexts = ['r---', 'r---', 'r---', 'r-u-', 'rcud', 'r---', 'rcud']
const administered = ['----', '----', '----', '----', '----', '----', 'rcud']

test.for([
  ['practices', items],
  ['publications', items],
  ['events', items],
  ['news', items],
  ['peer-reviews', items],
  ['pages', publicTexts],
  ['faqs', publicTexts],
  ['media', ['r---', 'r---', 'rc--', 'r-u-', 'rcud', 'r---', 'rcud']],
  ['organisations', publicTexts],
  ['people', publicTexts],
  ['projects', publicTexts],
  ['communities', publicTexts],
  ['glossary', ['----', '----', 'r---', 'r-u-', 'rcud', 'r---', 'rcud']],
  ['topics', publicTexts],
  ['terms', publicTexts],
  ['frameworks', publicTexts],
  ['newsletters', ['r---', 'r---', 'r---', 'r---', 'rcud', 'r---', 'rcud']],
  ['issues', ['----', '----', '----', '----', 'rcud', '----', 'rcud']],
  ['segments', ['----', '----', '----', '----', 'rcud', '----', 'rcud']],
  ['channels', ['----', '----', '----', '----', 'r---', '----', 'rcud']],
  ['press-contacts', ['----', '----', '----', '----', 'r---', 'rcud', 'rcud']],
  ['question-routes', ['----', '----', '----', '----', 'rcud', '----', 'rcud']],
  ['users', administered],
  ['api-consumers', administered],
] as const)('who may read, create, update and delete %s', async ([slug, expected]) => {
  const actual: string[] = []
  for (const who of askers) actual.push(await rightsOf(who, slug))
  expect(actual).toEqual(expected)
})

test('each collection has its line in the table above', () => {
  const own = Object.keys(payload.collections).filter((slug) => !slug.startsWith('payload-'))
  expect(own.sort()).toEqual(Object.keys(rows).sort())
})

test.for([
  'payload-preferences',
  'payload-locked-documents',
  'payload-migrations',
  'payload-jobs',
  'payload-kv',
])('what Payload keeps for itself in %s is closed to the public and to API consumers', async (slug) => {
  for (const who of ['anyone', 'API consumer'] as const) {
    const as = credentials.get(who) ?? null
    const read = await rest(`/${slug}`, { as })
    const written = await rest(`/${slug}`, { as, method: 'POST', body: {} })
    expect([who, read.body.docs ?? []]).toEqual([who, []])
    expect([403, 404, 501]).toContain(written.status)
  }
})

test('an issue is public once it has been sent, in what it says and not before', async () => {
  const id = await create('issues')
  const read = () => rest(`/issues/${id}?locale=en`)
  expect((await read()).status).toBe(404)
  await payload.update({ collection: 'issues', id, locale: 'en', data: { state: 'sent' } })
  expect((await read()).body.subject).toBe('First number')
})

test('nobody sends an issue by writing its state', async () => {
  const id = await create('issues')
  const as = credentials.get('administrator') ?? null
  await rest(`/issues/${id}?locale=en`, { as, method: 'PATCH', body: { state: 'sent' } })
  expect(await payload.findByID({ collection: 'issues', id })).toMatchObject({ state: 'draft' })
})

test('a person without consent to be named is nowhere, not even behind an item', async () => {
  const { id } = await payload.create({ collection: 'people', data: { name: 'Private Person' } })
  const practice = await create('practices')
  await payload.update({
    collection: 'practices',
    id: practice,
    locale: 'en',
    data: { contributors: [id], _status: 'published' },
  })
  expect((await rest(`/people/${id}`)).status).toBe(404)
  expect((await rest(`/practices/${practice}?locale=en&depth=3`)).text).not.toContain('Private Person')
})

test('the secret of a channel is never told, to nobody', async () => {
  const id = await create('channels')
  const { text } = await rest(`/channels/${id}`, { as: credentials.get('administrator') ?? null })
  expect(text).not.toContain('c2VjcmV0')
  expect(text).not.toContain('sealedSecret')
})

test('people do not give themselves roles', async () => {
  const as = await signIn(payload, { roles: ['contributor'] })
  const { body } = await rest('/users/me', { as })
  const change = { roles: ['administrator'], name: 'New name' }
  await rest(`/users/${body.user.id}`, { as, method: 'PATCH', body: change })
  expect(await payload.findByID({ collection: 'users', id: body.user.id })).toMatchObject({
    roles: ['contributor'],
    name: 'New name',
  })
})

test('only an administrator sets the languages of the network, and everyone reads them', async () => {
  const change = { enabledLocales: ['en', 'fr', 'uk'] }
  const set = (who: Who) =>
    rest('/globals/network?locale=en', { as: credentials.get(who) ?? null, method: 'POST', body: change })
  expect((await set('editor')).status).toBe(403)
  expect((await set('administrator')).status).toBe(200)
  expect((await rest('/globals/network?locale=en')).body.enabledLocales).toEqual(['en', 'fr', 'uk'])
})
