import config from '@payload-config'
import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { databaseOf, sql } from '../../database/database.ts'
import {
  createSurroundings,
  practiceFacts,
  practiceTexts,
  type Surroundings,
} from '../../testing/create-practice.ts'
import { answerV1 } from '../v1/router.ts'
import { projectWork } from './project-documents.ts'
import { readDocument } from './read-documents.ts'

let payload: Payload
let around: Surroundings
let topic: string
let practice: string

beforeAll(async () => {
  payload = await getPayload({ config })
  around = await createSurroundings(payload, ['en', 'fr'])
  topic = (await payload.create({ collection: 'topics', locale: 'en', data: { label: 'Finance' } })).id
  practice = (
    await payload.create({
      collection: 'practices',
      locale: 'fr',
      draft: true,
      data: { ...practiceFacts(around), ...practiceTexts('Under review'), topics: [topic] } as never,
    })
  ).id
})
afterAll(() => payload.destroy())

async function review(data: object): Promise<string> {
  const { id } = await payload.create({
    collection: 'peer-reviews',
    locale: 'en',
    data: {
      title: 'Review',
      summary: 'Looked closely.',
      hostOrganisation: around.organisation,
      responsibleOrganisation: around.organisation,
      sourceLocale: 'en',
      licence: around.terms.licences,
      _status: 'published',
      ...data,
    } as never,
  })
  await projectWork(payload)
  return id
}

const codesOf = async (id: string) => {
  await projectWork(payload)
  const document = await readDocument(payload, 'peer-reviews', id, 'en')
  return [document?.topics.map(({ label }) => label), document?.countries.map(({ code }) => code)]
}

const found = async (query: string): Promise<string[]> => {
  const request = new Request(`http://localhost:3000/v1/peer-reviews?locale=en&${query}`)
  const { data } = await (await answerV1(payload, request, new Date())).json()
  return data.map(({ id }: { id: string }) => id)
}

test('a review is found by the topics and countries of its practice, once that is public in any language', async () => {
  const id = await review({ practice })
  expect(await codesOf(id)).toEqual([[], []])
  expect(await found('topic=finance')).toEqual([])

  await payload.update({
    collection: 'practices',
    id: practice,
    locale: 'fr',
    data: { _status: 'published' },
  })
  expect(await codesOf(id)).toEqual([['Finance'], ['sample']])
  expect(await found('topic=finance&country=sample')).toEqual([id])
  expect(await found('topic=finance&country=other')).toEqual([])
})

test('a review follows its practice and the names of what that is about', async () => {
  const id = await review({ practice })
  await payload.update({ collection: 'topics', id: topic, locale: 'en', data: { label: 'Money' } })
  expect(await codesOf(id)).toEqual([['Money'], ['sample']])

  await payload.update({
    collection: 'practices',
    id: practice,
    locale: 'fr',
    data: { topics: [], _status: 'published' },
  })
  expect(await codesOf(id)).toEqual([[], ['sample']])
})

test('a review without a practice is found by the country of its host', async () => {
  const id = await review({ practice: null })
  expect(await codesOf(id)).toEqual([[], []])
  await payload.update({
    collection: 'organisations',
    id: around.organisation,
    data: { country: around.terms.countries },
  })
  expect(await codesOf(id)).toEqual([[], ['sample']])
})

test('a topic without a name in the language is found by its code, and is not shown', async () => {
  const { id: housing } = await payload.create({
    collection: 'topics',
    locale: 'fr',
    data: { label: 'Logement', slug: 'housing' },
  })
  await payload.update({
    collection: 'practices',
    id: practice,
    locale: 'fr',
    data: { topics: [housing], _status: 'published' },
  })
  const id = await review({ practice })
  expect(await codesOf(id)).toEqual([[], ['sample']])
  expect(await found('topic=housing')).toContain(id)
  const { rows } = await databaseOf(payload).execute<{ facets: string[] }>(sql`
    select facets from public_documents where item_id = ${id}::uuid
  `)
  expect(rows[0]?.facets).toEqual(expect.arrayContaining(['country:sample', 'topic:housing']))
})
