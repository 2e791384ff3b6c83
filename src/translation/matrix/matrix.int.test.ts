import { expect, test } from 'vitest'

import { sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import { inDays, matrixNetwork } from '../../testing/matrix-network.ts'
import { matrixLanguages } from './matrix-languages.ts'
import { matrixPage } from './matrix-page.ts'
import { everything, type MatrixQuery } from './matrix-query.ts'
import { assignedRequests, lastOutdated, oldestToReview, waitingLanguages } from './waiting.ts'

const languages: readonly Locale[] = ['de', 'fr', 'ar']
const { database, editorId, germanId, ids } = await matrixNetwork()

const ask = (query: Partial<MatrixQuery>, userId: string | null = null) =>
  matrixPage({ ...everything, ...query }, { languages, userId }, database)

const titles = async (query: Partial<MatrixQuery>, userId: string | null = null): Promise<string[]> =>
  (await ask(query, userId)).items.map(({ title }) => title)

const all = ['Mentoring, 100% of it', 'Äpfel und Kredite', 'Zurich fair', 'Untranslated']

test('the first page has the last change first, with every cell of each item', async () => {
  const { items, total, pages } = await ask({})

  expect(items.map(({ title }) => title)).toEqual(all)
  expect({ total, pages }).toEqual({ total: 4, pages: 1 })
  expect(items[0]?.cells.toSorted((one, other) => one.locale.localeCompare(other.locale))).toMatchObject([
    { locale: 'ar', state: 'needs-review', needsReview: 4, current: 16 },
    { locale: 'de', state: 'outdated', outdated: 3, isPublic: true, servedRevision: 1, ownerId: germanId },
    { locale: 'fr', state: 'current', current: 20, isPublic: true, servedRevision: 2 },
  ])
})

test('what is not wanted has no other state, and counts to no column', async () => {
  const { counts, columns } = await ask({})

  expect(counts).toEqual({
    missing: 2,
    machine: 1,
    'in-translation': 0,
    'needs-review': 1,
    current: 1,
    outdated: 1,
    withdrawn: 1,
    unwanted: 1,
  })
  expect(Object.fromEntries(columns)).toEqual({
    de: { current: 0, wanted: 2 },
    fr: { current: 1, wanted: 3 },
    ar: { current: 0, wanted: 2 },
  })
})

test.for<[Partial<MatrixQuery>, string[]]>([
  [{ states: ['outdated'] }, ['Mentoring, 100% of it']],
  [{ states: ['missing'] }, ['Äpfel und Kredite', 'Zurich fair']],
  [{ states: ['unwanted'] }, ['Äpfel und Kredite']],
  [{ states: ['unwanted', 'withdrawn'] }, ['Äpfel und Kredite', 'Zurich fair']],
  [{ text: '100%' }, ['Mentoring, 100% of it']],
  [{ text: '_' }, []],
  [{ text: 'äPFEL' }, ['Äpfel und Kredite']],
  [{ kinds: ['events', 'practices'] }, ['Äpfel und Kredite', 'Zurich fair']],
  [{ owner: 'none' }, ['Mentoring, 100% of it', 'Äpfel und Kredite', 'Zurich fair']],
  [{ deadline: 'late' }, ['Mentoring, 100% of it']],
  [{ deadline: 'week' }, ['Äpfel und Kredite']],
  [{ deadline: 'none', kinds: ['practices'] }, []],
  [{ wantedOnly: true, states: ['unwanted'] }, []],
  [{ states: ['missing'], deadline: 'week' }, ['Äpfel und Kredite']],
  [{ sort: 'title' }, ['Äpfel und Kredite', 'Mentoring, 100% of it', 'Untranslated', 'Zurich fair']],
  [{ sort: 'deadline' }, ['Mentoring, 100% of it', 'Äpfel und Kredite', 'Zurich fair', 'Untranslated']],
])('%j shows %j', async ([query, expected]) => {
  expect(await titles(query)).toEqual(expected)
})

test('"me" is whoever asks', async () => {
  expect(await titles({ owner: 'me' }, germanId)).toEqual(['Mentoring, 100% of it'])
  expect(await titles({ owner: 'me' }, editorId)).toEqual([])
  expect(await titles({ owner: { id: germanId } })).toEqual(['Mentoring, 100% of it'])
})

test('an item matches by one cell that is all that is asked for, not by several together', async () => {
  expect(await titles({ states: ['current'], deadline: 'late' })).toEqual([])
})

test('a column that is not shown makes no item match', async () => {
  const { items } = await matrixPage(
    { ...everything, states: ['outdated'] },
    { languages: ['fr'], userId: null },
    database,
  )
  expect(items).toEqual([])
})

test('the counts are those of the choice without its states, so that they say what another state would show', async () => {
  const { counts } = await ask({ states: ['outdated'], kinds: ['news'] })

  expect(counts).toMatchObject({ outdated: 1, current: 1, 'needs-review': 1, missing: 0 })
})

test('pages follow each other without a gap, and a page behind the last one is empty but knows how many there are', async () => {
  const page = (number: number) =>
    matrixPage({ ...everything, page: number }, { languages, userId: null }, database, 3)

  expect((await page(1)).items.map(({ title }) => title)).toEqual(all.slice(0, 3))
  expect(await page(2)).toMatchObject({ items: [{ title: 'Untranslated' }], total: 4, pages: 2 })
  expect(await page(3)).toMatchObject({ items: [], total: 4, pages: 2 })
})

test('only languages that something is translated into are columns', async () => {
  expect(await matrixLanguages(['en', 'el', 'fr', 'de'], database)).toEqual(['de', 'fr'])
})

test('what waits is told by language: an editor is told of all, a translator of what is theirs or nobody’s', async () => {
  expect(await waitingLanguages(null, database)).toMatchObject([
    { locale: 'ar', toReview: 1, toTranslate: 0 },
    { locale: 'de', toTranslate: 2, outdated: 3, missing: 20, late: 1, outdatedPublic: 1 },
    { locale: 'fr', toTranslate: 2, missing: 20, machine: 20, late: 0 },
  ])
  expect(await waitingLanguages({ locales: ['de'], userId: germanId }, database)).toMatchObject([
    { locale: 'de', toTranslate: 2 },
  ])
  expect(await waitingLanguages({ locales: ['de'], userId: editorId }, database)).toMatchObject([
    { locale: 'de', toTranslate: 1, outdated: 0 },
  ])
})

test('the text that waits longest for a reviewer and the one that changed last are named', async () => {
  expect(await oldestToReview(database)).toMatchObject({ id: ids.mentoring, locale: 'ar' })
  expect(await lastOutdated(database)).toMatchObject({ id: ids.mentoring, locale: 'de' })
})

test('requests are told to whom they were given, until they are delivered', async () => {
  const request = (state: string, deadline: Date | null) =>
    database.execute(sql`
      insert into translation_requests
        (id, collection, item_id, locale, source_revision, state, assignee_id, deadline, segments, characters)
      values (gen_random_uuid(), 'events', ${ids.fair}::uuid, 'de', 1, ${state}, ${germanId}::uuid,
        ${deadline?.toISOString() ?? null}, 7, 300)`)
  await request('cancelled', inDays(1))
  await request('accepted', inDays(9))

  expect(await assignedRequests(germanId, database)).toMatchObject([
    { locale: 'de', count: 1, segments: 7, first: { collection: 'events', id: ids.fair } },
  ])
  expect(await assignedRequests(editorId, database)).toEqual([])
})
