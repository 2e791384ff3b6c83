import { setTimeout } from 'node:timers/promises'

import config from '@payload-config'
import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { databaseOf, inTransaction, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import { createTestItem, type TestItem } from '../../testing/create-item.ts'
import { createTestNetwork } from '../../testing/create-network.ts'
import { lockDocument, projectWork } from './project-documents.ts'
import { readDocument, readDocuments } from './read-documents.ts'

let payload: Payload
beforeAll(async () => {
  payload = await getPayload({ config })
  await createTestNetwork(payload, ['en', 'fr', 'el'])
})
afterAll(() => payload.destroy())

const read = (item: TestItem, locale: Locale) => readDocument(payload, 'news', item.id, locale)
const rowsOf = async (item: TestItem) =>
  (
    await databaseOf(payload).execute<{ locale: string; gone: string | null; seq: string }>(sql`
      select locale, gone, seq from public_documents where item_id = ${item.id}::uuid order by locale
    `)
  ).rows

const isLeftToTake = async (item: TestItem) =>
  (
    await databaseOf(payload).execute(
      sql`select from document_work where item_id = ${item.id}::uuid for update skip locked`,
    )
  ).rows

test('whoever publishes and looks sees it, in that language and no other', async () => {
  const item = await createTestItem(payload)
  await item.publish('en')
  await item.saveDraft('fr', { title: 'Pas encore' })

  expect(await read(item, 'en')).toMatchObject({
    title: 'Mentoring starts (en)',
    locale: 'en',
    details: { type: 'announcement', body: { html: '<p>Text in en.</p>' } },
  })
  expect(await read(item, 'fr')).toBeNull()
  const { documents } = await readDocuments(payload, { collections: ['news'], locale: 'fr', limit: 10 })
  expect(documents.map(({ id }) => id)).not.toContain(item.id)
})

test('whoever publishes and looks sees it also while another process is making it', async () => {
  const item = await createTestItem(payload)
  const list = () => readDocuments(payload, { collections: ['news'], locale: 'en', limit: 10 })
  await list()
  await item.publish('en', { title: 'In other hands' })
  const other = await inTransaction(payload, async (transaction) => {
    await lockDocument({ collection: 'news', id: item.id }, transaction)
    const making = projectWork(payload)
    await expect.poll(async () => (await isLeftToTake(item)).at(0)).toBeUndefined()
    const read = list()
    await setTimeout(100)
    return { making, read }
  })
  await other.making
  expect((await other.read).documents.map(({ title }) => title)).toContain('In other hands')
})

test('a language that joins stands among the alternates of the others', async () => {
  const item = await createTestItem(payload)
  await item.publish('en')
  await read(item, 'en')
  await item.publish('el')

  expect(Object.keys((await read(item, 'en'))?.alternates ?? {})).toEqual(['el', 'en'])
})

test('a withdrawn language is out of every answer in the moment of its withdrawal, with nobody at work', async () => {
  const item = await createTestItem(payload)
  await item.publish('en')
  await item.publish('fr')
  await projectWork(payload)
  const work = await payload.db.drizzle.transaction(async (other) => {
    await item.saveDraft('fr', {}, { unpublish: true })
    // Somebody else has the mark in hand: this reader cannot make the document anew.
    await other.execute(sql`select from document_work for update`)
    return [await read(item, 'fr'), (await read(item, 'en'))?.title]
  })

  expect(work).toEqual([null, 'Mentoring starts (en)'])
  await projectWork(payload)
  expect(await rowsOf(item)).toMatchObject([
    { locale: 'en', gone: null },
    { locale: 'fr', gone: 'withdrawn' },
  ])
})

test('a deleted item leaves a row that says so', async () => {
  const item = await createTestItem(payload)
  await item.publish('en')
  await projectWork(payload)
  await payload.delete({ collection: 'news', id: item.id })

  expect(await read(item, 'en')).toBeNull()
  await projectWork(payload)
  expect(await rowsOf(item)).toMatchObject([{ locale: 'en', gone: 'deleted' }])
})

test('a renamed topic is renamed in every document that names it', async () => {
  const topic = await payload.create({ collection: 'topics', locale: 'en', data: { label: 'Finance' } })
  const item = await createTestItem(payload)
  await item.saveDraft('en', { topics: [topic.id] })
  await item.publish('en')
  expect((await read(item, 'en'))?.topics).toMatchObject([{ label: 'Finance', code: 'finance' }])

  await payload.update({ collection: 'topics', id: topic.id, locale: 'en', data: { label: 'Money' } })
  expect((await read(item, 'en'))?.topics).toMatchObject([{ label: 'Money', code: 'finance' }])
})

test('what changes nothing for readers keeps its place in the feed, what does gets a later one', async () => {
  const item = await createTestItem(payload)
  await item.publish('en')
  await projectWork(payload)
  const [before] = await rowsOf(item)
  await item.saveDraft('en', { title: 'Only a draft' })
  await projectWork(payload)
  expect(await rowsOf(item)).toEqual([before])
  await item.publish('en', { title: 'Now for all' })
  await projectWork(payload)
  const [after] = await rowsOf(item)
  expect(Number(after?.seq)).toBeGreaterThan(Number(before?.seq))
})

test('a language that the network no longer speaks is gone for readers', async () => {
  const item = await createTestItem(payload)
  await item.publish('en')
  await item.publish('el')
  await projectWork(payload)
  const speak = (...enabledLocales: Locale[]) =>
    payload.updateGlobal({ slug: 'network', data: { enabledLocales } })
  await speak('en', 'fr')
  await projectWork(payload)
  expect(await read(item, 'el')).toBeNull()
  await speak('en', 'fr', 'el')
  await projectWork(payload)
  expect((await read(item, 'el'))?.title).toBe('Mentoring starts (el)')
})

test('pages follow each other without a gap or a repeat', async () => {
  const seen: string[] = []
  let after: { at: string; id: string } | undefined
  do {
    const page = await readDocuments(payload, {
      collections: ['news'],
      locale: 'en',
      limit: 2,
      ...(after && { after }),
    })
    seen.push(...page.documents.map(({ id }) => id))
    after = page.next ?? undefined
  } while (after !== undefined)
  const all = await readDocuments(payload, { collections: ['news'], locale: 'en', limit: 100 })

  expect(seen).toEqual(all.documents.map(({ id }) => id))
  expect(seen.length).toBeGreaterThan(3)
})
