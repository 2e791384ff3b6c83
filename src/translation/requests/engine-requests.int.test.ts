import type { Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import { fakeLibreTranslate } from '../../testing/fake-libretranslate.ts'

const server = await fakeLibreTranslate()
process.env.LIBRETRANSLATE_URL = server.url
process.env.LIBRETRANSLATE_API_KEY = server.apiKey ?? ''
process.env.PSEUDO_TRANSLATION = '1'
process.env.ALLOWED_PRIVATE_HOSTS = new URL(server.url).host
// The product reads its environment when it is imported, so that comes after the engine has its address.
const { getPayload } = await import('payload')
const { default: config } = await import('../../../payload.config.ts')
const { databaseOf, sql } = await import('../../database/database.ts')
const { createTestNetwork } = await import('../../testing/create-network.ts')
const { changeSource, createSource, targetTexts, writeAsPerson } = await import(
  '../../testing/translation-source.ts'
)
const { changeRequest } = await import('./change-request.ts')
const { createRequests } = await import('./create-requests.ts')
const { dueRequests, releaseLapsedRequests } = await import('./due-requests.ts')
const { claimRequest, giveUp, putBack, reserve } = await import('./held-request.ts')
const { planRequests } = await import('./plan-requests.ts')
const { readLogs, readRequest } = await import('./read-requests.ts')
const { openJob, runTranslation, takeStep } = await import('./run-translation.ts')
const { translationTools } = await import('./translation-tools.ts')
const { sweepRequests } = await import('./sweep-requests.ts')

type Item = Awaited<ReturnType<typeof createSource>>

let payload: Payload
const database = () => databaseOf(payload)
const editor = { id: crypto.randomUUID(), locales: null }

beforeAll(async () => {
  payload = await getPayload({ config })
  await createTestNetwork(payload, ['en', 'de', 'fr', 'el', 'ar'])
})
afterAll(async () => {
  await payload.destroy()
  await server[Symbol.asyncDispose]()
})
beforeEach(async () => {
  await database().execute(sql`
    truncate translation_items, translation_segments, translation_targets, translation_locales, translation_requests,
      translation_request_log, translation_usage
  `)
  await payload.updateGlobal({ slug: 'network', data: { machineCharactersPerMonth: 100_000 } })
})

const texts = {
  title: 'Mentoring starts in spring',
  teaser: 'A programme of six months.',
  'body#a': 'Ask ⟦1⟧our advisers⟦/1⟧ at help@emen.example.',
}

/** Asks an engine for one item in one locale. */
async function ask(
  item: Item,
  locale: 'de' | 'fr' | 'el' | 'ar' = 'fr',
  engine: 'libretranslate' | 'pseudo' = 'libretranslate',
): Promise<string> {
  const plan = await planRequests(
    { items: [item], locales: [locale], engine },
    { enabledLocales: ['en', 'de', 'fr', 'el', 'ar'], capabilities: null },
    database(),
  )
  const [created] = await createRequests(payload, plan.requests, {
    engine,
    assigneeId: null,
    deadline: null,
    requestedBy: editor.id,
  })
  return created?.id ?? ''
}

const run = (id: string, tools = translationTools) => runTranslation(payload, id, tools)
const makeDue = (id: string) =>
  database().execute(sql`update translation_requests set due_at = now() where id = ${id}`)
const killWorker = () =>
  database().execute(
    sql`update translation_requests set lease_until = now() - interval '1 second' where lease_token is not null`,
  )

async function situation(id: string) {
  const request = await readRequest(id, null, database())
  return [request?.state, request?.reason].filter((part) => part !== null).join(' ')
}
async function log(id: string) {
  const entries = (await readLogs([id], database())).get(id) ?? []
  return entries.map(({ state, reason }) => [state, reason].filter((part) => part !== null).join(' '))
}
async function used() {
  const { rows } = await database().execute<{ engine: string; characters: number }>(
    sql`select engine, characters from translation_usage order by engine`,
  )
  return Object.fromEntries(rows.map(({ engine, characters }) => [engine, characters]))
}
const CHARACTERS = 26 + 26 + 38

test('an engine fills in what is missing as machine drafts, and they await review', async () => {
  const item = await createSource(database(), texts)
  const id = await ask(item)
  await run(id)

  expect(await targetTexts(database(), item, 'fr')).toEqual({
    title: 'fr-Mentoring fr-starts fr-in fr-spring (machine, libretranslate)',
    teaser: 'fr-A fr-programme fr-of fr-six fr-months. (machine, libretranslate)',
    'body#a': 'fr-Ask ⟦1⟧fr-our fr-advisers⟦/1⟧ fr-at help@emen.example. (machine, libretranslate)',
  })
  expect(await situation(id)).toBe('in-review')
  expect(await log(id)).toEqual(['requested', 'in-progress', 'delivered', 'in-review'])
  expect(await used()).toEqual({ all: CHARACTERS, libretranslate: CHARACTERS })
  const { rows } = await database().execute(
    sql`select machine, missing, state from translation_locales where item_id = ${item.id} and locale = 'fr'`,
  )
  expect(rows).toEqual([{ machine: 3, missing: 0, state: 'machine' }])
})

test('only what changed is sent again', async () => {
  const item = await createSource(database(), texts)
  await run(await ask(item))
  await changeSource(database(), item, 'teaser', 'A programme of nine months.')
  const id = await ask(item)
  await run(id)

  expect(await readRequest(id, null, database())).toMatchObject({
    segments: 1,
    characters: 27,
    sourceRevision: 2,
  })
  expect((await used()).all).toBe(CHARACTERS + 27)
  expect((await targetTexts(database(), item, 'fr')).teaser).toContain('fr-nine')
})

test('what a person wrote is never overwritten, outdated or not', async () => {
  const item = await createSource(database(), texts)
  await writeAsPerson(database(), item, { locale: 'fr', key: 'title', text: 'Le mentorat' })
  await writeAsPerson(database(), item, {
    locale: 'fr',
    key: 'teaser',
    text: 'Six mois',
    state: 'in-translation',
  })
  await changeSource(database(), item, 'title', 'Mentoring starts in autumn')
  await changeSource(database(), item, 'teaser', 'A programme of ten months.')
  const id = await ask(item)
  await run(id)

  expect(await readRequest(id, null, database())).toMatchObject({ segments: 1 })
  expect(await targetTexts(database(), item, 'fr')).toMatchObject({
    title: 'Le mentorat (approved, person)',
    teaser: 'Six mois (in-translation, person)',
  })
})

test('what a person writes while the engine works stays, and the log says so', async () => {
  const item = await createSource(database(), texts)
  const id = await ask(item)
  const engines = new Map(translationTools.engines)
  const engine = engines.get('libretranslate')
  if (engine === undefined) throw new Error('there is no engine')
  engines.set('libretranslate', {
    ...engine,
    translate: async (batch, options) => {
      await writeAsPerson(database(), item, { locale: 'fr', key: 'title', text: 'Le mentorat' })
      return engine.translate(batch, options)
    },
  })
  await run(id, { ...translationTools, engines })

  expect((await targetTexts(database(), item, 'fr')).title).toBe('Le mentorat (approved, person)')
  expect(await log(id)).toContain('in-progress piece-refused|overtaken|title')
  expect(await situation(id)).toBe('in-review some-refused')
})

test('a source that changes while the engine works takes nothing that was made from the old one', async () => {
  const item = await createSource(database(), texts)
  const id = await ask(item)
  const engines = new Map(translationTools.engines)
  const engine = engines.get('libretranslate')
  if (engine === undefined) throw new Error('there is no engine')
  engines.set('libretranslate', {
    ...engine,
    translate: async (batch, options) => {
      await changeSource(database(), item, 'title', 'Mentoring ends in spring')
      return engine.translate(batch, options)
    },
  })
  await run(id, { ...translationTools, engines })

  expect(Object.keys(await targetTexts(database(), item, 'fr'))).toEqual(['body#a', 'teaser'])
  expect(await log(id)).toContain('in-progress piece-refused|overtaken|title')
})

const TITLE = 'fr-Mentoring fr-starts fr-in fr-spring'

test.for([
  ['a lost mark', 'body#a', 'mark-lost', (markup: string) => markup.replaceAll(/<\/?x-m[^>]*>/gu, '')],
  ['a lost address', 'body#a', 'protected-lost', (markup: string) => markup.replace(/<x-k.*<\/x-k>/u, '')],
  ['foreign markup', 'title', 'markup', (markup: string) => markup.replace(TITLE, `<b>${TITLE}</b>`)],
  ['nothing', 'title', 'empty', (markup: string) => markup.replace(TITLE, ' ')],
  ['the source itself', 'title', 'unchanged', (markup: string) => markup.replace(TITLE, texts.title)],
] as const)('%s refuses that segment alone', async ([, key, fault, mangle]) => {
  const item = await createSource(database(), texts)
  const id = await ask(item)
  server.failNext({ mangle })
  await run(id)

  expect(Object.keys(await targetTexts(database(), item, 'fr'))).toEqual(
    ['body#a', 'teaser', 'title'].filter((each) => each !== key),
  )
  expect(await log(id)).toEqual([
    'requested',
    'in-progress',
    `in-progress piece-refused|${fault}|${key}`,
    'delivered',
    'in-review some-refused',
  ])
})

test('a translation that breaks the glossary is refused, and words that stay are kept', async () => {
  await payload.create({
    collection: 'glossary',
    data: { term: 'EMEN', sourceLocale: 'en', doNotTranslate: true },
  })
  await payload.create({
    collection: 'glossary',
    locale: 'fr',
    data: { term: 'mentoring', sourceLocale: 'en', translation: 'parrainage' },
  })
  const texts = { title: 'Mentoring by EMEN', teaser: 'EMEN meets.' }
  const item = await createSource(database(), texts)
  const id = await ask(item)
  await run(id)
  const arabic = await ask(item, 'ar', 'pseudo')
  await run(arabic)
  await payload.delete({ collection: 'glossary', where: { id: { exists: true } } })

  expect(await targetTexts(database(), item, 'fr')).toEqual({
    teaser: 'EMEN fr-meets. (machine, libretranslate)',
  })
  expect(await log(id)).toContain('in-progress piece-refused|glossary|title')
  // Letters that are no language cannot follow it, but keep what stays.
  expect(await situation(arabic)).toBe('in-review')
  expect((await targetTexts(database(), item, 'ar')).title).toContain('EMEN')
})

test('when nothing can be taken the request has failed, and a person can ask again', async () => {
  const item = await createSource(database(), { title: texts.title })
  const id = await ask(item)
  server.failNext({ mangle: () => '' })
  await run(id)
  expect(await situation(id)).toBe('failed all-refused')

  const again = await changeRequest(id, 'retry', { actor: editor, reason: null }, database())
  await run(id)
  expect(again).toMatchObject({ outcome: 'done', state: 'requested' })
  expect(await situation(id)).toBe('in-review')
})

test('numbers and addresses cost nothing and need no engine', async () => {
  const item = await createSource(database(), { title: '40 %', teaser: 'https://emen.example' })
  const before = server.requests()
  const id = await ask(item)
  await run(id)

  expect(server.requests()).toBe(before)
  expect(await targetTexts(database(), item, 'fr')).toEqual({
    title: '40 % (machine, libretranslate)',
    teaser: 'https://emen.example (machine, libretranslate)',
  })
  expect(await used()).toEqual({})
})

test('a long item goes in several requests, and what came back stays when a later one fails', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 12 }, (_, index) => [`body#${index}`, `Paragraph ${index} says this`]),
  )
  const item = await createSource(database(), many)
  const id = await ask(item)
  server.failNext({ mangle: (markup) => markup })
  server.failNext({ status: 429, headers: { 'retry-after': '60' } })
  await run(id)

  expect(Object.keys(await targetTexts(database(), item, 'fr')).length).toBe(10)
  expect(await situation(id)).toBe('in-progress rate-limited')
  const request = await readRequest(id, null, database())
  expect(request?.attempts).toBe(1)
  await makeDue(id)
  await run(id)
  expect(Object.keys(await targetTexts(database(), item, 'fr')).length).toBe(12)
  expect(await situation(id)).toBe('in-review')
})

