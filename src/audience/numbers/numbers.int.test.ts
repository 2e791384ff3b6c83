import { randomUUID } from 'node:crypto'

import { getPayload } from 'payload'
import { afterAll, beforeEach, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import { databaseOf, inTransaction, sql } from '../../database/database.ts'
import { createTestItem } from '../../testing/create-item.ts'
import { createTestNewsletter } from '../../testing/create-newsletter.ts'
import { seededRandom } from '../../testing/seeded-random.ts'
import { type ConsentKind, consentKinds, recordConsent } from '../consent-events.ts'
import { noWording } from '../consent-wording.ts'
import { refreshPeople } from '../refresh-people.ts'
import { type LedgerEntry, replay } from '../replay.ts'
import { facetCounts } from './facet-counts.ts'
import { growth } from './growth.ts'
import { issueRates, ratesSince } from './mail-rates.ts'
import { peopleNow } from './people-now.ts'
import { publishedAbout } from './wanted-and-published.ts'

const payload = await getPayload({ config, disableOnInit: true })
const database = databaseOf(payload)
const [letter, calls] = [randomUUID(), randomUUID()]
const topic = randomUUID()
const now = new Date('2026-11-28T12:00:00Z')
const timeZone = 'Europe/Brussels'

afterAll(() => payload.destroy())
beforeEach(async () => {
  await database.execute(sql`
    truncate subscribers, subscriptions, follows, subscriber_facets, consent_events, suppressions, email_deliveries,
      personal_mails, issues cascade
  `)
})

interface Entry {
  readonly address?: string
  readonly kind: ConsentKind
  readonly at: string
  readonly newsletters?: readonly string[]
  readonly follows?: readonly string[]
  readonly how?: string
}

const follow = (targetId: string) => ({ target: 'topics', targetId }) as const

async function write(entries: readonly Entry[]): Promise<void> {
  for (const { address = 'one', kind, at, newsletters = [], follows = [], how } of entries)
    await recordConsent(
      {
        addressKey: address,
        kind,
        newsletterIds: newsletters,
        follows: follows.map(follow),
        wording: noWording('en'),
        source: 'test',
        tokenId: null,
        detail: how === undefined ? null : { how },
        now: new Date(at),
      },
      database,
    )
}

const turns = (since = '2026-01-01T00:00:00Z') => growth({ since: new Date(since), timeZone }, database)
const came = (day: string, by: string, people = 1) => ({ day, came: by, left: null, people })
const left = (day: string, by: string, people = 1) => ({ day, came: null, left: by, people })

test('who takes a second newsletter has not come again, and who keeps one has not left', async () => {
  await write([
    { kind: 'confirmed', at: '2026-03-02T10:00:00Z', newsletters: [letter] },
    { kind: 'confirmed', at: '2026-03-09T10:00:00Z', newsletters: [calls, letter] },
    { kind: 'ended', at: '2026-03-16T10:00:00Z', newsletters: [letter], how: 'page' },
  ])

  expect(await turns()).toEqual([came('2026-03-02', 'sign-up')])
})

test('who left and comes again is counted each time, and leaving twice is leaving once', async () => {
  await write([
    { kind: 'confirmed', at: '2026-03-02T10:00:00Z', newsletters: [letter] },
    { kind: 'ended', at: '2026-03-16T10:00:00Z', newsletters: [letter], how: 'one-click' },
    { kind: 'ended', at: '2026-03-17T10:00:00Z', newsletters: [letter], how: 'one-click' },
    { kind: 'confirmed', at: '2026-04-01T10:00:00Z', follows: [topic] },
    { kind: 'erased', at: '2026-05-01T10:00:00Z', follows: [topic] },
    { kind: 'confirmed', at: '2026-06-01T10:00:00Z', newsletters: [letter] },
  ])

  expect(await turns()).toEqual([
    came('2026-03-02', 'sign-up'),
    left('2026-03-16', 'one-click'),
    came('2026-04-01', 'follow'),
    left('2026-05-01', 'erased'),
    came('2026-06-01', 'sign-up'),
  ])
})

test('who had come before the period only shows when they leave in it', async () => {
  await write([
    { kind: 'confirmed', at: '2025-03-02T10:00:00Z', newsletters: [letter], follows: [topic] },
    { kind: 'ended', at: '2026-03-16T10:00:00Z', newsletters: [letter], how: 'complaint' },
    { kind: 'ended', at: '2026-03-17T10:00:00Z', follows: [topic], how: 'complaint' },
  ])

  expect(await turns()).toEqual([left('2026-03-17', 'complaint')])
})

test('an import that is undone takes away those whom it brought, not those who had come by themselves', async () => {
  await write([
    { address: 'own', kind: 'confirmed', at: '2026-03-02T10:00:00Z', newsletters: [letter] },
    { address: 'own', kind: 'imported', at: '2026-03-09T10:00:00Z', newsletters: [calls] },
    { address: 'one', kind: 'imported', at: '2026-03-09T10:00:00Z', newsletters: [calls] },
    { address: 'two', kind: 'imported', at: '2026-03-09T10:00:00Z', newsletters: [calls] },
    { address: 'own', kind: 'import-undone', at: '2026-03-10T10:00:00Z', newsletters: [calls] },
    { address: 'one', kind: 'import-undone', at: '2026-03-10T10:00:00Z', newsletters: [calls] },
    { address: 'two', kind: 'import-undone', at: '2026-03-10T10:00:00Z', newsletters: [calls] },
  ])

  expect(await turns()).toEqual([
    came('2026-03-02', 'sign-up'),
    came('2026-03-09', 'import', 2),
    left('2026-03-10', 'import-undone', 2),
  ])
})

test('a change of address or a suppression is neither coming nor leaving', async () => {
  await write([
    { address: 'old', kind: 'confirmed', at: '2026-03-02T10:00:00Z', newsletters: [letter] },
    { address: 'old', kind: 'moved-away', at: '2026-03-09T10:00:00Z' },
    { address: 'new', kind: 'moved-here', at: '2026-03-09T10:00:00Z', newsletters: [letter] },
    { address: 'new', kind: 'suppressed', at: '2026-03-10T10:00:00Z' },
    { address: 'new', kind: 'ended', at: '2026-03-11T10:00:00Z', newsletters: [letter], how: 'bounce' },
  ])

  expect(await turns()).toEqual([came('2026-03-02', 'sign-up'), left('2026-03-11', 'bounce')])
})

test('a day ends when it does where the network is', async () => {
  await write([{ kind: 'confirmed', at: '2026-03-01T23:30:00Z', newsletters: [letter] }])

  expect(await turns()).toEqual([came('2026-03-02', 'sign-up')])
})

test('whatever happened, growth is what the replay of each ledger says', async () => {
  const next = seededRandom(20_261_128)
  const below = (limit: number): number => Math.floor(next() * limit)
  const things = [letter, calls]
  const entries = Array.from({ length: 600 }, (_, index) => {
    const kind = consentKinds[below(consentKinds.length)] ?? 'changed'
    return {
      address: `address ${below(40)}`,
      kind,
      at: new Date(Date.UTC(2026, 0, 1) + index * 6 * 3_600_000).toISOString(),
      newsletters: things.filter(() => below(2) === 0),
      follows: [topic].filter(() => below(3) === 0),
      how: 'page',
    }
  })
  await write(entries)
  const since = '2026-02-15T00:00:00Z'

  const sums = (await turns(since)).reduce(
    (sum, turn) => ({
      came: sum.came + (turn.came === null ? 0 : turn.people),
      left: sum.left + (turn.left === null ? 0 : turn.people),
    }),
    { came: 0, left: 0 },
  )
  expect(sums).toEqual(replayed(entries, since))
})

/** The same, one address after the other, without SQL. */
function replayed(entries: readonly Entry[], since: string): { came: number; left: number } {
  const ledgers = Map.groupBy(entries, ({ address = 'one' }) => address)
  const sum = { came: 0, left: 0 }
  for (const ledger of ledgers.values())
    ledger.forEach(({ at, kind }, index) => {
      const before = agreesToAny(ledger.slice(0, index))
      const after = agreesToAny(ledger.slice(0, index + 1))
      const counts = at >= since && before !== after && kind !== 'moved-here' && kind !== 'moved-away'
      sum.came += Number(counts && after)
      sum.left += Number(counts && before)
    })
  return sum
}

function agreesToAny(entries: readonly Entry[]): boolean {
  const ledger = entries.map(
    ({ kind, newsletters = [], follows = [] }): LedgerEntry => ({
      kind,
      newsletterIds: newsletters,
      follows: follows.map(follow),
    }),
  )
  const { newsletterIds, follows } = replay(ledger)
  return newsletterIds.length + follows.length > 0
}

interface Person {
  readonly locale: string
  readonly further?: readonly string[]
  readonly frequency?: string
  readonly topics?: readonly string[]
  readonly newsletters: readonly string[]
  readonly pausedUntil?: string
}

async function enter(people: readonly Person[]): Promise<string[]> {
  const ids: string[] = []
  await inTransaction(payload, async (transaction) => {
    for (const [index, person] of people.entries()) {
      const id = randomUUID()
      ids.push(id)
      const { locale, further = [], frequency = 'every-issue', topics = [], pausedUntil = null } = person
      await transaction.execute(sql`
        insert into subscribers
          (id, email, address_key, locale, further_locales, frequency, topics, confirmed_at, paused_until)
        values (${id}::uuid, ${`n${index}@example.org`}, ${`key ${index}`}, ${locale}, ${JSON.stringify(further)}::jsonb,
          ${frequency}, array(select jsonb_array_elements_text(${JSON.stringify(topics)}::jsonb)::uuid),
          ${now.toISOString()}::timestamptz, ${pausedUntil}::timestamptz)
      `)
      for (const newsletter of person.newsletters)
        await transaction.execute(sql`
          insert into subscriptions (subscriber_id, newsletter_id, state, confirmed_at)
          values (${id}::uuid, ${newsletter}::uuid, 'confirmed', ${now.toISOString()}::timestamptz)
        `)
    }
    await refreshPeople(ids, now, transaction)
  })
  return ids
}

test('everybody who is active counts once by first language, and once under each thing they chose', async () => {
  await enter([
    { locale: 'fr', further: ['en'], newsletters: [letter], frequency: 'weekly', topics: [topic] },
    { locale: 'fr', newsletters: [letter, calls], pausedUntil: '2027-01-01T00:00:00Z' },
    { locale: 'ar', further: ['fr'], newsletters: [calls], pausedUntil: '2026-01-01T00:00:00Z' },
    { locale: 'de', newsletters: [] },
  ])
  await database.execute(sql`
    insert into suppressions (address_key, scope, reason)
    values ('key 0', 'global', 'manual'), ('key 1', ${letter}, 'unsubscribed'), ('key 3', 'global', 'complaint')
  `)

  expect(await peopleNow(now, database)).toEqual({
    reached: 3,
    paused: 1,
    suppressed: 1,
    byFirstLanguage: [
      { locale: 'fr', people: 2 },
      { locale: 'ar', people: 1 },
    ],
  })
  const { newsletter, language, frequency, topic: topics, country } = await facetCounts(database)
  expect(Object.fromEntries(newsletter.map(({ key, people }) => [key, people]))).toEqual({
    [letter]: 2,
    [calls]: 2,
  })
  expect({ language, frequency, topics, country }).toEqual({
    language: [
      { key: 'fr', people: 3 },
      { key: 'ar', people: 1 },
      { key: 'en', people: 1 },
    ],
    frequency: [
      { key: 'every-issue', people: 2 },
      { key: 'weekly', people: 1 },
    ],
    topics: [{ key: topic, people: 1 }],
    country: [],
  })
})

test('an item counts once for a topic, whichever languages it came out in, and only when it was new', async () => {
  await createTestNewsletter(payload)
  const { id } = await payload.create({ collection: 'topics', locale: 'en', data: { label: 'Mentoring' } })
  const other = await payload.create({ collection: 'topics', locale: 'en', data: { label: 'Finance' } })
  const fresh = await createTestItem(payload)
  const old = await createTestItem(payload)
  for (const item of [fresh, old]) {
    await payload.update({ collection: 'news', id: item.id, data: { topics: [id] }, draft: true })
    await item.publish('en')
    await item.publish('fr')
  }
  await database.execute(sql`
    update outbox set occurred_at = now() - interval '2 years' where item_id = ${old.id}::uuid and locale = 'en'
  `)

  const since = new Date(Date.now() - 365 * 86_400_000)
  expect(await publishedAbout('topics', [id, other.id], since, database)).toEqual(
    new Map([
      [id, 1],
      [other.id, 0],
    ]),
  )
})

test('rates count what was accepted, of issues and of personal mails', async () => {
  const newsletter = await createTestNewsletter(payload)
  const item = await createTestItem(payload)
  const issue = await newsletter.createIssue([{ relationTo: 'news', value: item.id }])
  await database.execute(sql`update issues set sent_at = '2026-11-20T08:00:00Z' where id = ${issue}::uuid`)
  await database.execute(sql`
    insert into email_deliveries (id, issue_id, newsletter_id, state, submitted_at, bounced_at, complained_at)
    select gen_random_uuid(), ${issue}::uuid, ${newsletter.id}::uuid, mail.state, mail.submitted_at, mail.bounced_at,
      mail.complained_at
    from (values
      ('submitted', '2026-11-20'::timestamptz, null::timestamptz, null::timestamptz),
      ('submitted', '2026-11-20', '2026-11-21', null),
      ('submitted', '2026-11-20', null, '2026-11-22'),
      ('failed', null, null, null)
    ) as mail (state, submitted_at, bounced_at, complained_at)
  `)
  await database.execute(sql`
    insert into personal_mails (id, kind, key, state, submitted_at)
    values (gen_random_uuid(), 'digest', '2026-W40', 'submitted', '2026-09-28'),
      (gen_random_uuid(), 'digest', '2026-W47', 'submitted', '2026-11-16')
  `)

  expect(await issueRates(8, database)).toEqual([
    { issueId: issue, sentAt: new Date('2026-11-20T08:00:00Z'), accepted: 3, bounced: 1, complained: 1 },
  ])
  expect(await ratesSince(new Date('2026-10-29T00:00:00Z'), database)).toEqual({
    accepted: 4,
    bounced: 1,
    complained: 1,
  })
  expect(await ratesSince(new Date('2026-11-27T00:00:00Z'), database)).toEqual({
    accepted: 0,
    bounced: 0,
    complained: 0,
  })
})
