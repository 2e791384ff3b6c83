import { randomUUID } from 'node:crypto'

import { getPayload } from 'payload'
import { afterAll, beforeEach, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import { databaseOf, inTransaction, sql } from '../../database/database.ts'
import { createTestItem } from '../../testing/create-item.ts'
import { createTestNewsletter } from '../../testing/create-newsletter.ts'
import { emptying } from '../../testing/emptying.ts'
import { refreshPeople } from '../refresh-people.ts'
import { facetCounts } from './facet-counts.ts'
import { issueRates, ratesSince } from './mail-rates.ts'
import { peopleNow } from './people-now.ts'
import { publishedAbout } from './wanted-and-published.ts'

const payload = await getPayload({ config, disableOnInit: true })
const database = databaseOf(payload)
const [letter, calls] = [randomUUID(), randomUUID()]
const topic = randomUUID()
const now = new Date('2026-11-28T12:00:00Z')

afterAll(() => payload.destroy())
beforeEach(async () => {
  await database.execute(
    emptying(`
      subscribers subscriptions follows subscriber_facets suppressions email_deliveries
      personal_mails issues
    `),
  )
})

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
    await item.saveDraft('en', { topics: [id] })
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
