import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'

import config from '../../../payload.config.ts'
import { databaseOf, inTransaction, sql } from '../../database/database.ts'
import { createFollower } from '../../testing/create-follower.ts'
import { createTestItem } from '../../testing/create-item.ts'
import { createTestNetwork } from '../../testing/create-network.ts'
import { emptying } from '../../testing/emptying.ts'
import { planChanges } from '../plan-changes.ts'
import { type NoticeableChange, planNotices } from './plan-notices.ts'

let payload: Payload

beforeAll(async () => {
  payload = await getPayload({ config })
  await createTestNetwork(payload, ['en', 'fr', 'ar'])
})
afterAll(() => payload.destroy())
beforeEach(async () => {
  await planChanges(payload)
  await databaseOf(payload).execute(emptying('personal_mails follows subscribers'))
})

const following = (id: string) => [{ target: 'news', targetId: id }] as const

interface Notice extends Record<string, unknown> {
  readonly told: readonly string[]
  readonly locale: string
  readonly locale_reason: string
  readonly state: string
}

/** What a person is told: `why locale id` of each item. */
async function noticesOf(subscriberId: string): Promise<Notice[]> {
  const { rows } = await databaseOf(payload).execute<Notice>(sql`
    select state, locale, locale_reason, (
      select coalesce(jsonb_agg(concat_ws(' ', e ->> 'why', e ->> 'locale', e ->> 'id')), '[]')
      from jsonb_array_elements(items) as e
    ) as told
    from personal_mails where subscriber_id = ${subscriberId} and kind = 'notice' order by planned_at
  `)
  return rows
}

async function toldTo(subscriberId: string): Promise<readonly string[]> {
  await planChanges(payload)
  return (await noticesOf(subscriberId)).flatMap(({ told }) => told)
}

async function createTopic(label: string): Promise<string> {
  const { id } = await payload.create({ collection: 'topics', locale: 'en', data: { label } })
  return id
}

/** A published item in English. What its publication means is planned already. */
async function publicItem(topics: readonly string[] = []) {
  const item = await createTestItem(payload)
  await item.saveDraft('en', { topics: [...topics] })
  await item.publish('en')
  await planChanges(payload)
  return item
}

test('a change is told in one notice, due in a quarter of an hour, in the reader’s first language', async () => {
  const item = await publicItem()
  const reader = await createFollower(payload, ['en', 'fr'], following(item.id))
  await item.publish('en', { title: 'Mentoring starts in June' })

  expect(await toldTo(reader)).toEqual([`changed en ${item.id}`])
  expect(await noticesOf(reader)).toMatchObject([
    { state: 'planned', locale: 'en', locale_reason: 'first-language' },
  ])
  const { rows } = await databaseOf(payload).execute(sql`
    select 1 from personal_mails where due_at between now() + interval '14 minutes' and now() + interval '15 minutes'
  `)
  expect(rows).toHaveLength(1)
})

test('what happens until a notice leaves is collected in it, each item once', async () => {
  const [first, second] = [await publicItem(), await publicItem()]
  const reader = await createFollower(payload, ['en'], [...following(first.id), ...following(second.id)])
  await first.publish('en', { title: 'Changed' })
  await planChanges(payload)
  await second.publish('en', { title: 'Changed too' })
  await planChanges(payload)
  await first.publish('en', { title: 'Changed again' })
  await planChanges(payload)

  expect(await noticesOf(reader)).toHaveLength(1)
  expect(await toldTo(reader)).toEqual([`changed en ${second.id}`, `changed en ${first.id}`])
})

test('a notice that is held or has left takes nothing up any more: what happens then is told in the next', async () => {
  const item = await publicItem()
  const reader = await createFollower(payload, ['en'], following(item.id))
  await item.publish('en', { title: 'Changed' })
  await planChanges(payload)
  await databaseOf(payload).execute(sql`
    update personal_mails set lease_token = gen_random_uuid(), lease_until = now() + interval '1 minute'
  `)
  await item.publish('en', { title: 'Changed again' })
  await planChanges(payload)

  expect(await noticesOf(reader)).toHaveLength(2)
})

test('a save that changes nothing for readers is told to nobody', async () => {
  const item = await publicItem()
  const reader = await createFollower(payload, ['en'], following(item.id))
  await item.publish('en')
  await item.saveDraft('en', { title: 'Not public' })

  expect(await toldTo(reader)).toEqual([])
})

test('a change in a language that is not the one a person reads the item in does not concern them', async () => {
  const item = await publicItem()
  await item.publish('fr')
  await planChanges(payload)
  const french = await createFollower(payload, ['fr', 'en'], following(item.id))
  const arabic = await createFollower(payload, ['ar'], following(item.id))
  await item.publish('en', { title: 'Changed in English' })
  await planChanges(payload)

  expect(await toldTo(french)).toEqual([])
  expect(await toldTo(arabic)).toEqual([])
})

test('who waits for a language is told when the item becomes public in it', async () => {
  const item = await publicItem()
  const reader = await createFollower(payload, ['ar', 'en'], following(item.id))
  await item.publish('ar')

  expect(await toldTo(reader)).toEqual([`published ar ${item.id}`])
})

