import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import { type Database, databaseOf, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import { rest, signIn } from '../../testing/api.ts'
import { fillMatrixItem } from '../../testing/fill-matrix.ts'
import { matrixLanguages } from './matrix-languages.ts'
import { matrixPage } from './matrix-page.ts'
import { everything, type MatrixQuery } from './matrix-query.ts'
import { assignedRequests, lastOutdated, oldestToReview, waitingLanguages } from './waiting.ts'

const DAY_MS = 24 * 3600 * 1000
const inDays = (days: number): Date => new Date(Date.now() + days * DAY_MS)
const languages: readonly Locale[] = ['de', 'fr', 'ar']

let payload: Payload
let database: Database
let editor: string
let german: string
let germanId: string
let editorId: string
const ids: Record<string, string> = {}

const idOf = async (token: string): Promise<string> => (await rest('/users/me', { as: token })).body.user.id

beforeAll(async () => {
  payload = await getPayload({ config, disableOnInit: true })
  database = databaseOf(payload)
  await payload.updateGlobal({
    slug: 'network',
    locale: 'en',
    data: { name: 'Sample network', enabledLocales: ['en', 'de', 'fr', 'ar', 'el'] },
  })
  editor = await signIn(payload, { roles: ['editor'] })
  german = await signIn(payload, { roles: ['translator'], locales: ['de'] })
  germanId = await idOf(german)
  editorId = await idOf(editor)
  ids.mentoring = await fillMatrixItem(database, {
    title: 'Mentoring, 100% of it',
    changedAt: inDays(-1),
    cells: {
      de: { state: 'outdated', segments: 3, isPublic: true, ownerId: germanId, deadline: inDays(-2) },
      fr: { state: 'current' },
      ar: { state: 'needs-review', segments: 4 },
    },
  })
  ids.loans = await fillMatrixItem(database, {
    collection: 'practices',
    title: 'Äpfel und Kredite',
    sourceLocale: 'de',
    changedAt: inDays(-2),
    cells: { fr: { state: 'missing', deadline: inDays(3) }, ar: { state: 'missing', isWanted: false } },
  })
  ids.fair = await fillMatrixItem(database, {
    collection: 'events',
    title: 'Zurich fair',
    changedAt: inDays(-3),
    cells: {
      de: { state: 'missing', deadline: inDays(20) },
      fr: { state: 'machine', segments: 20 },
      ar: { state: 'withdrawn' },
    },
  })
  ids.alone = await fillMatrixItem(database, { title: 'Untranslated', changedAt: inDays(-4), cells: {} })
})

afterAll(() => payload.destroy())

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
      values (gen_random_uuid(), 'events', ${ids.fair ?? ''}::uuid, 'de', 1, ${state}, ${germanId}::uuid,
        ${deadline?.toISOString() ?? null}, 7, 300)`)
  await request('cancelled', inDays(1))
  await request('accepted', inDays(9))

  expect(await assignedRequests(germanId, database)).toMatchObject([
    { locale: 'de', count: 1, segments: 7, first: { collection: 'events', id: ids.fair } },
  ])
  expect(await assignedRequests(editorId, database)).toEqual([])
})

test.for([
  ['nobody in particular', null, 401],
  ['a contributor', 'contributor', 403],
] as const)('to %s the matrix is closed', async ([, role, status]) => {
  const as = role === null ? null : await signIn(payload, { roles: [role] })

  expect((await rest('/translation/matrix', { as })).status).toBe(status)
  expect((await rest(`/translation/matrix/news/${ids.mentoring}/de`, { as })).status).toBe(status)
  for (const action of ['assign', 'deadline', 'wanted'])
    expect((await rest(`/translation/matrix/${action}`, { as, method: 'POST', body: {} })).status).toBe(
      status,
    )
})

test('over the API the matrix answers the same address as its view, and names what it does not know', async () => {
  const found = await rest('/translation/matrix?state=outdated&languages=de', { as: german })

  expect(found.status).toBe(200)
  expect(found.body).toMatchObject({
    total: 1,
    languages: ['de'],
    items: [{ id: ids.mentoring, cells: [{ locale: 'de', state: 'outdated' }] }],
    columns: { de: { current: 0, wanted: 2 } },
  })
  expect(await rest('/translation/matrix?state=odd', { as: german })).toMatchObject({
    status: 400,
    body: { error: 'unknown-value', field: 'state' },
  })
})

test('a cell tells what changed, what readers see meanwhile and who answers for it', async () => {
  const { body } = await rest(`/translation/matrix/news/${ids.mentoring}/de`, { as: editor })

  expect(body).toMatchObject({
    sentences: [
      expect.stringMatching(/^The source changed on /),
      '17 of 20 segments stay approved.',
      'Readers still see the text that was approved before.',
    ],
    owner: expect.stringMatching(/^translator, due /),
    isLate: true,
    open: 'Open 3 segments',
  })
  expect((await rest(`/translation/matrix/news/${ids.mentoring}/el`, { as: editor })).status).toBe(404)
})

const cellOf = async (id: string | undefined, locale: Locale) => {
  const { rows } = await database.execute<{
    owner_id: string | null
    deadline: string | null
    is_wanted: boolean
  }>(sql`
    select owner_id, deadline, is_wanted from translation_locales
    where item_id = ${id ?? ''}::uuid and locale = ${locale}`)
  return rows[0]
}

const post = (action: string, as: string, id: string | undefined, locales: readonly string[], more: object) =>
  rest(`/translation/matrix/${action}`, {
    as,
    method: 'POST',
    body: { items: [{ collection: 'events', id }], locales, ...more },
  })

test('an editor gives cells to somebody, and only the selected ones', async () => {
  const answer = await post('assign', editor, ids.fair, ['fr'], { ownerId: editorId })

  expect(answer).toMatchObject({ status: 200, body: { changed: 1 } })
  expect(await cellOf(ids.fair, 'fr')).toMatchObject({ owner_id: editorId })
  expect(await cellOf(ids.fair, 'de')).toMatchObject({ owner_id: null })
  expect(await cellOf(ids.loans, 'fr')).toMatchObject({ owner_id: null })
})

test('nobody is given a language that they do not translate', async () => {
  expect(await post('assign', editor, ids.fair, ['de', 'fr'], { ownerId: germanId })).toMatchObject({
    status: 422,
    body: { error: 'does-not-translate', field: 'ownerId', locales: ['fr'] },
  })
  const contributor = await idOf(await signIn(payload, { roles: ['contributor'] }))
  expect(await post('assign', editor, ids.fair, ['de'], { ownerId: contributor })).toMatchObject({
    status: 422,
    body: { error: 'no-such-person', field: 'ownerId' },
  })
})

test('a translator takes over what nobody answers for, in their own languages, and nothing else', async () => {
  expect(await post('assign', german, ids.fair, ['fr'], { ownerId: germanId })).toMatchObject({
    status: 403,
    body: { error: 'not-your-language', locales: ['fr'] },
  })
  expect(await post('assign', german, ids.fair, ['de'], { ownerId: editorId })).toMatchObject({
    status: 403,
    body: { error: 'only-oneself' },
  })
  expect(await post('assign', german, ids.fair, ['de'], { ownerId: null })).toMatchObject({ status: 403 })
  expect(await post('assign', german, ids.fair, ['de'], { ownerId: germanId })).toMatchObject({
    status: 200,
    body: { changed: 1 },
  })
  await post('assign', editor, ids.fair, ['de'], { ownerId: editorId })
  expect(await post('assign', german, ids.fair, ['de'], { ownerId: germanId })).toMatchObject({
    status: 200,
    body: { changed: 0 },
  })
  expect(await cellOf(ids.fair, 'de')).toMatchObject({ owner_id: editorId })
})

test('an editor sets deadlines and takes them away; a translator does not', async () => {
  const at = '2026-12-24T23:59:59.000Z'
  expect(await post('deadline', german, ids.fair, ['de'], { deadline: at })).toMatchObject({ status: 403 })

  await post('deadline', editor, ids.fair, ['de', 'fr'], { deadline: at })
  expect(new Date((await cellOf(ids.fair, 'fr'))?.deadline ?? 0).toISOString()).toBe(at)
  await post('deadline', editor, ids.fair, ['fr'], { deadline: null })
  expect(await cellOf(ids.fair, 'fr')).toMatchObject({ deadline: null })
})

test('an editor says what is wanted in a language; a translator does not', async () => {
  expect(await post('wanted', german, ids.fair, ['de'], { wanted: false })).toMatchObject({ status: 403 })

  await post('wanted', editor, ids.fair, ['ar'], { wanted: false })
  expect(await cellOf(ids.fair, 'ar')).toMatchObject({ is_wanted: false })
})

test.for([
  ['assign', { ownerId: 'me' }, 'ownerId'],
  ['deadline', { deadline: 'soon' }, 'deadline'],
  ['deadline', {}, 'deadline'],
  ['wanted', { wanted: 'yes' }, 'wanted'],
  ['wanted', { wanted: true, locales: ['xx'] }, 'locales'],
  ['wanted', { wanted: true, items: [] }, 'items'],
  ['wanted', { wanted: true, items: [{ collection: 'users', id: 'x' }] }, 'items'],
] as const)('%s with %j names the field that is wrong', async ([action, more, field]) => {
  expect(await post(action, editor, ids.fair, ['de'], more)).toMatchObject({ status: 400, body: { field } })
})
