import { randomUUID } from 'node:crypto'

import type { Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import { locales } from '../../i18n/locales.ts'
import { emptying } from '../../testing/emptying.ts'

process.env.PSEUDO_TRANSLATION = '1'
// The product reads its environment when it is imported.
const { getPayload } = await import('payload')
const { default: config } = await import('../../../payload.config.ts')
const { databaseOf, sql } = await import('../../database/database.ts')
const { apiConsumer, rest, signIn } = await import('../../testing/api.ts')
const { createTestNetwork } = await import('../../testing/create-network.ts')
const { createSource, writeAsPerson } = await import('../../testing/translation-source.ts')
const { runTranslation } = await import('./run-translation.ts')
const { refreshLocales } = await import('../sync/refresh-locales.ts')
const { translationTools } = await import('./translation-tools.ts')

let payload: Payload
let editor: string
let german: string
let greek: string
let contributor: string
let consumer: string
const database = () => databaseOf(payload)
const wanted = locales.filter((locale) => ['de', 'fr', 'el', 'ar'].includes(locale))

beforeAll(async () => {
  payload = await getPayload({ config })
  await createTestNetwork(payload, ['en', ...wanted])
  editor = await signIn(payload, { roles: ['editor'] })
  german = await signIn(payload, { roles: ['translator'], locales: ['de', 'fr'] })
  greek = await signIn(payload, { roles: ['translator'], locales: ['el'] })
  contributor = await signIn(payload, { roles: ['contributor'] })
  consumer = await apiConsumer(payload)
})
afterAll(() => payload.destroy())
beforeEach(async () => {
  await database().execute(
    emptying(`
      translation_items translation_segments translation_targets translation_locales
      translation_requests translation_request_log translation_usage
    `),
  )
})

const texts = { title: 'Mentoring starts', teaser: 'Six ⟦1⟧months⟦/1⟧' }
const post = (path: string, as: string | null, body: unknown = {}) =>
  rest(`/translation/requests${path}`, { as, method: 'POST', body })
const meOf = async (as: string) => (await rest('/users/me', { as })).body.user.id

async function ask(item: unknown, more: object = {}, as = editor) {
  return post('', as, { items: [item], locales: ['de'], ...more })
}

test('a count says before anything is sent what it comes to, pair by pair, and why some are left out', async () => {
  const item = await createSource(database(), texts)
  await writeAsPerson(database(), item, { locale: 'fr', key: 'title', text: 'Le mentorat' })
  await writeAsPerson(database(), item, { locale: 'fr', key: 'teaser', text: 'Six mois' })
  const unknown = randomUUID()
  const { status, body } = await post('/count', editor, {
    items: [item, { collection: 'news', id: unknown }],
    locales: ['de', 'fr', 'en', 'sq'],
    engine: 'pseudo',
  })

  expect(status).toBe(200)
  expect(body.requests).toEqual([
    { collection: 'news', itemId: item.id, locale: 'de', sourceRevision: 1, segments: 2, characters: 26 },
  ])
  expect(body.total).toEqual({ requests: 1, segments: 2, characters: 26 })
  expect(body.leftOut.filter(({ itemId }: { itemId: string }) => itemId === item.id)).toEqual([
    { collection: 'news', itemId: item.id, locale: 'en', reason: 'source-locale' },
    { collection: 'news', itemId: item.id, locale: 'fr', reason: 'nothing-to-translate' },
    { collection: 'news', itemId: item.id, locale: 'sq', reason: 'not-enabled' },
  ])
  expect(body.leftOut.filter(({ itemId }: { itemId: string }) => itemId === unknown)).toHaveLength(4)
  expect(body.budget).toMatchObject({ used: 0, left: 500_000 })
  const { rows } = await database().execute(sql`select count(*)::int as asked from translation_requests`)
  expect(rows).toEqual([{ asked: 0 }])
})

test('a locale that is not wanted for an item is left out', async () => {
  const item = await createSource(database(), texts)
  await refreshLocales(item, database())
  await database().execute(sql`update translation_locales set is_wanted = false where locale = 'de'`)
  const { status, body } = await ask(item)

  expect([status, body.leftOut[0].reason, body.field]).toEqual([422, 'unwanted', 'items'])
})

test('a request names its translator and deadline where everybody looks for them', async () => {
  const item = await createSource(database(), texts)
  await refreshLocales(item, database())
  const assigneeId = await meOf(german)
  const deadline = `${new Date().getUTCFullYear() + 1}-03-01T09:00:00.000Z`
  const { status, body } = await ask(item, { assigneeId, deadline })

  expect(status).toBe(201)
  const { rows } = await database().execute<Record<string, unknown>>(
    sql`select owner_id, deadline from translation_locales where locale = 'de' and item_id = ${item.id}`,
  )
  expect(rows.map((row) => [row.owner_id, new Date(String(row.deadline)).toISOString()])).toEqual([
    [assigneeId, deadline],
  ])
  const read = await rest(`/translation/requests/${body.created[0].id}`, { as: german })
  expect(read.body).toMatchObject({
    state: 'requested',
    assigneeId,
    deadline,
    title: texts.title,
    engine: null,
  })
  expect(read.body.log).toMatchObject([{ state: 'requested', actor: 'editor' }])
})

test('a person accepts, starts and delivers; an editor reviews; each step is in the log with who took it', async () => {
  const { body } = await ask(await createSource(database(), texts))
  const { id } = body.created[0]
  const steps = []
  for (const [action, as] of [
    ['accept', german],
    ['start', german],
    ['deliver', german],
    ['review', editor],
  ] as const)
    steps.push((await post(`/${id}/${action}`, as)).body.state)

  expect(steps).toEqual(['accepted', 'in-progress', 'delivered', 'in-review'])
  const { body: read } = await rest(`/translation/requests/${id}`, { as: editor })
  expect(read.assigneeId).toBe(await meOf(german))
  expect(read.log.map(({ state, actor }: { state: string; actor: string }) => `${state} ${actor}`)).toEqual([
    'requested editor',
    'accepted translator',
    'in-progress translator',
    'delivered translator',
    'in-review editor',
  ])
})

test('a newer request supersedes the open one, and two that are asked for at once leave one', async () => {
  const item = await createSource(database(), texts)
  await ask(item)
  await Promise.all([ask(item), ask(item), ask(item)])
  const { rows } = await database().execute<{ state: string; requests: number }>(
    sql`select state, count(*)::int as requests from translation_requests where state = 'requested' group by state`,
  )

  expect(rows).toEqual([{ state: 'requested', requests: 1 }])
})

test('an engine is set to work by the request, and the log says how far it is', async () => {
  const { body } = await ask(await createSource(database(), texts), { engine: 'pseudo' })
  const { id } = body.created[0]
  const { rows } = await database().execute<{ jobs: number }>(
    sql`select count(*)::int as jobs from pgboss.job where name = 'run-translation' and data->>'requestId' = ${id}`,
  )
  expect(rows).toEqual([{ jobs: 1 }])
  await runTranslation(payload, id, translationTools)

  expect((await rest(`/translation/requests/${id}`, { as: german })).body).toMatchObject({
    state: 'in-review',
    engine: 'pseudo',
  })
})

test.for([
  [{ items: [] }, 400, 'items'],
  [{ items: [{ collection: 'users', id: randomUUID() }] }, 400, 'items.0.collection'],
  [{ items: [{ collection: 'news', id: 'x' }] }, 400, 'items.0.id'],
  [{ locales: ['xx'] }, 400, 'locales.0'],
  [{ locales: [] }, 400, 'locales'],
  [{ engine: 'oracle' }, 400, 'engine'],
  [{ engine: 'deepl' }, 422, 'engine'],
  [{ deadline: 'tomorrow' }, 400, 'deadline'],
  [{ deadline: '2020-01-01T00:00:00Z' }, 422, 'deadline'],
  [{ assigneeId: randomUUID() }, 422, 'assigneeId'],
  [{ locales: ['en'] }, 422, 'items'],
] as const)('%j is refused with %i, which names %s and says what to do', async ([wish, status, field]) => {
  const item = await createSource(database(), texts)
  const answered = await ask(item, wish)

  expect([answered.status, answered.body.field]).toEqual([status, field])
  expect(answered.body.message).toMatch(/\. |\.$/u)
})

test('somebody cannot be given languages that they do not translate into', async () => {
  const item = await createSource(database(), texts)
  const { status, body } = await ask(item, { assigneeId: await meOf(greek) })

  expect([status, body.error, body.field]).toEqual([422, 'assignee-cannot', 'assigneeId'])
})

test('editors ask and cancel; translators do neither; nobody else sees anything', async () => {
  const item = await createSource(database(), texts)
  const { body } = await ask(item)
  const { id } = body.created[0]
  const statuses = []
  for (const as of [null, consumer, contributor, greek, german])
    statuses.push([
      (await ask(item, {}, as as string)).status,
      (await post('/count', as, { items: [item], locales: ['de'] })).status,
      (await rest('/translation/requests', { as })).status,
      (await rest(`/translation/requests/${id}`, { as })).status,
      (await rest('/translation/engines', { as })).status,
      (await post(`/${id}/cancel`, as)).status,
      (await post(`/${id}/review`, as)).status,
    ])

  expect(statuses).toEqual([
    [401, 401, 401, 401, 401, 401, 401],
    [403, 403, 403, 403, 403, 403, 403],
    [403, 403, 403, 403, 403, 403, 403],
    [403, 403, 200, 404, 200, 403, 403],
    [403, 403, 200, 200, 200, 403, 403],
  ])
  expect((await post(`/${id}/cancel`, editor)).body.state).toBe('cancelled')
})

test('translators see the requests of their languages only, whatever they ask for', async () => {
  const item = await createSource(database(), texts)
  await post('', editor, { items: [item], locales: ['de', 'fr', 'el'] })
  const seen = async (as: string, query = '') =>
    (await rest(`/translation/requests${query}`, { as })).body.requests.map(
      ({ locale }: { locale: string }) => locale,
    )

  expect((await seen(editor)).toSorted()).toEqual(['de', 'el', 'fr'])
  expect((await seen(german)).toSorted()).toEqual(['de', 'fr'])
  expect(await seen(greek)).toEqual(['el'])
  expect(await seen(greek, '?language=de')).toEqual([])
  expect(await seen(editor, '?language=de&state=requested&engine=none')).toEqual(['de'])
  expect(await seen(editor, '?state=cancelled')).toEqual([])
  expect((await rest('/translation/requests?state=lost', { as: editor })).body).toMatchObject({
    field: 'state',
  })
})

test('a request that somebody else accepted is theirs', async () => {
  const { body } = await ask(await createSource(database(), texts))
  const { id } = body.created[0]
  await post(`/${id}/accept`, german)
  const other = await signIn(payload, { roles: ['translator'], locales: ['de'] })

  expect((await post(`/${id}/deliver`, other)).status).toBe(403)
})

test('two translators who accept at once: one has it', async () => {
  const { body } = await ask(await createSource(database(), texts))
  const { id } = body.created[0]
  const other = await signIn(payload, { roles: ['translator'], locales: ['de'] })
  const answers = await Promise.all([post(`/${id}/accept`, german), post(`/${id}/accept`, other)])

  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 403])
})

