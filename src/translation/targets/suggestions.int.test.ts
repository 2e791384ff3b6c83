import config from '@payload-config'
import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { databaseOf } from '../../database/database.ts'
import { rest, signIn } from '../../testing/api.ts'
import { createTestItem, type TestItem } from '../../testing/create-item.ts'
import { createTestNetwork } from '../../testing/create-network.ts'
import { remember } from '../memory/remember.ts'

let payload: Payload
let item: TestItem
let translator = ''

beforeAll(async () => {
  payload = await getPayload({ config })
  await createTestNetwork(payload, ['en', 'fr', 'ar'])
  item = await createTestItem(payload)
  translator = await signIn(payload, { roles: ['translator'], locales: ['fr'] })
  await item.saveDraft('en', { teaser: 'EMEN helps with credit and a credit history.' })
  const approved = (sourceText: string, targetText: string, field: string) =>
    remember(
      [
        {
          sourceLocale: 'en',
          targetLocale: 'fr',
          sourceText,
          targetText,
          context: '',
          field,
          provenance: 'Elsewhere',
          authorId: null,
          at: new Date('2026-11-20T09:00:00Z'),
        },
      ],
      databaseOf(payload),
    )
  await approved('Mentoring starts (en)', 'Le mentorat commence', 'news.title')
  await approved('Mentoring starts (en).', 'Le mentorat commence.', 'events.title')
  await approved('Something else altogether', 'Tout autre chose', 'news.title')
  const term = (data: object) =>
    payload.create({ collection: 'glossary', locale: 'fr', data: { sourceLocale: 'en', ...data } as never })
  await term({ term: 'credit', translation: 'crédit', avoid: 'prêt, emprunt' })
  await term({ term: 'credit history', translation: 'antécédents de crédit' })
  await term({ term: 'EMEN', doNotTranslate: true, caseSensitive: true })
  await term({ term: 'mentor', translation: 'mentor' })
})
afterAll(() => payload.destroy())

const suggestions = (key: string, as: string | null = translator, locale = 'fr') =>
  rest(`/translation/items/news/${item.id}/${locale}/suggestions?key=${key}`, { as })

test('earlier translations of the same and of similar texts are offered, the best first', async () => {
  const { status, body } = await suggestions('title')
  expect(status).toBe(200)
  expect(body.matches).toMatchObject([
    { score: 100, text: 'Le mentorat commence', provenance: 'Elsewhere' },
    { text: 'Le mentorat commence.' },
  ])
})

test('terms come with where they stand, and names that stay with no translation', async () => {
  const { body } = await suggestions('teaser')
  expect(body.terms).toMatchObject([
    {
      term: 'EMEN',
      doNotTranslate: true,
      translation: null,
      caseSensitive: true,
      avoid: [],
      note: null,
      places: [[0, 4]],
    },
    {
      term: 'credit',
      translation: 'crédit',
      caseSensitive: false,
      avoid: ['prêt', 'emprunt'],
      note: null,
      places: [[16, 22]],
    },
    {
      term: 'credit history',
      translation: 'antécédents de crédit',
      caseSensitive: false,
      avoid: [],
      note: null,
      places: [[29, 43]],
    },
  ])
})

test('only those who write the language are helped', async () => {
  expect((await suggestions('title', null)).status).toBe(401)
  expect((await suggestions('title', translator, 'ar')).status).toBe(403)
  expect((await suggestions('nowhere')).body).toEqual({ error: 'no-such-segment', field: 'key' })
})

test('what was finished for an older source is refused, and work under way is kept', async () => {
  const place = `/translation/items/news/${item.id}/fr`
  const { body } = await rest(place, { as: translator })
  const { hash } = body.segments.find(({ key }: { key: string }) => key === 'title')
  await item.saveDraft('en', { title: 'Mentoring ends' })
  const edit = { key: 'title', text: 'Le mentorat commence', version: 0, sourceHash: hash }

  const finished = await rest(place, {
    as: translator,
    method: 'PATCH',
    body: { ...edit, verdict: 'needs-review' },
  })
  expect([finished.status, finished.body]).toEqual([409, { outcome: 'source-changed' }])
  const underWay = await rest(place, {
    as: translator,
    method: 'PATCH',
    body: { ...edit, verdict: 'in-translation' },
  })
  expect(underWay.body).toMatchObject({ outcome: 'saved', version: 1 })
})