test('an item is told to be gone once, when nothing of it is left in any language that a person reads', async () => {
  const item = await publicItem()
  await item.publish('fr')
  await planChanges(payload)
  const reader = await createFollower(payload, ['fr', 'en'], following(item.id))
  await item.saveDraft('fr', {}, { unpublish: true })

  expect(await toldTo(reader)).toEqual([])
  await item.saveDraft('en', {}, { unpublish: true })
  expect(await toldTo(reader)).toEqual([`withdrawn en ${item.id}`])
})

test('an item that is deleted is told to be gone', async () => {
  const item = await publicItem()
  const reader = await createFollower(payload, ['en'], following(item.id))
  await payload.delete({ collection: 'news', id: item.id })

  expect(await toldTo(reader)).toEqual([`withdrawn en ${item.id}`])
})

test('what came and went before anybody was told of it is not told', async () => {
  const item = await publicItem()
  const reader = await createFollower(payload, ['ar'], following(item.id))
  await item.publish('ar')
  await planChanges(payload)
  await item.saveDraft('ar', {}, { unpublish: true })

  expect(await toldTo(reader)).toEqual([])
})

test('what went and came back while a notice waited has changed', async () => {
  const item = await publicItem()
  const reader = await createFollower(payload, ['en'], following(item.id))
  await item.saveDraft('en', {}, { unpublish: true })
  await planChanges(payload)
  await item.publish('en')

  expect(await toldTo(reader)).toEqual([`changed en ${item.id}`])
})

test('who follows a topic is told what is new about it in a language they read, and nothing of its changes', async () => {
  const topic = await createTopic('Access to finance')
  const [english, french] = [
    await createFollower(payload, ['en'], [{ target: 'topics', targetId: topic }]),
    await createFollower(payload, ['fr'], [{ target: 'topics', targetId: topic }]),
  ]
  const item = await publicItem([topic])
  const other = await publicItem()

  expect(await toldTo(english)).toEqual([`new en ${item.id}`])
  expect(await toldTo(french)).toEqual([])
  await databaseOf(payload).execute(sql`update personal_mails set state = 'submitted'`)
  await item.publish('en', { title: 'Changed' })
  await other.publish('en', { title: 'Changed' })
  expect(await toldTo(english)).toEqual([`new en ${item.id}`])
})

test('what a reader of a topic could read before in another of their languages is not new to them', async () => {
  const topic = await createTopic('Mentoring')
  const reader = await createFollower(payload, ['fr', 'en'], [{ target: 'topics', targetId: topic }])
  const item = await publicItem([topic])
  await databaseOf(payload).execute(sql`update personal_mails set state = 'submitted'`)
  await item.publish('fr')

  expect(await toldTo(reader)).toEqual([`new en ${item.id}`])
})

test('who follows an item and its topic is told of it once', async () => {
  const topic = await createTopic('Housing')
  const item = await publicItem([topic])
  const reader = await createFollower(
    payload,
    ['ar'],
    [...following(item.id), { target: 'topics', targetId: topic }],
  )
  await item.publish('ar')

  expect(await toldTo(reader)).toEqual([`published ar ${item.id}`])
})

test('what happened before somebody followed is not told to them, nor anything to who has ended', async () => {
  const item = await publicItem()
  await item.publish('en', { title: 'Changed' })
  const late = await createFollower(payload, ['en'], following(item.id))
  const gone = await createFollower(payload, ['en'], following(item.id))
  await databaseOf(payload).execute(sql`update subscribers set status = 'ended' where id = ${gone}`)

  expect(await toldTo(late)).toEqual([])
  await item.publish('en', { title: 'Changed again' })
  expect(await toldTo(late)).toEqual([`changed en ${item.id}`])
  expect(await toldTo(gone)).toEqual([])
})

test('changes that are planned at the same time open one notice for a person', async () => {
  const [first, second] = [await publicItem(), await publicItem()]
  const reader = await createFollower(payload, ['en'], [...following(first.id), ...following(second.id)])
  await first.publish('en', { title: 'Changed' })
  await second.publish('en', { title: 'Changed too' })
  const [one, other] = await unplanned()
  const later = await inTransaction(payload, async (transaction) => {
    await planNotices([one], ['en'], transaction)
    const waiting = inTransaction(payload, (beside) => planNotices([other], ['en'], beside))
    await vi.waitUntil(isAnybodyWaiting, { timeout: 30_000 })
    return { waiting }
  })
  await later.waiting

  expect(await noticesOf(reader)).toMatchObject([
    { told: [`changed en ${first.id}`, `changed en ${second.id}`] },
  ])
})

async function unplanned(): Promise<[NoticeableChange, NoticeableChange]> {
  const { rows } = await databaseOf(payload).execute<{ id: string; item_id: string }>(sql`
    select id, item_id from outbox where planned_at is null order by id
  `)
  const [one, other] = rows.map(
    ({ id, item_id }): NoticeableChange => ({
      outboxId: Number(id),
      item: { collection: 'news', id: item_id },
      locale: 'en',
      kind: 'revised',
      publicLocales: ['en'],
    }),
  )
  if (one === undefined || other === undefined) throw new Error('two changes were to be planned')
  return [one, other]
}

async function isAnybodyWaiting(): Promise<boolean> {
  const { rows } = await databaseOf(payload).execute(sql`
    select 1 from pg_stat_activity where datname = current_database() and wait_event = 'advisory'
  `)
  return rows.length > 0
}