test('a rejection says why', async () => {
  const { body } = await ask(await createSource(database(), texts))
  const { id } = body.created[0]

  expect((await post(`/${id}/reject`, german, { reason: ' ' })).body.field).toBe('reason')
  expect((await post(`/${id}/reject`, german, { reason: 'On leave' })).body.state).toBe('rejected')
  const { body: read } = await rest(`/translation/requests/${id}`, { as: editor })
  expect(read.log.at(-1)).toMatchObject({ state: 'rejected', reason: 'On leave' })
})

test('what failed is asked for again unless something newer is open', async () => {
  const item = await createSource(database(), texts)
  const { body } = await ask(item)
  const { id } = body.created[0]
  await post(`/${id}/reject`, german, { reason: 'On leave' })
  const newer = await ask(item)
  expect((await post(`/${id}/retry`, editor)).body.error).toBe('another-open')

  await post(`/${newer.body.created[0].id}/cancel`, editor)
  expect((await post(`/${id}/retry`, editor)).body.state).toBe('requested')
  expect((await post(`/${id}/retry`, editor)).body).toMatchObject({
    error: 'wrong-state',
    state: 'requested',
  })
})

test('engines are named with what they can do and what is left of the month', async () => {
  const { body } = await rest('/translation/engines', { as: german })

  expect(body.engines.map(({ name, mode }: { name: string; mode: string }) => `${name} ${mode}`)).toEqual([
    'pseudo answers',
  ])
  expect(body.engines[0].pairs).toContainEqual({
    source: 'en',
    target: 'ar',
    formality: false,
    glossary: false,
  })
  expect(body.budget).toEqual({ charactersPerMonth: 500_000, used: 0, left: 500_000, byEngine: [] })
})

test('fifty items in 24 languages are asked for at once, each with its log and its job', async () => {
  const many = ['en', ...locales.filter((locale) => locale !== 'en').slice(0, 24)] as typeof wanted
  await payload.updateGlobal({ slug: 'network', data: { enabledLocales: many } })
  const paragraphs = Object.fromEntries(
    Array.from({ length: 40 }, (_, index) => [`body#${index}`, `Paragraph ${index} of the text`]),
  )
  const items = []
  for (let index = 0; index < 50; index += 1) items.push(await createSource(database(), paragraphs))
  await database().execute(sql`delete from pgboss.job where name = 'run-translation'`)
  const { status, body } = await post('', editor, { items, locales: many.slice(1), engine: 'pseudo' })

  expect([status, body.created.length]).toEqual([201, 1200])
  const { rows } = await database().execute(sql`
    select (select count(*)::int from translation_request_log) as logged,
      (select count(*)::int from pgboss.job where name = 'run-translation') as jobs
  `)
  expect(rows).toEqual([{ logged: 1200, jobs: 1200 }])
})
