import ICAL from 'ical.js'
import type { Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import { createTestEvent } from '../../testing/create-event.ts'
import { createFollower } from '../../testing/create-follower.ts'
import { createTestItem } from '../../testing/create-item.ts'
import { createTestNetwork } from '../../testing/create-network.ts'
import { emptying } from '../../testing/emptying.ts'
import { fakeSmtp } from '../../testing/fake-smtp.ts'

const { getPayload } = await import('payload')
const { default: config } = await import('../../../payload.config.ts')
const { databaseOf, sql } = await import('../../database/database.ts')
const { beginPersonalMails, settleLapsedPersonalMails } = await import('../../ledger/personal-mails.ts')
const { holdPersonalMails } = await import('../../ledger/hold-personal-mails.ts')
const { smtp } = await import('../../newsletter/transports/smtp.ts')
const { planChanges } = await import('../plan-changes.ts')
const { planRemindersOf } = await import('./plan-reminders.ts')
const { sendPersonal } = await import('./send-personal.ts')

let payload: Payload

beforeAll(async () => {
  payload = await getPayload({ config })
  await createTestNetwork(payload, ['en', 'ar'])
})
afterAll(() => payload.destroy())
beforeEach(async () => {
  await planChanges(payload)
  await databaseOf(payload).execute(emptying('personal_mails follows subscribers'))
})

async function publicItem() {
  const item = await createTestItem(payload)
  await item.publish('en')
  await planChanges(payload)
  return item
}

async function send(server: Awaited<ReturnType<typeof fakeSmtp>>): Promise<void> {
  const transport = smtp({ url: server.url })
  await sendPersonal(payload, { transport, signal: new AbortController().signal })
  await transport.close()
}

const makeDue = () => databaseOf(payload).execute(sql`update personal_mails set due_at = now()`)

async function states(): Promise<string[]> {
  const { rows } = await databaseOf(payload).execute<{ state: string }>(sql`
    select state from personal_mails order by planned_at, id
  `)
  return rows.map(({ state }) => state)
}

test('a notice leaves when its quarter of an hour is over, once, and can be left with one click', async () => {
  await using server = await fakeSmtp()
  const item = await publicItem()
  await createFollower(payload, ['en'], [{ target: 'news', targetId: item.id }])
  await item.publish('en', { title: 'Changed' })
  await planChanges(payload)
  await send(server)
  expect(server.mails()).toEqual([])

  await makeDue()
  await send(server)
  await send(server)
  expect(server.mails().map(({ parsed }) => parsed.subject)).toEqual(['News of what you follow: Changed'])
  const head = Object.fromEntries(
    server.mails()[0]?.parsed.headers.map(({ key, value }) => [key, value]) ?? [],
  )
  expect(head).toMatchObject({
    'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
    'list-id': expect.stringContaining('<notices.en.'),
  })
})

test('a notice of a worker that vanished before sending is sent, and of one that vanished while sending is in doubt', async () => {
  await using server = await fakeSmtp()
  const [first, second] = [await publicItem(), await publicItem()]
  await createFollower(payload, ['en'], [{ target: 'news', targetId: first.id }])
  await createFollower(payload, ['en'], [{ target: 'news', targetId: second.id }])
  await first.publish('en', { title: 'Changed' })
  await second.publish('en', { title: 'Changed too' })
  await planChanges(payload)
  await makeDue()
  const database = databaseOf(payload)
  const repeats = { idempotencyTtlMs: 0 }
  const { mails, leaseToken } = await holdPersonalMails({ limit: 10 }, repeats, database)
  const begun = mails
    .slice(0, 1)
    .map(({ id, items }) => ({ id, items, locale: 'en' as const, handedOver: null }))
  await beginPersonalMails(begun, leaseToken, repeats, database)
  // The worker is gone, and its leases have ended.
  await database.execute(sql`update personal_mails set lease_until = now() - interval '1 second'`)
  await settleLapsedPersonalMails(database)
  await send(server)
  await send(server)

  expect((await states()).toSorted()).toEqual(['submitted', 'unconfirmed'])
  expect(server.mails()).toHaveLength(1)
})

test('what happens after a notice left in doubt is told in another', async () => {
  await using server = await fakeSmtp()
  const item = await publicItem()
  await createFollower(payload, ['en'], [{ target: 'news', targetId: item.id }])
  await item.publish('en', { title: 'Changed' })
  await planChanges(payload)
  await makeDue()
  server.failNext({ at: 'accepted', hangUp: true })
  await send(server)
  await item.publish('en', { title: 'Changed again' })
  await planChanges(payload)

  expect(await states()).toEqual(['unconfirmed', 'planned'])
})

test('a reminder arrives with a file that a calendar program reads', async () => {
  await using server = await fakeSmtp()
  const start = new Date(Math.round(Date.now() / 60_000) * 60_000 + 3 * 3_600_000)
  const event = await createTestEvent(payload, start)
  await event.publish('en')
  await planChanges(payload)
  const reader = await createFollower(
    payload,
    ['en'],
    [{ target: 'events', targetId: event.id, reminder: true }],
  )
  await planRemindersOf(reader, databaseOf(payload))
  await send(server)
  const [file] = server.mails()[0]?.parsed.attachments ?? []
  const content = typeof file?.content === 'string' ? file.content : new TextDecoder().decode(file?.content)
  const part = new ICAL.Component(ICAL.parse(content)).getFirstSubcomponent('vevent') ?? undefined

  expect([file?.filename, file?.mimeType]).toEqual(['event.ics', 'text/calendar'])
  expect(new ICAL.Event(part).startDate.toJSDate()).toEqual(start)
})
