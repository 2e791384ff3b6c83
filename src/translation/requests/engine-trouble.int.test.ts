import { expect, test } from 'vitest'

import { CHARACTERS, engineRequests, texts } from '../../testing/engine-requests.ts'

const around = await engineRequests()
const { server, database, sql, editor, ask, run, makeDue, killWorker, situation, used, translationTools } =
  around
const { createSource, targetTexts, writeAsPerson } = await import('../../testing/translation-source.ts')
const { changeRequest } = await import('./change-request.ts')
const { dueRequests, releaseLapsedRequests } = await import('./due-requests.ts')
const { claimRequest, giveUp, putBack, reserve } = await import('./held-request.ts')
const { openJob, takeStep } = await import('./run-translation.ts')
const { sweepRequests } = await import('./sweep-requests.ts')

type Item = Awaited<ReturnType<typeof createSource>>

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
  await around.payload.updateGlobal({
    slug: 'network',
    data: { machineCharactersPerMonth: 5 * CHARACTERS + 10 },
  })
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
  await around.payload.updateGlobal({ slug: 'network', data: { machineCharactersPerMonth: 0 } })
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
  const job = await openJob(around.payload, held, translationTools, database())
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
  await sweepRequests(around.payload)
  expect(await situation(id)).toBe('in-review')

  await writeAsPerson(database(), item, { locale: 'fr', key: 'title', text: 'Le mentorat commence' })
  await (await import('../sync/refresh-locales.ts')).refreshLocales(item, database())
  await sweepRequests(around.payload)
  expect(await situation(id)).toBe('synchronised')
})
