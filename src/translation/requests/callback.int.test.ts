import type { Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { emptying } from '../../testing/emptying.ts'
import { fakeETranslation } from '../../testing/fake-etranslation.ts'
import { tampered } from '../../testing/tampered.ts'

const server = await fakeETranslation()
process.env.ETRANSLATION_USER = server.user
process.env.ETRANSLATION_PASSWORD = server.password
process.env.ETRANSLATION_URL = server.url
process.env.ALLOWED_PRIVATE_HOSTS = new URL(server.url).host
// The product reads its environment when it is imported, so that comes after the engine has its address.
const { getPayload, handleEndpoints } = await import('payload')
const { default: config } = await import('../../../payload.config.ts')
const { databaseOf, sql } = await import('../../database/database.ts')
const { createTestNetwork } = await import('../../testing/create-network.ts')
const { changeSource, createSource, targetTexts } = await import('../../testing/translation-source.ts')
const { callbackUrl } = await import('./callback-token.ts')
const { changeRequest } = await import('./change-request.ts')
const { createRequests } = await import('./create-requests.ts')
const { claimRequest, reserve } = await import('./held-request.ts')
const { planRequests } = await import('./plan-requests.ts')
const { readLogs, readRequest } = await import('./read-requests.ts')
const { runTranslation } = await import('./run-translation.ts')
const { sweepRequests } = await import('./sweep-requests.ts')
const { translationTools } = await import('./translation-tools.ts')

type Item = Awaited<ReturnType<typeof createSource>>

let payload: Payload
const database = () => databaseOf(payload)
const editor = { id: crypto.randomUUID(), locales: null }

beforeAll(async () => {
  payload = await getPayload({ config })
  await createTestNetwork(payload, ['en', 'de', 'fr', 'el'])
})
afterAll(async () => {
  await payload.destroy()
  await server[Symbol.asyncDispose]()
})
beforeEach(async () => {
  await database().execute(
    emptying(`
      translation_items translation_segments translation_targets translation_locales
      translation_requests translation_request_log translation_usage
    `),
  )
})

const texts = { title: 'Mentoring starts in spring', 'body#a': 'Ask ⟦1⟧our advisers⟦/1⟧ in {{city}}.' }
const inGerman = {
  title: 'de-Mentoring de-starts de-in de-spring (machine, etranslation)',
  'body#a': 'de-Ask ⟦1⟧de-our de-advisers⟦/1⟧ de-in {{city}}. (machine, etranslation)',
}

async function ask(item: Item): Promise<string> {
  const plan = await planRequests(
    { items: [item], locales: ['de'], engine: 'etranslation' },
    { enabledLocales: ['en', 'de'], capabilities: null },
    database(),
  )
  const by = { engine: 'etranslation', assigneeId: null, deadline: null, requestedBy: editor.id } as const
  const [created] = await createRequests(payload, plan.requests, by)
  return created?.id ?? ''
}

/** An item that was asked for and handed over. */
async function handedOver() {
  const item = await createSource(database(), texts)
  const id = await ask(item)
  await runTranslation(payload, id, translationTools)
  return { item, id, request: newest() }
}

function newest() {
  const request = server.accepted().at(-1)
  if (request === undefined) throw new Error('nothing was asked for')
  return request
}

/** Posts as eTranslation does. */
async function post(url: string, body: string) {
  const request = new Request(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'user-agent': 'etranslation/2.0' },
    body,
  })
  const response = await handleEndpoints({ config, request })
  return [response.status, (await response.json()).outcome]
}

async function situation(id: string) {
  const request = await readRequest(id, null, database())
  return [request?.state, request?.reason].filter((part) => part !== null).join(' ')
}
async function log(id: string) {
  const entries = (await readLogs([id], database())).get(id) ?? []
  return entries.map(({ state, reason }) => [state, reason].filter((part) => part !== null).join(' '))
}