test.for([
  [{ status: 429, headers: { 'retry-after': '3600' } }, 'in-progress rate-limited', 0],
  [{ status: 503 }, 'in-progress unavailable', 0],
  [{ status: 403 }, 'failed unauthorised', 0],
  [{ status: 413 }, 'failed too-large', 0],
  [{ status: 400 }, 'failed refused', 0],
  // It may have been translated, so it stays counted.
  [{ hangUp: 'after' }, 'in-progress unclear', CHARACTERS],
  [{ garbage: true }, 'in-progress unclear', CHARACTERS],
] as const)(
  'after %j the request is %s and %i characters are counted',
  async ([fault, expected, counted]) => {
    const item = await createSource(database(), texts)
    const id = await ask(item)
    server.failNext(fault)
    await run(id)

    expect(await situation(id)).toBe(expected)
    expect((await used()).all).toBe(counted)
    expect(await targetTexts(database(), item, 'fr')).toEqual({})
  },
)

test('an engine is not asked again before the time that it named', async () => {
  const item = await createSource(database(), texts)
  const id = await ask(item)
  server.failNext({ status: 429, headers: { 'retry-after': '3600' } })
  await run(id)
  const asked = server.requests()
  await run(id)

  expect(server.requests()).toBe(asked)
  const { rows } = await database().execute<{ late: boolean }>(
    sql`select due_at > now() + interval '59 minutes' as late from translation_requests where id = ${id}`,
  )
  expect(rows).toEqual([{ late: true }])
})

