import config from '@payload-config'
import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { markEveryDocument } from '../../content/document-work.ts'
import { databaseOf, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import type { ChangePage } from '../../sdk/index.ts'
import { createTestItem, type TestItem } from '../../testing/create-item.ts'
import { createTestNetwork } from '../../testing/create-network.ts'
import { seededRandom } from '../../testing/seeded-random.ts'
import { projectWork } from '../documents/project-documents.ts'
import { answerV1 } from '../v1/router.ts'
import { cursorAt, readCursor } from './change-cursor.ts'

const locales = ['en', 'fr', 'el'] as const satisfies readonly Locale[]

let payload: Payload
beforeAll(async () => {
  payload = await getPayload({ config })
  await createTestNetwork(payload, locales)
})
afterAll(() => payload.destroy())

const ask = async (query: Record<string, string>): Promise<ChangePage> => {
  const request = new Request(`http://localhost:3000/v1/changes?${new URLSearchParams(query)}`)
  return (await (await answerV1(payload, request, new Date())).json()) as ChangePage
}

/** A site that keeps a copy of everything and knows nothing but the feed. */
function mirror(limit: number) {
  const kept = new Map<string, string>()
  let cursor = ''
  return {
    kept,
    /** Reads one page; answers whether there may be more. */
    async follow(): Promise<boolean> {
      const answer = await ask({ since: cursor, limit: String(limit) })
      for (const { collection, id, locale, document } of answer.data) {
        const key = `${collection}/${id}/${locale}`
        if (document === null) kept.delete(key)
        else kept.set(key, JSON.stringify(document))
      }
      cursor = answer.cursor
      return answer.next !== null
    },
    /** As after a crash between keeping a page and keeping its cursor. */
    forgetCursor(to: string): void {
      cursor = to
    },
    at: () => cursor,
  }
}

async function source(): Promise<Map<string, string>> {
  const { rows } = await databaseOf(payload).execute<{ key: string; document: unknown }>(sql`
    select collection || '/' || item_id || '/' || locale as key, document from public_documents
    where document is not null and not hidden
  `)
  return new Map(rows.map(({ key, document }) => [key, JSON.stringify(document)]))
}

const sorted = (copy: ReadonlyMap<string, string>) =>
  [...copy].sort(([one], [other]) => (one < other ? -1 : 1))

test.for([11, 12, 13])(
  'a copy that follows the feed through edits, withdrawals, removals and restarts equals the source (seed %i)',
  { timeout: 120_000 },
  async (seed) => {
    const random = seededRandom(seed)
    const pick = <Value>(values: readonly Value[]): Value =>
      values[Math.floor(random() * values.length)] as Value
    const topic = await payload.create({
      collection: 'topics',
      locale: 'en',
      data: { label: `Topic ${seed}` },
    })
    const items: TestItem[] = []
    const copy = mirror(3)
    const happenings = {
      publish: () => pick(items).publish(pick(locales), { title: `Title ${random()}` }),
      draft: () => pick(items).saveDraft(pick(locales), { title: `Draft ${random()}` }),
      withdraw: () => pick(items).saveDraft(pick(locales), {}, { unpublish: true }),
      add: async () => void items.push(await createTestItem(payload)),
      remove: async () => {
        const [gone] = items.splice(Math.floor(random() * items.length), 1)
        if (gone !== undefined) await payload.delete({ collection: 'news', id: gone.id })
      },
      rename: async () =>
        void (await payload.update({
          collection: 'topics',
          id: topic.id,
          locale: 'en',
          data: { label: `Topic ${random()}` },
        })),
      project: () => projectWork(payload),
      follow: async () => void (await copy.follow()),
      crash: async () => {
        const before = copy.at()
        await copy.follow()
        copy.forgetCursor(before)
      },
    }
    items.push(await createTestItem(payload), await createTestItem(payload))
    await items[0]?.saveDraft('en', { topics: [topic.id] })
    const names = Object.keys(happenings) as (keyof typeof happenings)[]
    for (let step = 0; step < 60; step++) await happenings[items.length === 0 ? 'add' : pick(names)]()
    await projectWork(payload)
    while (await copy.follow());

    expect(sorted(copy.kept)).toEqual(sorted(await source()))
    expect(copy.kept.size).toBeGreaterThan(0)
    // Made anew from the content model, every document is what it was: nothing was missed on the way.
    const upTo = copy.at()
    await markEveryDocument(payload, databaseOf(payload))
    await projectWork(payload)
    await copy.follow()
    expect(copy.at()).toBe(upTo)
  },
)

test('two who write at once never put a change where a reader has already been', {
  timeout: 60_000,
}, async () => {
  const items = await Promise.all(Array.from({ length: 6 }, () => createTestItem(payload)))
  for (const item of items) await item.publish('en')
  const copy = mirror(2)
  const readAll = async (rounds: number) => {
    for (let round = 0; round < rounds; round++) await copy.follow()
  }
  await Promise.all([
    ...items.map((item, index) => item.publish('en', { title: `Written at once ${index}` })),
    projectWork(payload),
    projectWork(payload),
    readAll(20),
  ])
  await projectWork(payload)
  while (await copy.follow());

  expect(sorted(copy.kept)).toEqual(sorted(await source()))
})

test('whoever wants some languages and collections only gets no others', async () => {
  const item = await createTestItem(payload)
  for (const locale of locales) await item.publish(locale)
  await projectWork(payload)
  const { data } = await ask({ locales: 'el', collection: 'news', limit: '500' })

  expect(data.filter(({ id }) => id === item.id).map(({ locale }) => locale)).toEqual(['el'])
  expect(new Set(data.map(({ collection, locale }) => `${collection}:${locale}`))).toEqual(
    new Set(['news:el']),
  )
})

test.for([
  [{ since: 'yesterday' }, 'since'],
  [{ limit: '0' }, 'limit'],
  [{ limit: '501' }, 'limit'],
  [{ collection: 'news,users' }, 'collection'],
  [{ locales: 'xx' }, 'locales'],
] as const)('a parameter that cannot be is named: %j', async ([query, field]) => {
  expect(await ask(query)).toMatchObject({ status: 400, errors: [{ field }] })
})

/** In a database of its own making: the table is another one, with the same rows. */
const restore = () =>
  databaseOf(payload).execute(sql`
    create table restored as table public_documents;
    drop table public_documents cascade;
    alter table restored rename to public_documents;
  `)

test('a place that this database never gave, or gave before it was restored, is one to start anew from', async () => {
  const copy = mirror(500)
  while (await copy.follow());
  const { epoch, seq } = readCursor(copy.at()) ?? { epoch: '', seq: 0 }
  const refusal = { status: 410, type: 'http://localhost:3000/v1/docs#problem-restart' }

  expect(await ask({ since: copy.at() })).toMatchObject({ data: [], cursor: copy.at() })
  expect(await ask({ since: cursorAt({ epoch, seq: seq + 1 }) })).toMatchObject(refusal)
  expect(await ask({ since: Buffer.from('c1.1').toString('base64url') })).toMatchObject(refusal)
  await restore()
  expect(await ask({ since: copy.at() })).toMatchObject(refusal)
  const anew = mirror(500)
  while (await anew.follow());
  expect(sorted(anew.kept)).toEqual(sorted(copy.kept))
  expect(anew.at()).not.toBe(copy.at())
})
