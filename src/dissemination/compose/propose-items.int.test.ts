import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import type { ContentCollection, ItemReference } from '../../content/published-item.ts'
import { databaseOf, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import { createTestEvent, lasting } from '../../testing/create-event.ts'
import { createTestItem, type TestItem } from '../../testing/create-item.ts'
import { createTestNewsletter, type TestNewsletter } from '../../testing/create-newsletter.ts'
import { emptying } from '../../testing/emptying.ts'
import { lastIssueAt } from './last-issue-at.ts'
import { proposalFilter, usualConditions } from './proposal-filter.ts'
import { type ProposalFilter, proposeItems } from './propose-items.ts'

let payload: Payload
let newsletter: TestNewsletter

const now = new Date('2026-11-28T12:00:00Z')
const everything: ProposalFilter = {
  since: null,
  collections: [],
  topics: [],
  countries: [],
  communities: [],
  except: [],
}

beforeAll(async () => {
  payload = await getPayload({ config })
})
afterAll(() => payload.destroy())
beforeEach(async () => {
  await databaseOf(payload).execute(emptying('news events issues editions outbox'))
  newsletter = await createTestNewsletter(payload)
})

const found = async (changes: Partial<ProposalFilter> = {}): Promise<string[]> =>
  (await proposeItems(payload, { ...everything, ...changes }, { reader: 'en', now })).map(({ id }) => id)

async function publicItem(locales: readonly Locale[] = ['en']) {
  const item = await createTestItem(payload)
  for (const locale of locales) await item.publish(locale)
  return item
}

/** As if the item had become public at another moment. */
const backdate = (id: string, at: string) =>
  databaseOf(payload).execute(
    sql`update outbox set occurred_at = ${at}::timestamptz where item_id = ${id}::uuid`,
  )

async function tied(path: 'topics' | 'communities' | 'countries', item: TestItem): Promise<string> {
  const { id } =
    path === 'topics'
      ? await payload.create({ collection: 'topics', data: { label: 'Premises' } })
      : path === 'communities'
        ? await payload.create({ collection: 'communities', data: { name: 'Finance' } })
        : await payload.create({
            collection: 'terms',
            data: { vocabulary: 'countries', code: crypto.randomUUID(), label: 'Greece' },
          })
  await item.publish('en', { [path]: [id] })
  return String(id)
}

test('only what is public now is proposed, with the languages in which it is', async () => {
  const item = await publicItem(['en', 'el', 'fr'])
  await item.saveDraft('fr', {}, { unpublish: true })
  await createTestItem(payload)
  const withdrawn = await publicItem()
  await withdrawn.saveDraft('en', {}, { unpublish: true })

  expect(await proposeItems(payload, everything, { reader: 'el', now })).toEqual([
    {
      collection: 'news',
      id: item.id,
      title: 'Mentoring starts (el)',
      titleLocale: 'el',
      locales: ['en', 'el'],
      publicSince: expect.any(Date),
      starts: null,
    },
  ])
})

test('what became public first after a moment is proposed, and not what was only translated or revised since', async () => {
  const [old, young] = [await publicItem(), await publicItem()]
  await backdate(old.id, '2026-10-01T00:00:00Z')
  await old.publish('fr')
  await backdate(young.id, '2026-11-01T00:00:00Z')

  expect(await found({ since: new Date('2026-10-15T00:00:00Z') })).toEqual([young.id])
})

test('upcoming events come first, by their date; then everything else, newest first', async () => {
  const [older, newer] = [await publicItem(), await publicItem()]
  await backdate(older.id, '2026-10-01T00:00:00Z')
  await backdate(newer.id, '2026-11-01T00:00:00Z')
  const later = await createTestEvent(payload, new Date('2027-03-01T10:00:00Z'))
  const sooner = await createTestEvent(payload, new Date('2027-01-01T10:00:00Z'))
  const over = await createTestEvent(payload, new Date('2026-06-01T10:00:00Z'))
  for (const event of [later, sooner, over]) await event.publish('en')
  await over.publish('en', lasting(new Date('2026-06-01T10:00:00Z')))

  expect(await found()).toEqual([sooner.id, later.id, over.id, newer.id, older.id])
})

test('an item that the issue has is not proposed again', async () => {
  const [one, other] = [await publicItem(), await publicItem()]
  const except: ItemReference[] = [{ collection: 'news', id: one.id }]
  expect(await found({ except })).toEqual([other.id])
})

test.for(['topics', 'communities', 'countries'] as const)('items are found by their %s', async (path) => {
  const [one] = [await publicItem(), await publicItem()]
  const id = await tied(path, one)
  expect(await found({ [path]: [id, crypto.randomUUID()] })).toEqual([one.id])
})

test('every kind of condition must be met', async () => {
  const [one, other] = [await publicItem(), await publicItem()]
  const topic = await tied('topics', one)
  const community = await tied('communities', one)
  await other.publish('en', { topics: [topic] })

  expect(await found({ topics: [topic] })).toHaveLength(2)
  expect(await found({ topics: [topic], communities: [community] })).toEqual([one.id])
})

test('an event is found by the country where it takes place', async () => {
  const event = await createTestEvent(payload, new Date('2027-01-01T10:00:00Z'))
  const country = await payload.create({
    collection: 'terms',
    data: { vocabulary: 'countries', code: crypto.randomUUID(), label: 'Greece' },
  })
  await event.publish('en', { venue: { name: 'Library', city: 'Athens', country: country.id } })
  expect(await found({ countries: [String(country.id)] })).toEqual([event.id])
})

test.for<[ContentCollection, number]>([
  ['news', 1],
  ['events', 0],
])('of the collections asked for: %s gives %i', async ([collection, count]) => {
  await publicItem()
  expect(await found({ collections: [collection] })).toHaveLength(count)
})

test('a newsletter looks since the moment at which its last issue was rendered, not at which its last mail left', async () => {
  const issue = await newsletter.createIssue([{ relationTo: 'news', value: (await publicItem()).id }])
  expect(await lastIssueAt(newsletter.id, databaseOf(payload))).toBeNull()
  await databaseOf(payload).execute(sql`
    insert into editions (id, issue_id, locale, subject, preheader, html, text, content_hash, manifest, rendered_at)
    values (gen_random_uuid(), ${issue}::uuid, 'en', '', '', '', '', '', '[]', '2026-11-10T09:00:00Z')`)
  await databaseOf(payload).execute(
    sql`update issues set state = 'sent', sent_at = '2026-11-10T12:00:00Z' where id = ${issue}::uuid`,
  )
  const rendered = new Date('2026-11-10T09:00:00Z')
  expect(await lastIssueAt(newsletter.id, databaseOf(payload))).toEqual(rendered)
  expect((await usualConditions(payload, newsletter.id)).since).toEqual(rendered)
})

test('a query that says nothing looks by the newsletter’s own conditions', async () => {
  const topic = await payload.create({ collection: 'topics', data: { label: 'Premises' } })
  await payload.update({
    collection: 'newsletters',
    id: newsletter.id,
    data: { proposals: { collections: ['news', 'events'], topics: [topic.id] } },
  })
  expect(await proposalFilter(payload, newsletter.id, {})).toEqual({
    ...everything,
    collections: ['news', 'events'],
    topics: [topic.id],
  })
  expect(
    await proposalFilter(payload, newsletter.id, {
      since: '2026-11-01',
      collections: 'practices,news',
      topics: '',
    }),
  ).toEqual({
    ...everything,
    since: new Date('2026-11-01T00:00:00Z'),
    collections: ['practices', 'news'],
  })
})

test.for([{ since: 'yesterday' }, { collections: 'people' }, { topics: 'finance' }, { except: 'news:1' }])(
  'what cannot be read is named: %o',
  async (query) => {
    expect(await proposalFilter(payload, newsletter.id, query)).toEqual({ field: Object.keys(query)[0] })
  },
)