test('what may have been paid for is asked for three times, and then left to a person', async () => {
  const item = await createSource(database(), texts)
  const id = await ask(item)
  for (let attempt = 0; attempt < 3; attempt += 1) {
    server.failNext({ hangUp: 'after' })
    await run(id)
    await makeDue(id)
  }
  await run(id)

  expect(await situation(id)).toBe('unconfirmed unclear')
  expect((await used()).all).toBe(3 * CHARACTERS)
})

test('two workers translate once', async () => {
  const item = await createSource(database(), texts)
  const id = await ask(item)
  const before = server.requests()
  await Promise.all([run(id), run(id), run(id)])

  expect(server.requests()).toBe(before + 1)
  expect((await used()).all).toBe(CHARACTERS)
})

test('two workers cannot both take the last characters of the month', async () => {
  await payload.updateGlobal({ slug: 'network', data: { machineCharactersPerMonth: 5 * CHARACTERS + 10 } })
  const items = await Promise.all(Array.from({ length: 8 }, () => createSource(database(), texts)))
  const ids = []
  for (const item of items) ids.push(await ask(item))
  await Promise.all(ids.map((id) => run(id)))
  const situations = []
  for (const id of ids) situations.push(await situation(id))

  expect((await used()).all).toBe(5 * CHARACTERS)
  expect(situations.toSorted()).toEqual([
    ...Array.from({ length: 3 }, () => 'failed over-budget'),
    ...Array.from({ length: 5 }, () => 'in-review'),
  ])
})

