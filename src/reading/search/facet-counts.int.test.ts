import config from '@payload-config'
import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { databaseOf, sql } from '../../database/database.ts'
import { createTestItem, type TestItem } from '../../testing/create-item.ts'
import { createTestNetwork } from '../../testing/create-network.ts'
import { projectWork } from '../documents/project-documents.ts'
import { countDocuments } from '../documents/read-documents.ts'
import { facetCounts } from './facet-counts.ts'
import { recountFacets } from './facet-totals.ts'

let payload: Payload
let topics: Readonly<Record<'finance' | 'training', string>>
beforeAll(async () => {
  payload = await getPayload({ config })
  await createTestNetwork(payload, ['en', 'fr'])
  topics = {
    finance: await topic('Finance', 'Financement'),
    training: await topic('Training', 'Formation'),
  }
})
afterAll(() => payload.destroy())

async function topic(en: string, fr: string): Promise<string> {
  const { id } = await payload.create({ collection: 'topics', locale: 'en', data: { label: en } })
  await payload.update({ collection: 'topics', id, locale: 'fr', data: { label: fr } })
  return id
}

type NewsType = 'announcement' | 'report'

async function item(type: NewsType, ...about: (keyof typeof topics)[]): Promise<TestItem> {
  const made = await createTestItem(payload)
  await made.saveDraft('en', { type, topics: about.map((name) => topics[name]) })
  await made.publish('en')
  return made
}

const count = (locale: 'en' | 'fr', facets: string[][] = [], names = ['topic', 'type']) =>
  facetCounts(payload, { collections: ['news'], locale, facets, names })

const totals = async () =>
  (
    await databaseOf(payload).execute(sql`
      select collection, locale, facet, total from facet_totals where total > 0 order by 1, 2, 3
    `)
  ).rows

test('each choice says how many documents of the language it leads to, in that language', async () => {
  const both = await item('announcement', 'finance', 'training')
  await item('report', 'finance')
  await item('report', 'finance')
  await both.publish('fr')
  await projectWork(payload)

  expect(await count('en')).toEqual({
    topic: [
      { code: 'finance', label: 'Finance', count: 3 },
      { code: 'training', label: 'Training', count: 1 },
    ],
    type: [
      { code: 'report', label: 'Report', count: 2 },
      { code: 'announcement', label: 'Announcement', count: 1 },
    ],
  })
  expect(await count('fr')).toEqual({
    topic: [
      { code: 'finance', label: 'Financement', count: 1 },
      { code: 'training', label: 'Formation', count: 1 },
    ],
    type: [{ code: 'announcement', label: 'Annonce', count: 1 }],
  })
})

test('what is chosen narrows every name but its own', async () => {
  expect(await count('en', [['topic:training']])).toEqual({
    topic: [
      { code: 'finance', label: 'Finance', count: 3 },
      { code: 'training', label: 'Training', count: 1 },
    ],
    type: [{ code: 'announcement', label: 'Announcement', count: 1 }],
  })
  expect(await count('en', [['topic:training'], ['type:report']], ['topic'])).toEqual({
    topic: [{ code: 'finance', label: 'Finance', count: 2 }],
  })
})

test('a withdrawn language is not counted from the moment of its withdrawal, nor a deleted item', async () => {
  const one = await item('report', 'training')
  const other = await item('report', 'training')
  await projectWork(payload)
  expect((await count('en')).topic?.[1]).toMatchObject({ code: 'training', count: 3 })
  const atOnce = await payload.db.drizzle.transaction(async (somebody) => {
    await one.saveDraft('en', {}, { unpublish: true })
    // Somebody else has the mark in hand: this reader cannot make the document anew.
    await somebody.execute(sql`select from document_work for update`)
    return (await count('en')).topic?.[1]
  })
  expect(atOnce).toMatchObject({ code: 'training', count: 2 })
  await payload.delete({ collection: 'news', id: other.id })
  expect((await count('en')).topic?.[1]).toMatchObject({ code: 'training', count: 1 })
})

test('a topic that is renamed is offered under its new name', async () => {
  await payload.update({ collection: 'topics', id: topics.finance, locale: 'en', data: { label: 'Money' } })
  expect((await count('en')).topic?.[0]).toEqual({ code: 'finance', label: 'Money', count: 3 })
})

test('what is kept as documents change is what counting all of them says', async () => {
  await projectWork(payload)
  const kept = await totals()
  await recountFacets(databaseOf(payload))
  expect(kept.length).toBeGreaterThan(5)
  expect(await totals()).toEqual(kept)
})

test('a topic without a name in the language is counted by its code, however often its documents are made anew', async () => {
  const { id } = await payload.create({ collection: 'topics', locale: 'en', data: { label: 'Housing' } })
  const made = await createTestItem(payload)
  await made.saveDraft('fr', { topics: [id] })
  for (const title of ['Un', 'Deux', 'Trois']) {
    await made.publish('fr', { title })
    await projectWork(payload)
  }
  const kept = await totals()
  await recountFacets(databaseOf(payload))

  expect(kept).toEqual(await totals())
  expect((await count('fr')).topic).toContainEqual({ code: 'housing', label: 'housing', count: 1 })
})

test('how many documents there are is said without counting them, and right when one is withdrawn or deleted', async () => {
  const wanted = { collections: ['news'], locale: 'en', facets: [['type:report']] } as const
  const all = { collections: ['news'], locale: 'en' } as const
  const [before, reports] = [await countDocuments(payload, all), await countDocuments(payload, wanted)]
  const one = await item('report', 'training')
  const other = await item('report', 'training')
  expect(await countDocuments(payload, all)).toBe(before + 2)
  expect(await countDocuments(payload, wanted)).toBe(reports + 2)

  const atOnce = await payload.db.drizzle.transaction(async (somebody) => {
    await one.saveDraft('en', {}, { unpublish: true })
    await somebody.execute(sql`select from document_work for update`)
    return [await countDocuments(payload, all), await countDocuments(payload, wanted)]
  })
  expect(atOnce).toEqual([before + 1, reports + 1])
  await payload.delete({ collection: 'news', id: other.id })
  expect(await countDocuments(payload, all)).toBe(before)
  // In a language further on, what an earlier one has is not counted twice.
  expect(await countDocuments(payload, { ...all, fallback: ['fr'] })).toBeGreaterThan(before)
})
