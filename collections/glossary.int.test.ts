import config from '@payload-config'
import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import { rest, signIn } from '../src/testing/api.ts'
import { createTestNetwork } from '../src/testing/create-network.ts'
import { glossaryFor } from '../src/translation/glossary/glossary-terms.ts'

let payload: Payload
let editor: string
let translator: string
let id: string

beforeAll(async () => {
  payload = await getPayload({ config })
  await createTestNetwork(payload, ['en', 'el', 'ar'])
  editor = await signIn(payload, { roles: ['editor'] })
  translator = await signIn(payload, { roles: ['translator'], locales: ['el'] })
})
afterAll(() => payload.destroy())
beforeEach(async () => {
  await payload.delete({ collection: 'glossary', where: {} })
  const { body } = await create({ term: 'mentor', sourceLocale: 'en' })
  id = body.doc.id
})

const create = (body: object, locale = 'el') =>
  rest(`/glossary?locale=${locale}`, { as: editor, method: 'POST', body })
const patch = (as: string, locale: string, body: object) =>
  rest(`/glossary/${id}?locale=${locale}`, { as, method: 'PATCH', body })

test('a translator says how a term is rendered in their language and in no other', async () => {
  expect((await patch(translator, 'el', { translation: 'μέντορας' })).status).toBe(200)
  expect((await patch(translator, 'ar', { translation: 'مرشد' })).status).toBe(403)
  expect(await glossaryFor('en', 'el', payload)).toMatchObject([{ translation: 'μέντορας' }])
  expect(await glossaryFor('en', 'ar', payload)).toEqual([])
})

test('a translator changes neither a term nor its rules, and adds none', async () => {
  await patch(translator, 'el', { term: 'other', doNotTranslate: true, caseSensitive: true })
  const { term, doNotTranslate, caseSensitive } = await payload.findByID({ collection: 'glossary', id })
  expect({ term, doNotTranslate, caseSensitive }).toEqual({
    term: 'mentor',
    doNotTranslate: false,
    caseSensitive: false,
  })
  const body = { term: 'coach', sourceLocale: 'en' }
  expect((await rest('/glossary?locale=el', { as: translator, method: 'POST', body })).status).toBe(403)
})

test('a term of a language is there once, and who enters it again is told which field to change', async () => {
  const { status, body } = await create({ term: ' Mentor ', sourceLocale: 'en' })
  expect(status).toBe(400)
  expect(body.errors[0].data.errors).toMatchObject([
    { path: 'term', message: 'The glossary has this term already. Change that entry instead.' },
  ])
  expect((await create({ term: 'mentor', sourceLocale: 'de' })).status).toBe(201)
  expect((await patch(editor, 'el', { term: 'mentor', note: 'same' })).status).toBe(200)
})

test('terms that differ in case alone live side by side where case matters', async () => {
  expect((await create({ term: 'COST', sourceLocale: 'en', caseSensitive: true })).status).toBe(201)
  expect((await create({ term: 'cost', sourceLocale: 'en', caseSensitive: true })).status).toBe(201)
})

test('what is not translated has no translation', async () => {
  const both = { doNotTranslate: true, translation: 'ΕΜΕΝ', avoid: 'ΕΝΕΜ' }
  const { status, body } = await create({ term: 'EMEN', sourceLocale: 'en', ...both })
  expect(status).toBe(201)
  expect(body.doc).toMatchObject({ doNotTranslate: true, translation: null, avoid: null })
})

test('a translation that was agreed on before a term was left as it is no longer holds', async () => {
  await patch(editor, 'ar', { translation: 'مرشد', avoid: 'معلم، مدرس' })
  expect(await glossaryFor('en', 'ar', payload)).toMatchObject([
    { translation: 'مرشد', avoid: ['معلم', 'مدرس'] },
  ])
  await patch(editor, 'el', { doNotTranslate: true })
  expect(await glossaryFor('en', 'ar', payload)).toMatchObject([
    { doNotTranslate: true, translation: null, avoid: [] },
  ])
})

test('nobody outside reads the glossary', async () => {
  expect((await rest('/glossary?locale=el')).status).toBe(403)
})
