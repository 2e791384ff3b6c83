import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

import { getPayload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import config from '../../payload.config.ts'
import { publicNamesOf } from '../content/public-locales.ts'
import type { ContentCollection } from '../content/published-item.ts'
import { readPublished } from '../content/read-published.ts'
import { databaseOf, sql } from '../database/database.ts'
import { planChanges } from '../dissemination/plan-changes.ts'
import type { Locale } from '../i18n/locales.ts'
import { projectRoot } from '../run/project-root.ts'
import { subscribersOf } from '../testing/subscribers-of.ts'
import { loadDemoNetwork } from './load-demo-network.ts'
import { type Entry, newestEntries, olderEntries } from './loading/entries.ts'
import { demoFormerReaders } from './network/subscribers.ts'
import { DEMO_PASSWORD, demoUsers } from './network/users.ts'

const payload = await getPayload({ config, disableOnInit: true })
const database = databaseOf(payload)
const entries = [...olderEntries, ...newestEntries]
const load = () =>
  // Only the demo itself may give secrets to an address that others can read on the way.
  loadDemoNetwork(payload, { partnersUrl: 'https://127.0.0.1:3900', onProgress: () => undefined })

afterAll(() => payload.destroy())

// What follows looks at a network that was loaded in two goes, the first of which was killed.
beforeAll(async () => {
  await loadUntilKilledAfter('draft')
  expect(await load()).toBe('loaded')
}, 300_000)

async function loadUntilKilledAfter(word: string): Promise<void> {
  const settings = ['EMISSARY_DEMO=1', 'ALLOWED_PRIVATE_HOSTS=127.0.0.1:3900']
  const child = spawn('env', [...settings, process.execPath, 'src/demo/load.ts'], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const line of createInterface(child.stdout)) if (line.includes(word)) break
  // The drafts are there, and the first of them are being published.
  const published = sql`select from outbox where occurred_at is not null limit 1`
  while ((await database.execute(published)).rows.length === 0) await new Promise(setImmediate)
  child.kill('SIGKILL')
  await once(child, 'exit')
}

const count = async (collection: Parameters<typeof payload.count>[0]['collection']): Promise<number> =>
  (await payload.count({ collection })).totalDocs

test('an interrupted loading goes on where it stopped, and nothing is there twice', async () => {
  const counts = {
    practices: await count('practices'),
    publications: await count('publications'),
    events: await count('events'),
    news: await count('news'),
    pages: await count('pages'),
    media: await count('media'),
    organisations: await count('organisations'),
    newsletters: await count('newsletters'),
    issues: await count('issues'),
    subscribers: (await subscribersOf(payload)).filter(({ status }) => status === 'active').length,
    channels: await count('channels'),
    users: await count('users'),
    glossary: await count('glossary'),
  }
  expect(counts).toEqual({
    practices: 12,
    publications: 10,
    events: 8,
    news: 12,
    pages: 3,
    media: 7,
    organisations: 16,
    newsletters: 3,
    issues: 5,
    subscribers: 200,
    channels: 6,
    users: 5,
    glossary: 5,
  })
})

const publicLocalesOf = ({ item }: Entry): Locale[] =>
  (Object.keys(item.texts) as Locale[]).filter(
    (locale) => !item.unpublished?.some((other) => other === locale),
  )

const titleOf = ({ item }: Entry, locale: Locale): string =>
  (item.texts as Partial<Record<Locale, { title: string }>>)[locale]?.title ?? ''

/** Key, then locale and title of everything that is public. */
async function publicNow(collection: ContentCollection): Promise<Map<string, string>[]> {
  const { docs } = await payload.find({ collection, pagination: false, depth: 0, select: {} })
  const names = await publicNamesOf(
    collection,
    docs.map(({ id }) => id),
    database,
  )
  return [...names.values()].map((item) => new Map([...item].map(([locale, { title }]) => [locale, title])))
}

test.for(['practices', 'publications', 'events', 'news'] as const)(
  'the %s are public in the languages they are meant to be in, and in no other',
  async (collection) => {
    const wanted = entries
      .filter((entry) => entry.collection === collection)
      .map((entry) => publicLocalesOf(entry).map((locale) => [locale, titleOf(entry, locale)] as const))
    const found = (await publicNow(collection)).map((names) => [...names])

    const inOrder = (items: readonly (readonly (readonly [string, string])[])[]) =>
      items.map((names) => [...names].sort().join('|')).sort()
    expect(inOrder(found)).toEqual(inOrder(wanted))
  },
)

const hidden = entries.flatMap((entry) =>
  (entry.item.unpublished ?? []).map((locale) => ({ entry, locale, title: titleOf(entry, locale) })),
)

test.for(hidden)('$title ($locale) is written and nowhere in public', async ({ entry, locale, title }) => {
  const { collection } = entry
  const { docs } = await payload.find({
    collection,
    where: { title: { equals: title } },
    locale,
    draft: true,
    depth: 0,
  })
  const [draft] = docs
  expect(draft?.title).toBe(title)
  expect(await readPublished(payload, { collection, id: draft?.id ?? '' }, locale)).toBeNull()
})

test('channels are told of the newest items only', async () => {
  const { rows: before } = await database.execute(sql`select from channel_deliveries`)
  await planChanges(payload)
  const { rows } = await database.execute<{ title: string }>(sql`
    select distinct title from channel_deliveries where locale = 'en' and desired = 'live'
  `)

  expect(before).toEqual([])
  expect(rows.map(({ title }) => title).sort()).toEqual(
    newestEntries.map((entry) => titleOf(entry, 'en')).sort(),
  )
})

test('an item from before the network was loaded is dated by its own day', async () => {
  const { rows } = await database.execute<{ day: string }>(sql`
    select distinct to_char(occurred_at at time zone 'utc', 'YYYY-MM-DD') as day
    from outbox join news_locales on item_id = _parent_id and news_locales._locale = 'en'
    where title like 'Twelve partners%'
  `)
  expect(rows).toEqual([{ day: '2017-10-01' }])
})

test('readers exist with their subscriptions and a proof that says they are made up', async () => {
  const { rows } = await database.execute<Record<string, number>>(sql`
    select count(*)::int as proofs, count(distinct address_key)::int as people,
      count(*) filter (where kind = 'imported')::int as imported,
      (select count(distinct subscriber_id)::int from subscriptions where state = 'confirmed') as subscribed,
      (select count(distinct locale)::int from subscribers where status = 'active') as locales,
      (select count(*)::int from subscriber_facets) as faceted
    from consent_events where kind in ('confirmed', 'imported') and wording like 'Made up%'
  `)
  const former = demoFormerReaders().length
  expect(rows).toEqual([
    { proofs: 200 + former, people: 200 + former, imported: 40, subscribed: 200, locales: 12, faceted: 200 },
  ])
})

test.for(demoUsers)('$email can sign in', async ({ email, role }) => {
  const { user } = await payload.login({ collection: 'users', data: { email, password: DEMO_PASSWORD } })
  expect(user?.roles).toEqual([role])
})

test('what somebody deleted does not come back with the next start', async () => {
  await payload.delete({ collection: 'news', where: { type: { equals: 'call' } } })

  expect(await load()).toBe('there')
  expect(await count('news')).toBe(11)
})

test('a database that somebody else filled is left alone', async () => {
  await payload.kv.delete('demo-network')

  expect(await load()).toBe('refused')
})

test('one source has moved on, and what is missing is asked for: of a person, and of the pseudo engine', async () => {
  const { rows } = await database.execute<{ locale: string; engine: string | null; state: string }>(sql`
    select locale, engine, state from translation_requests order by engine nulls first, locale
  `)
  const { rows: outdated } = await database.execute<{ locale: string; outdated: number }>(sql`
    select locale, outdated from translation_locales where state = 'outdated' order by locale
  `)

  expect(rows.map(({ locale, engine }) => `${locale} ${engine}`)).toEqual([
    'ar null',
    'fr null',
    'de pseudo',
    'en pseudo',
    'uk pseudo',
  ])
  expect(outdated.map(({ locale, outdated: segments }) => `${locale} ${segments}`)).toEqual([
    'ar 1',
    'de 1',
    'el 1',
    'fr 1',
  ])
})