test('what is handed over waits, and is written when the engine calls back', async () => {
  const { item, id, request } = await handedOver()
  expect(await situation(id)).toBe('in-progress awaiting-answer')
  expect(request.externalReference).toBe(id)

  expect(await post(request.callbackUrl, server.deliveryOf(request))).toEqual([200, 'taken'])
  expect(await targetTexts(database(), item, 'de')).toEqual(inGerman)
  expect(await log(id)).toEqual([
    'requested',
    'in-progress',
    'in-progress awaiting-answer',
    'delivered',
    'in-review',
  ])
})

test('a notice that a delivery is under way changes nothing', async () => {
  const { id, request } = await handedOver()

  expect(await post(request.callbackUrl, server.noticeOf(request))).toEqual([200, 'noted'])
  expect(await situation(id)).toBe('in-progress awaiting-answer')
})

test('a delivery that comes twice, or twice at once, is taken once', async () => {
  const { item, id, request } = await handedOver()
  const body = server.deliveryOf(request)
  const answers = await Promise.all([post(request.callbackUrl, body), post(request.callbackUrl, body)])
  expect(answers.toSorted()).toEqual([
    [200, 'dropped'],
    [200, 'taken'],
  ])
  const versions = sql`select sum(version)::int as edits from translation_targets where item_id = ${item.id}`
  expect((await database().execute(versions)).rows).toEqual([{ edits: 2 }])

  await post(request.callbackUrl, body)
  expect((await database().execute(versions)).rows).toEqual([{ edits: 2 }])
  expect((await log(id)).filter((entry) => entry.endsWith('late-delivery'))).toHaveLength(1)
})

test.for([
  [
    'cancelled',
    async (id: string) => changeRequest(id, 'cancel', { actor: editor, reason: null }, database()),
  ],
  ['superseded', async (_id: string, item: Item) => ask(item)],
] as const)('a delivery for a request that was %s is noted and dropped', async ([state, decide]) => {
  const { item, id, request } = await handedOver()
  await decide(id, item)

  expect(await post(request.callbackUrl, server.deliveryOf(request))).toEqual([200, 'dropped'])
  expect(await targetTexts(database(), item, 'de')).toEqual({})
  expect((await log(id)).slice(-2)).toEqual([state, `${state} late-delivery`])
})

test('an engine that never calls back leaves the request unconfirmed; what comes later is still taken', async () => {
  const { item, id, request } = await handedOver()
  await database().execute(sql`update translation_requests set due_at = now() - interval '1 second'`)
  await sweepRequests(payload)
  expect(await situation(id)).toBe('unconfirmed no-answer')

  expect(await post(request.callbackUrl, server.deliveryOf(request))).toEqual([200, 'taken'])
  expect(await targetTexts(database(), item, 'de')).toEqual(inGerman)
})

test('a person can ask again, and the first delivery of either attempt counts', async () => {
  const { item, id, request } = await handedOver()
  await database().execute(sql`update translation_requests set due_at = now() - interval '1 second'`)
  await sweepRequests(payload)
  await changeRequest(id, 'retry', { actor: editor, reason: null }, database())
  await runTranslation(payload, id, translationTools)
  const second = newest()
  expect(second.requestId).not.toBe(request.requestId)

  expect(await post(request.callbackUrl, server.failureOf(request, -20028))).toEqual([200, 'dropped'])
  expect(await post(request.callbackUrl, server.deliveryOf(request))).toEqual([200, 'taken'])
  expect(await post(second.callbackUrl, server.deliveryOf(second))).toEqual([200, 'dropped'])
  expect(await targetTexts(database(), item, 'de')).toEqual(inGerman)
})

test.for([
  [-11200, 'failed quota'],
  [-20028, 'in-progress rate-limited'],
  [-77777, 'failed refused'],
] as const)('a callback with the error %i means %s', async ([code, expected]) => {
  const { id, request } = await handedOver()

  expect(await post(request.callbackUrl, server.failureOf(request, code))).toEqual([200, 'taken'])
  expect(await situation(id)).toBe(expected)
})

