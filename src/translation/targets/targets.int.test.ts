import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import type { Locale } from '../../i18n/locales.ts'
import { type Credentials, rest, signIn } from '../../testing/api.ts'
import { createTestItem, type TestItem } from '../../testing/create-item.ts'
import { createTestNetwork } from '../../testing/create-network.ts'

let payload: Payload
let item: TestItem
let editor: Credentials
let translator: Credentials

beforeAll(async () => {
  payload = await getPayload({ config })
  await createTestNetwork(payload, ['en', 'fr', 'el', 'ar'])
  editor = await signIn(payload, { roles: ['editor'] })
  translator = await signIn(payload, { roles: ['translator'], locales: ['el', 'ar'] })
})
beforeEach(async () => {
  item = await createTestItem(payload)
})
afterAll(() => payload.destroy())

const path = (locale: Locale, action = '') => `/translation/items/news/${item.id}/${locale}${action}`

interface Edit {
  readonly text: string
  readonly version?: number
  readonly verdict?: string
}

const read = async (locale: Locale) => (await rest(path(locale), { as: editor })).body

const keyOf = async (field: string): Promise<string> =>
  (await read('el')).segments.find((segment: { field: string }) => segment.field === field).key

async function save(
  locale: Locale,
  field: string,
  { text, version = 0, verdict = 'in-translation' }: Edit,
  as = translator,
) {
  const body = { key: await keyOf(field), text, version, verdict }
  return rest(path(locale), { as, method: 'PATCH', body })
}

async function translateAll(locale: Locale, verdict: string, as = translator): Promise<void> {
  for (const field of ['title', 'teaser', 'body'])
    await save(locale, field, { text: `${field} (${locale})`, verdict }, as)
}

const states = async (locale: Locale) =>
  (await read(locale)).segments.map(({ state }: { state: string }) => state)

const draft = (locale: Locale) =>
  payload.findByID({ collection: 'news', id: item.id, locale, draft: true, fallbackLocale: false })

test('work under way stays out of the item until it is handed in', async () => {
  await translateAll('el', 'in-translation')
  expect(await states('el')).toEqual(Array(3).fill('in-translation'))
  expect((await draft('el')).title ?? null).toBeNull()

  expect((await rest(path('el', '/submit'), { as: translator, method: 'POST' })).body).toEqual({
    segments: 3,
  })
  expect(await states('el')).toEqual(Array(3).fill('needs-review'))
  const { title, body } = await draft('el')
  expect(title).toBe('title (el)')
  expect(JSON.stringify(body)).toContain('body (el)')
  expect(JSON.stringify(body)).not.toContain('Text in en')
})

test('handing in delivers what was asked for, and the request says who did it', async () => {
  const asked = { items: [{ collection: 'news', id: item.id }], locales: ['el'], engine: null }
  const { body } = await rest('/translation/requests', { as: editor, method: 'POST', body: asked })
  await translateAll('el', 'in-translation')
  await rest(path('el', '/submit'), { as: translator, method: 'POST' })
  const { body: request } = await rest(`/translation/requests/${body.created[0].id}`, { as: editor })

  expect(JSON.stringify(request)).toContain('"state":"delivered"')
})

test('what a translator finishes needs review, what an editor finishes is approved', async () => {
  expect((await save('el', 'title', { text: 'Τίτλος', verdict: 'approved' })).body.state).toBe('needs-review')
  expect((await save('fr', 'title', { text: 'Titre', verdict: 'approved' }, editor)).body.state).toBe(
    'current',
  )
})

test('an editor approves what was handed in, in several languages at once, and nothing else', async () => {
  await translateAll('el', 'needs-review')
  await translateAll('ar', 'in-translation')
  const body = { items: [{ collection: 'news', id: item.id }], locales: ['el', 'ar'] }

  expect((await rest('/translation/approve', { as: editor, method: 'POST', body })).body).toEqual({
    segments: 3,
  })
  expect(await states('el')).toEqual(Array(3).fill('current'))
  expect(await states('ar')).toEqual(Array(3).fill('in-translation'))
  expect((await rest('/translation/approve', { as: translator, method: 'POST', body })).status).toBe(403)
})

test('publishing puts the words before readers of that language only', async () => {
  await translateAll('ar', 'needs-review')
  expect((await rest(path('ar', '/publish'), { as: translator, method: 'POST' })).status).toBe(403)

  expect((await rest(path('ar', '/publish'), { as: editor, method: 'POST' })).status).toBe(200)
  expect((await rest(`/news/${item.id}?locale=ar`)).body.title).toBe('title (ar)')
  expect((await rest(`/news/${item.id}?locale=en`)).status).toBe(404)
  expect(await states('ar')).toEqual(Array(3).fill('current'))
})

test('an incomplete translation is not published, and the answer names what is missing', async () => {
  await save('ar', 'title', { text: 'عنوان', verdict: 'needs-review' })
  const { status, body } = await rest(path('ar', '/publish'), { as: editor, method: 'POST' })

  expect(status).toBe(400)
  expect(body.errors[0].data.errors.map(({ path: field }: { path: string }) => field)).toEqual([
    'teaser',
    'body',
  ])
  expect((await rest(`/news/${item.id}?locale=ar`)).status).toBe(404)
})

