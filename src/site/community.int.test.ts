import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import config from '../../payload.config.ts'
import type { Locale } from '../i18n/locales.ts'
import { projectWork } from '../reading/documents/project-documents.ts'
import { createTestNetwork } from '../testing/create-network.ts'
import { visitor } from '../testing/visitor.ts'
import { answerCommunity } from './public-answers.ts'

let payload: Payload
let id: string

beforeAll(async () => {
  payload = await getPayload({ config })
  await createTestNetwork(payload, ['en', 'fr', 'ar'])
  const data = { name: 'First steps', slug: 'first-steps', scope: 'How people begin.' }
  const created = await payload.create({ collection: 'communities', locale: 'en', data })
  id = created.id
  await payload.update({ collection: 'communities', id, locale: 'ar', data: { name: 'الخطوات الأولى' } })
  await projectWork(payload)
})
afterAll(() => payload.destroy())

async function open(locale: Locale, slug = 'first-steps') {
  const answer = await answerCommunity(visitor(payload).get(`/${locale}/communities/${slug}`), {
    locale,
    slug,
  })
  return { status: answer.status, leadsTo: answer.headers.get('Location'), text: await answer.text() }
}

test('a community is shown in the languages that it has a name in', async () => {
  expect(await open('en')).toMatchObject({ status: 200, text: expect.stringContaining('First steps') })
  expect(await open('ar')).toMatchObject({ status: 200, text: expect.stringContaining('الخطوات الأولى') })
})

test('in a language that it does not exist in, it leads to those that it does, and shows none of them', async () => {
  const { status, text } = await open('fr')
  expect(status).toBe(404)
  expect(text).toContain('href="/en/communities/first-steps"')
  expect(text).toContain('href="/ar/communities/first-steps"')
  expect(text).not.toContain('How people begin.')
})

test('under its number it leads to its address', async () => {
  expect(await open('en', id)).toMatchObject({
    status: 301,
    leadsTo: 'http://localhost:3000/en/communities/first-steps',
  })
})

test('one that never was is not there, and one that was deleted is gone', async () => {
  expect((await open('en', 'never')).status).toBe(404)
  await payload.delete({ collection: 'communities', id })
  await projectWork(payload)
  expect((await open('en')).status).toBe(410)
  expect((await open('fr')).status).toBe(410)
})