test('pseudo-translations are free', async () => {
  await payload.updateGlobal({ slug: 'network', data: { machineCharactersPerMonth: 0 } })
  const item = await createSource(database(), texts)
  const id = await ask(item, 'ar', 'pseudo')
  await run(id)

  expect(await situation(id)).toBe('in-review')
  expect((await used()).all).toBe(0)
  expect((await targetTexts(database(), item, 'ar'))['body#a']).toMatch(
    /^\[.+⟦1⟧.+⟦\/1⟧.+help@emen\.example\.\]/u,
  )
})

test('a pair that the engine does not have is not sent', async () => {
  const item = await createSource(database(), texts)
  const id = await ask(item)
  await database().execute(sql`update translation_requests set locale = 'sq' where id = ${id}`)
  const before = server.requests()
  await run(id)

  expect(await situation(id)).toBe('failed unsupported-pair')
  expect(server.requests()).toBe(before)
  expect(await used()).toEqual({})
})

test.for([
  ['cancelled', (id: string) => changeRequest(id, 'cancel', { actor: editor, reason: null }, database())],
  ['superseded', async (_id: string, item: Item) => void (await ask(item))],
] as const)('what comes back for a request that was %s meanwhile is dropped', async ([state, decide]) => {
  const item = await createSource(database(), texts)
  const id = await ask(item)
  const engines = new Map(translationTools.engines)
  const engine = engines.get('libretranslate')
  if (engine === undefined) throw new Error('there is no engine')
  engines.set('libretranslate', {
    ...engine,
    translate: async (batch, options) => {
      await decide(id, item)
      return engine.translate(batch, options)
    },
  })
  await run(id, { ...translationTools, engines })

  expect(await situation(id)).toBe(state)
  expect(await targetTexts(database(), item, 'fr')).toEqual({})
})

test('a request that is cancelled before it is sent costs nothing', async () => {
  const item = await createSource(database(), texts)
  const id = await ask(item)
  const held = await claimRequest(id, database())
  if (held === null) throw new Error('it could not be claimed')
  await changeRequest(id, 'cancel', { actor: editor, reason: null }, database())

  expect(await reserve(held, { characters: 50, charactersPerMonth: 100 }, database())).toEqual({
    outcome: 'lost',
  })
  expect(await used()).toEqual({})
})