test('who saves over a text that they have not seen is told, and nothing is lost', async () => {
  const first = await save('el', 'title', { text: 'Πρώτος' })
  await save('el', 'title', { text: 'Δεύτερος', version: first.body.version }, editor)
  const late = await save('el', 'title', { text: 'Τρίτος', version: first.body.version })

  expect(late.status).toBe(409)
  expect(late.body).toMatchObject({ outcome: 'conflict', text: 'Δεύτερος', version: 2 })
})

test('two translators in two languages never wait for each other', async () => {
  const saved = await Promise.all([
    save('el', 'title', { text: 'Τίτλος' }),
    save('ar', 'title', { text: 'عنوان' }),
    save('fr', 'title', { text: 'Titre' }, editor),
  ])

  expect(saved.map(({ status }) => status)).toEqual([200, 200, 200])
})

test.for([
  ['nothing', '', 'empty'],
  ['a title that is too long', 'τ'.repeat(200), 'too-long'],
  ['a mark that the source does not have', 'Τίτλος ⟦1⟧', 'marks'],
] as const)('%s is no finished segment', async ([, text, reason]) => {
  const { status, body } = await save('el', 'title', { text, verdict: 'needs-review' })

  expect([status, body.reason]).toEqual([422, reason])
  expect((await states('el'))[0]).toBe('missing')
})

test('an outdated segment stays so while it is worked on, and is right again when its translator says so', async () => {
  await translateAll('el', 'approved', editor)
  await item.saveDraft('en', { title: 'Mentoring ends' })
  expect((await states('el'))[0]).toBe('outdated')

  const worked = await save('el', 'title', { text: 'Νέος', version: 1 })
  expect(worked.body.state).toBe('outdated')
  const right = await save('el', 'title', { text: 'Νέος', version: 2, verdict: 'still-right' }, editor)
  expect(right.body.state).toBe('current')
})

test('handing in, approving and saving at the same moment wait for each other, and nothing is lost', async () => {
  for (const locale of ['el', 'ar'] as const) await translateAll(locale, 'in-translation')
  const approval = { items: [{ collection: 'news', id: item.id }], locales: ['el', 'ar'] }
  for (let round = 0; round < 4; round += 1) {
    const answers = await Promise.all([
      rest(path('el', '/submit'), { as: translator, method: 'POST' }),
      rest(`/news/${item.id}?locale=en&draft=true`, {
        as: editor,
        method: 'PATCH',
        body: { teaser: `T ${round}` },
      }),
      rest(path('ar', '/submit'), { as: translator, method: 'POST' }),
      rest('/translation/approve', { as: editor, method: 'POST', body: approval }),
      rest(`/news/${item.id}?locale=fr&draft=true`, {
        as: editor,
        method: 'PATCH',
        body: { teaser: `Fr ${round}` },
      }),
    ])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
  }

  const texts = await Promise.all(
    (['en', 'fr', 'el', 'ar'] as const).map(async (locale) => (await draft(locale)).teaser),
  )
  expect(texts).toEqual(['T 3', 'Fr 3', 'teaser (el)', 'teaser (ar)'])
})

test('what somebody is working on is approved by nobody else’s save, and published by nobody else', async () => {
  await translateAll('el', 'approved', editor)
  await rest(path('el', '/publish'), { as: editor, method: 'POST' })
  await save('el', 'title', { text: 'Μισός', version: 1 })
  await item.publish('en', { teaser: 'Another teaser.' })
  await rest(path('el', '/publish'), { as: editor, method: 'POST' })
  const [title] = (await read('el')).segments

  expect(title.target).toMatchObject({ text: 'Μισός', state: 'in-translation' })
  expect((await rest(`/news/${item.id}?locale=el`)).body.title).toBe('title (el)')
})

test('what a person writes into the item itself wins over older work of the same segment only', async () => {
  await translateAll('el', 'in-translation')
  await item.saveDraft('el', { title: 'Από τη φόρμα' })
  const { segments } = await read('el')

  expect(segments[0].target.text).toBe('Από τη φόρμα')
})

test.for(['', '/submit', '/publish', '/comments'])(
  'nobody translates an item into the language it is written in (%s), and its text stays',
  async (action) => {
    const method = action === '' ? 'PATCH' : 'POST'
    const body = { key: 'title', text: 'x', version: 0, verdict: 'approved' }

    expect((await rest(path('en', action), { as: editor, method, body })).status).toBe(404)
    expect((await draft('en')).title).toBe('Mentoring starts (en)')
  },
)

test.for(['fr', 'en'] as const)('a translator of other languages cannot write %s', async (locale) => {
  const answers = [
    await rest(path(locale), { as: translator, method: 'PATCH', body: {} }),
    await rest(path(locale, '/submit'), { as: translator, method: 'POST' }),
    await rest(path(locale, '/comments'), {
      as: translator,
      method: 'POST',
      body: { key: 'title', text: 'x' },
    }),
  ]

  expect(answers.map(({ status }) => status)).toEqual([403, 403, 403])
})

test('nobody who is not signed in sees a translation', async () => {
  expect((await rest(path('el'))).status).toBe(401)
})
