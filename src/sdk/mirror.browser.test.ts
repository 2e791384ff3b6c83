import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import config from '../../payload.config.ts'
import { databaseOf, sql } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'
import { projectWork } from '../reading/documents/project-documents.ts'
import { type Child, startChild } from '../run/child-process.ts'
import { freePort } from '../run/free-port.ts'
import { createTestEvent, type TestEvent } from '../testing/create-event.ts'
import { createEveryKind } from '../testing/create-every-kind.ts'
import { practiceFacts, practiceTexts } from '../testing/create-practice.ts'
import { seededRandom } from '../testing/seeded-random.ts'
import { createClient } from './client.ts'
import { type MirrorStore, mirror } from './mirror.ts'

const locales = ['en', 'fr'] as const satisfies readonly Locale[]
const STOP_WITHIN_MS = 8_000

let payload: Payload
/** A web process of the product, that only this test stops and starts again. */
let web: Child | null = null
let port: number

beforeAll(async () => {
  payload = await getPayload({ config })
  port = await freePort(null)
  await startWeb()
}, 180_000)
afterAll(async () => {
  await web?.stop(STOP_WITHIN_MS)
  await payload.destroy()
})

async function startWeb(): Promise<void> {
  web = await startChild({
    name: 'web of the mirror',
    file: 'src/run/web.ts',
    env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'warn', PORT: String(port) },
    onLine: () => undefined,
    onStart: () => undefined,
  })
}

/** A copy as somebody else would keep it: of each page all or nothing, in a place that survives them. */
function keptCopy() {
  const documents = new Map<string, string>()
  let cursor = ''
  let failing = false
  const keyOf = (each: { readonly collection: string; readonly id: string; readonly locale: string }) =>
    `${each.collection}/${each.id}/${each.locale}`
  const store: MirrorStore = {
    cursor: async () => cursor,
    async keep({ write, forget }, at) {
      if (failing) {
        failing = false
        throw new Error('the disk is full')
      }
      for (const each of forget) documents.delete(keyOf(each))
      for (const each of write) documents.set(keyOf(each), JSON.stringify(each))
      cursor = at
    },
    async forgetAll() {
      documents.clear()
      cursor = ''
    },
  }
  const failOnce = (): void => {
    failing = true
  }
  return { documents, store, failOnce }
}

/** What is public, as the database has it. */
async function source(): Promise<[string, string][]> {
  await projectWork(payload)
  const { rows } = await databaseOf(payload).execute<{ key: string; document: unknown }>(sql`
    select collection || '/' || item_id || '/' || locale as key, document from public_documents
    where document is not null and not hidden
  `)
  return rows.map(({ key, document }): [string, string] => [key, JSON.stringify(document)]).sort(byKey)
}

const byKey = ([one]: readonly [string, string], [other]: readonly [string, string]): number =>
  one < other ? -1 : 1

test('a mirror that asks over HTTP equals the source, whatever is edited, withdrawn, removed and restarted meanwhile', {
  timeout: 240_000,
}, async () => {
  const random = seededRandom(21)
  const pick = <Value>(values: readonly Value[]): Value =>
    values[Math.floor(random() * values.length)] as Value
  const { around } = await createEveryKind(payload, locales)
  const events: TestEvent[] = []
  const practices: string[] = []
  const copy = keptCopy()
  const follow = () => mirror(createClient({ baseUrl: `http://127.0.0.1:${port}`, retries: 1 }), copy.store)
  const saveLast = (locale: Locale, data: object) =>
    payload.update({
      collection: 'practices',
      id: practices.at(-1) ?? '',
      locale,
      data: data as never,
    })
  const happenings = {
    practice: async () => {
      const { id } = await payload.create({
        collection: 'practices',
        locale: 'en',
        data: {
          ...practiceFacts(around),
          ...practiceTexts(`No ${practices.length}`),
          _status: 'published',
        } as never,
      })
      practices.push(String(id))
    },
    translation: () => saveLast('fr', { ...practiceTexts(`Non ${random()}`), _status: 'published' }),
    draft: () =>
      payload.update({
        collection: 'practices',
        id: practices.at(-1) ?? '',
        locale: 'en',
        draft: true,
        data: practiceTexts('SECRET') as never,
      }),
    withdrawal: () => saveLast('en', { _status: 'draft' }),
    removal: async () => {
      if (practices.length > 1) await payload.delete({ collection: 'practices', id: practices.shift() ?? '' })
    },
    event: async () => {
      const event = await createTestEvent(payload, new Date(Date.now() + 864e5))
      await event.publish(pick(locales))
      events.push(event)
    },
    moved: () => pick(events).publish(pick(locales), { summary: `Moved ${random()}` }),
    calledOff: () => pick(events).withdraw(pick(locales)),
    // Everything that names it changes, too.
    organisation: () =>
      payload.update({
        collection: 'organisations',
        id: around.organisation,
        locale: pick(locales),
        data: { name: `Partner ${random()}` },
      }),
    follow,
    crash: async () => {
      copy.failOnce()
      await follow().catch(() => undefined)
    },
  }
  const names = Object.keys(happenings) as (keyof typeof happenings)[]
  const go = async (steps: number, without: readonly (keyof typeof happenings)[] = []) => {
    const possible = names.filter((each) => !without.includes(each))
    for (let step = 0; step < steps; step++) await happenings[pick(possible)]()
  }
  await happenings.practice()
  await happenings.event()
  // Whoever reads and whoever writes do so at once. A copy has one reader: two would lay older pages over newer ones.
  await Promise.all([go(16, ['follow', 'crash']), follow().then(follow).then(follow)])
  await go(10)
  await follow()
  expect([...copy.documents].sort(byKey)).toEqual(await source())

  await web?.stop(STOP_WITHIN_MS)
  await expect(follow()).rejects.toMatchObject({ name: 'ApiError', status: 0 })
  await go(10, ['follow', 'crash'])
  await startWeb()
  expect(await follow()).toBeGreaterThan(0)

  expect([...copy.documents].sort(byKey)).toEqual(await source())
  const kinds = new Set([...copy.documents.keys()].map((key) => key.split('/')[0]))
  expect([...kinds]).toEqual(expect.arrayContaining(['practices', 'events', 'organisations', 'news']))
  expect([...copy.documents.values()].join('')).not.toContain('SECRET')
  expect(await follow()).toBe(0)
})