test('characters that were never sent are given back, even when the request was cancelled meanwhile', async () => {
  const item = await createSource(database(), texts)
  const id = await ask(item)
  const held = await claimRequest(id, database())
  if (held === null) throw new Error('it could not be claimed')
  const reserved = await reserve(held, { characters: 50, charactersPerMonth: 100 }, database())
  if (reserved.outcome !== 'reserved') throw new Error('nothing was reserved')
  await changeRequest(id, 'cancel', { actor: editor, reason: null }, database())

  expect(
    await putBack(held, { reason: 'unavailable', dueAt: new Date(), refund: reserved.refund }, database()),
  ).toBe(false)
  expect(await used()).toEqual({ all: 0, libretranslate: 0 })
  expect(await situation(id)).toBe('cancelled')
})

test.for([
  ['after it was claimed', 0, 0],
  ['after its characters were counted', 1, CHARACTERS],
] as const)(
  'a worker that is killed %s leaves a request that another one finishes',
  async ([, steps, lost]) => {
    const item = await createSource(database(), texts)
    const id = await ask(item)
    const held = await claimRequest(id, database())
    if (held === null) throw new Error('it could not be claimed')
    if (steps > 0) await reserve(held, { characters: CHARACTERS, charactersPerMonth: 100_000 }, database())
    await killWorker()
    await releaseLapsedRequests(['etranslation'], database())
    expect(await dueRequests(10, database())).toEqual([id])
    await run(id)

    expect(await situation(id)).toBe('in-review')
    // It cannot be told whether they left, so they stay counted beside those of the second attempt.
    expect((await used()).all).toBe(CHARACTERS + lost)
  },
)

test('a worker that is killed between writing and finishing loses nothing and pays nothing twice', async () => {
  const item = await createSource(database(), texts)
  const id = await ask(item)
  const held = await claimRequest(id, database())
  if (held === null) throw new Error('it could not be claimed')
  const job = await openJob(payload, held, translationTools, database())
  if (job === null) throw new Error('it cannot be worked on')
  expect(await takeStep(job)).toEqual({ kind: 'go-on' })
  await killWorker()
  await releaseLapsedRequests(['etranslation'], database())
  await run(id)

  expect(await takeStep(job)).toEqual({ kind: 'lost' })
  expect(await situation(id)).toBe('in-review')
  expect((await used()).all).toBe(CHARACTERS)
})

test('a request over which workers die three times is left to a person', async () => {
  const id = await ask(await createSource(database(), texts))
  for (let death = 0; death < 3; death += 1) {
    await claimRequest(id, database())
    await killWorker()
    await releaseLapsedRequests(['etranslation'], database())
  }

  expect(await situation(id)).toBe('unconfirmed worker-vanished')
  expect(await claimRequest(id, database())).toBeNull()
})

test('a late worker cannot give up what another one holds', async () => {
  const id = await ask(await createSource(database(), texts))
  const late = await claimRequest(id, database())
  if (late === null) throw new Error('it could not be claimed')
  await killWorker()
  await releaseLapsedRequests(['etranslation'], database())
  await claimRequest(id, database())

  expect(await giveUp(late, { state: 'failed', reason: 'refused' }, database())).toBe(false)
  expect(await situation(id)).toBe('in-progress')
})

test('an item that was deleted and an engine that is gone fail with a reason', async () => {
  const item = await createSource(database(), texts)
  const gone = await ask(item)
  await database().execute(sql`delete from translation_items where item_id = ${item.id}`)
  await run(gone)
  const other = await ask(await createSource(database(), texts))
  await run(other, { ...translationTools, engines: new Map() })

  expect([await situation(gone), await situation(other)]).toEqual([
    'failed item-gone',
    'failed engine-not-configured',
  ])
})

test('a request ends by itself once everything in its locale is approved and in step', async () => {
  const item = await createSource(database(), { title: texts.title })
  const id = await ask(item)
  await run(id)
  await sweepRequests(payload)
  expect(await situation(id)).toBe('in-review')

  await writeAsPerson(database(), item, { locale: 'fr', key: 'title', text: 'Le mentorat commence' })
  await (await import('../sync/refresh-locales.ts')).refreshLocales(item, database())
  await sweepRequests(payload)
  expect(await situation(id)).toBe('synchronised')
})