test('a delivery may come before we know that the request was taken', async () => {
  const item = await createSource(database(), texts)
  const id = await ask(item)
  const engines = new Map(translationTools.engines)
  const engine = engines.get('etranslation')
  if (engine === undefined) throw new Error('there is no engine')
  engines.set('etranslation', {
    ...engine,
    translate: async (batch, options) => {
      const outcome = await engine.translate(batch, options)
      await post(newest().callbackUrl, server.deliveryOf(newest()))
      return outcome
    },
  })
  await runTranslation(payload, id, { ...translationTools, engines })

  expect(await situation(id)).toBe('in-review')
  expect(await targetTexts(database(), item, 'de')).toEqual(inGerman)
})

test('after a lost answer the engine is not asked again: it may be at work', async () => {
  const item = await createSource(database(), texts)
  const id = await ask(item)
  server.failNext({ hangUp: 'after' })
  await runTranslation(payload, id, translationTools)
  const asked = server.requests()
  await runTranslation(payload, id, translationTools)

  expect(server.requests()).toBe(asked)
  expect(await situation(id)).toBe('in-progress awaiting-answer')
  expect(await post(newest().callbackUrl, server.deliveryOf(newest()))).toEqual([200, 'taken'])
  expect(await situation(id)).toBe('in-review')
})

test('a worker that is killed while it hands over leaves the request waiting', async () => {
  const id = await ask(await createSource(database(), texts))
  const held = await claimRequest(id, database())
  if (held === null) throw new Error('it could not be claimed')
  await reserve(held, { characters: 10, charactersPerMonth: 100 }, database())
  await database().execute(sql`update translation_requests set lease_until = now() - interval '1 second'`)
  await sweepRequests(payload)

  expect(await situation(id)).toBe('in-progress awaiting-answer')
  expect(await claimRequest(id, database())).toBeNull()
})

test('a source that changed meanwhile takes only what was made from what it still says', async () => {
  const { item, id, request } = await handedOver()
  await changeSource(database(), item, 'title', 'Mentoring ends in autumn')
  await post(request.callbackUrl, server.deliveryOf(request))

  expect(await targetTexts(database(), item, 'de')).toEqual({ 'body#a': inGerman['body#a'] })
  expect(await log(id)).toContain('in-progress piece-refused|overtaken|title')
  expect(await situation(id)).toBe('in-review some-refused')
})

test('a piece that the engine left out is refused alone', async () => {
  server.failNext({ mangle: (html) => html.replace(/<p id="[^"]*">(?:(?!<\/p>).)*spring<\/p>/u, '') })
  const { item, id, request } = await handedOver()
  await post(request.callbackUrl, server.deliveryOf(request))

  expect(Object.keys(await targetTexts(database(), item, 'de'))).toEqual(['body#a'])
  expect(await log(id)).toContain('in-progress piece-refused|missing|title')
})

test('nobody but the engine can call back: another token, another engine or garbage changes nothing', async () => {
  const { id, request } = await handedOver()
  const body = server.deliveryOf(request)
  const forged = tampered(request.callbackUrl)
  const ofAnother = callbackUrl('http://localhost:3000', 'deepl', id).href.replace(
    '/deepl/',
    '/etranslation/',
  )

  expect(await post(forged, body)).toEqual([404, 'unknown'])
  expect(await post(ofAnother, body)).toEqual([404, 'unknown'])
  expect(await post(request.callbackUrl, '<h1>Welcome</h1>')).toEqual([400, 'unreadable'])
  expect(await situation(id)).toBe('in-progress awaiting-answer')
})

test('a body that is larger than any delivery is not read', async () => {
  const { request } = await handedOver()

  expect(await post(request.callbackUrl, 'x'.repeat(33 * 1024 ** 2))).toEqual([413, 'too-large'])
})
