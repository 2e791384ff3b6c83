import config from '@payload-config'
import { createLocalReq, getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { databaseOf } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import { changesOf } from '../../outbox/outbox.ts'
import { type Answer, graphql, rest, signIn } from '../../testing/api.ts'
import {
  createSurroundings,
  practiceFacts,
  practiceTexts,
  type Surroundings,
} from '../../testing/create-practice.ts'
import { outdatedPolicy } from './outdated-policy.ts'
import { publishLocales } from './publish-locales.ts'

let payload: Payload
let around: Surroundings
let editor: string
let translator: string
let contributor: string
/** Written in English, French and Greek; public in none. */
let id: string

beforeAll(async () => {
  payload = await getPayload({ config })
  around = await createSurroundings(payload, ['en', 'fr', 'el', 'ar'])
  editor = await signIn(payload, { roles: ['editor'] })
  translator = await signIn(payload, { roles: ['translator'], locales: ['fr'] })
  contributor = await signIn(payload, { roles: ['contributor'], organisation: around.organisation })
})
afterAll(() => payload.destroy())
beforeEach(async () => {
  const created = await payload.create({
    collection: 'practices',
    locale: 'en',
    draft: true,
    data: { ...practiceFacts(around), ...practiceTexts('English') },
  })
  id = created.id
  await write('fr', practiceTexts('French'))
  await write('el', practiceTexts('Greek'))
})

const write = (locale: Locale, data: object) =>
  payload.update({ collection: 'practices', id, locale, draft: true, data })

const ask = (action: string, locales: unknown, as: string | null = editor) =>
  rest(`/publication/practices/${id}`, { as, method: 'POST', body: { action, locales } })

const publicTitles = async (): Promise<unknown> => {
  const { status, body } = await rest(`/practices/${id}?locale=all`)
  return status === 200 ? body.title : {}
}

const faults = ({ body }: Answer): string[] =>
  body.errors[0].data.errors.map(({ message }: { message: string }) => message)

test('one language is published, and no other', async () => {
  const { status, body } = await ask('publish', ['fr'])
  expect([status, body]).toEqual([200, { changed: ['fr'], publicLocales: ['fr'] }])
  expect(await publicTitles()).toEqual({ fr: 'French title' })
})

test('several languages are published at once, in one version', async () => {
  const versions = async () =>
    (await payload.countVersions({ collection: 'practices', where: { parent: { equals: id } } })).totalDocs
  const before = await versions()
  expect((await ask('publish', ['el', 'fr'])).body.publicLocales).toEqual(['el', 'fr'])
  expect(await versions()).toBe(before + 1)
  expect(await publicTitles()).toEqual({ el: 'Greek title', fr: 'French title' })
})

test('all languages are those that the item is written in', async () => {
  expect((await ask('publish', 'all')).body.changed).toEqual(['en', 'el', 'fr'])
  expect((await ask('unpublish', ['all'])).body).toEqual({ changed: ['en', 'el', 'fr'], publicLocales: [] })
})

test('when one language is not whole none is published, and each gap is named with its language', async () => {
  await write('fr', { summary: '' })
  await write('ar', { title: 'عنوان' })
  const answer = await ask('publish', ['en', 'fr', 'ar'])
  expect(answer.status).toBe(400)
  expect(faults(answer)).toContain('Summary is missing in French.')
  expect(faults(answer)).toContain('Goals is missing in Arabic.')
  expect(await publicTitles()).toEqual({})
})

test('publishing leaves a newer draft of another public language alone', async () => {
  await ask('publish', 'all')
  await write('el', { title: 'Greek draft' })
  await write('fr', { title: 'French revised' })
  await ask('publish', ['fr'])
  expect(await publicTitles()).toEqual({ en: 'English title', el: 'Greek title', fr: 'French revised' })
  const { title } = await payload.findByID({ collection: 'practices', id, locale: 'el', draft: true })
  expect(title).toBe('Greek draft')
})

test('one language is taken back; the others, their drafts and the texts stay', async () => {
  await ask('publish', 'all')
  await write('en', { title: 'English draft' })
  await write('fr', { title: 'French draft' })
  expect((await ask('unpublish', ['fr'])).body).toEqual({ changed: ['fr'], publicLocales: ['en', 'el'] })
  expect(await publicTitles()).toEqual({ en: 'English title', el: 'Greek title' })
  const { title } = await payload.findByID({ collection: 'practices', id, locale: 'all', draft: true })
  expect(title).toEqual({ en: 'English draft', fr: 'French draft', el: 'Greek title' })
})

test('an item that is not complete any more can still be taken back', async () => {
  await ask('publish', 'all')
  await write('en', { summary: '' })
  expect((await ask('unpublish', ['en'])).body.publicLocales).toEqual(['el', 'fr'])
})

test('the outbox is told what readers saw happen, once for each language', async () => {
  await ask('publish', ['fr', 'en'])
  await ask('unpublish', ['fr'])
  await ask('unpublish', ['fr'])
  const changes = await changesOf({ collection: 'practices', id }, databaseOf(payload))
  expect(changes.map(({ locale, kind }) => `${locale} ${kind}`).sort()).toEqual([
    'en published',
    'fr published',
    'fr withdrawn',
  ])
})

test('only editors publish', async () => {
  for (const as of [translator, contributor])
    for (const action of ['publish', 'unpublish']) expect((await ask(action, ['fr'], as)).status).toBe(403)
  expect((await ask('publish', ['fr'], null)).status).toBe(401)
  expect(await publicTitles()).toEqual({})
})

test.for([
  ['burn', ['fr'], 'action'],
  ['publish', [], 'locales'],
  ['publish', ['xx'], 'locales'],
  ['publish', undefined, 'locales'],
  ['publish', 'fr', 'locales'],
] as const)('what is asked for wrongly is refused, and named: %s %o', async ([action, locales, field]) => {
  const { status, body } = await ask(action, locales)
  expect([status, body.errors[0].data.errors[0].path]).toEqual([400, field])
})

test('there is nothing to publish in what is not there', async () => {
  const missing = await rest(`/publication/practices/${crypto.randomUUID()}`, {
    as: editor,
    method: 'POST',
    body: { action: 'publish', locales: ['fr'] },
  })
  const wrong = await rest(`/publication/users/${id}`, { as: editor, method: 'POST', body: {} })
  expect([missing.status, wrong.status]).toEqual([404, 404])
})

test('GraphQL does the same', async () => {
  const set = (as: string, action: string, locales: string) =>
    graphql(
      `mutation { setPublication(collection: "practices", id: "${id}", action: ${action}, locales: [${locales}]) {
        changed publicLocales } }`,
      as,
    )
  expect((await set(editor, 'publish', '"fr", "el"')).body.data.setPublication).toEqual({
    changed: ['el', 'fr'],
    publicLocales: ['el', 'fr'],
  })
  expect((await set(translator, 'unpublish', '"all"')).body.errors).toHaveLength(1)
  expect((await set(editor, 'unpublish', '"all"')).body.data.setPublication.publicLocales).toEqual([])
  await write('fr', { summary: '' })
  expect((await set(editor, 'publish', '"fr"')).text).toContain('Summary is missing in French.')
})

test('the Local API does the same, inside a transaction of its caller too', async () => {
  const user = { ...(await payload.find({ collection: 'users', limit: 1 })).docs[0], roles: ['editor'] }
  const req = await createLocalReq({ user: user as never }, payload)
  const transactionID = await payload.db.beginTransaction()
  await publishLocales(
    payload,
    { collection: 'practices', id, action: 'publish', locales: ['fr'] },
    { ...req, transactionID: transactionID as string },
  )
  expect(await publicTitles()).toEqual({})
  await payload.db.commitTransaction(transactionID as string)
  expect(await publicTitles()).toEqual({ fr: 'French title' })
})

test('what readers get while a translation is outdated is the network’s choice for each collection', async () => {
  const req = await createLocalReq({}, payload)
  expect(await outdatedPolicy('practices', req)).toBe('keep')
  await payload.updateGlobal({ slug: 'network', data: { whenOutdated: { practices: 'withdraw' } as never } })
  expect(await outdatedPolicy('practices', req)).toBe('withdraw')
  expect(await outdatedPolicy('news', req)).toBe('keep')
})
