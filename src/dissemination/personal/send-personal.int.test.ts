import { randomUUID } from 'node:crypto'

import type { Payload } from 'payload'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'

import { createTestNetwork } from '../../testing/create-network.ts'
import { fakeResend } from '../../testing/fake-resend.ts'
import { fakeSmtp } from '../../testing/fake-smtp.ts'
import { skewClock } from '../../testing/faults/skewed-clock.ts'
import { oneRenderer } from '../../testing/one-renderer.ts'
import { withSilence } from '../../testing/with-silence.ts'
import type { PersonalRenderer } from './personal-renderer.ts'

const { getPayload } = await import('payload')
const { default: config } = await import('../../../payload.config.ts')
const { databaseOf, sql } = await import('../../database/database.ts')
const { settleLapsedPersonalMails } = await import('../../ledger/personal-mails.ts')
const { resend } = await import('../../newsletter/transports/resend.ts')
const { smtp } = await import('../../newsletter/transports/smtp.ts')
const { sendPersonal } = await import('./send-personal.ts')

let payload: Payload
let newsletterId: string

beforeAll(async () => {
  payload = await getPayload({ config })
  const network = await createTestNetwork(payload, ['en', 'el'])
  newsletterId = network.newsletterIds[0]
})
afterAll(() => payload.destroy())
afterEach(() => skewClock(0))
beforeEach(async () => {
  await databaseOf(payload).execute(sql`
    truncate personal_mails, email_deliveries, subscriptions, follows, suppressions, subscribers, send_buckets cascade
  `)
  await allow(null)
})

const allow = async (mailsPerWeek: number | null) =>
  void (await databaseOf(payload).execute(sql`update network set mails_per_week = ${mailsPerWeek}`))

/** Says what each mail is, with a person's own links in it. */
const plainly: PersonalRenderer = async (_, { key, kind, items }) => ({
  locale: 'el',
  subject: `${kind} ${key}`,
  html: '<p>Νέα <a href="{{unsubscribe_url}}">x</a> <a href="{{preferences_url}}">y</a></p>',
  text: 'Νέα {{unsubscribe_url}}',
  fromName: 'Sample network',
  listName: 'Τα νέα σας',
  items,
})
const renderers = oneRenderer(plainly)

async function person(): Promise<string> {
  const id = randomUUID()
  await databaseOf(payload).execute(sql`
    insert into subscribers (id, email, address_key, locale, status, confirmed_at)
    values (${id}, ${`${id}@example.org`}, ${id}, 'el', 'active', now())
  `)
  await databaseOf(payload).execute(sql`
    insert into subscriptions (subscriber_id, newsletter_id, state, confirmed_at)
    values (${id}, ${newsletterId}, 'confirmed', now())
  `)
  await databaseOf(payload).execute(sql`
    insert into follows (subscriber_id, target, target_id, confirmed_at) values (${id}, 'events', ${randomUUID()}, now())
  `)
  return id
}

async function plan(subscriberId: string, kind: 'digest' | 'notice' | 'reminder', key = '2026-W48') {
  const id = randomUUID()
  await databaseOf(payload).execute(sql`
    insert into personal_mails (id, subscriber_id, kind, key, state)
    values (${id}, ${subscriberId}, ${kind}, ${key}, 'planned')
  `)
  return id
}

async function rowOf(id: string) {
  const { rows } = await databaseOf(payload).execute<{
    state: string
    reason: string | null
    late: boolean
  }>(sql`
    select state, reason, due_at > now() as late from personal_mails where id = ${id}
  `)
  return rows[0]
}

const makeDue = () => databaseOf(payload).execute(sql`update personal_mails set due_at = now()`)
const stillHere = () => ({ signal: new AbortController().signal, renderers })

test('a personal mail can be left with one click, names its language and list, and leaves once', async () => {
  await using server = await fakeSmtp()
  const transport = smtp({ url: server.url })
  const mail = await plan(await person(), 'digest')
  await sendPersonal(payload, { transport, ...stillHere() })
  await sendPersonal(payload, { transport, ...stillHere() })
  await transport.close()

  expect(await rowOf(mail)).toEqual({ state: 'submitted', reason: null, late: false })
  expect(server.mails()).toHaveLength(1)
  const head = Object.fromEntries(
    server.mails()[0]?.parsed.headers.map(({ key, value }) => [key, value]) ?? [],
  )
  expect(head).toMatchObject({
    'list-unsubscribe': expect.stringMatching(/^<http:\/\/localhost:3000\/u\/v1\.[^>]+>$/),
    'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
    'list-id': expect.stringContaining('<digest.el.'),
    'message-id': expect.stringContaining(mail),
    'feedback-id': '2026-W48:el:digest:emissary',
    'content-language': 'el',
    'auto-submitted': 'auto-generated',
    precedence: 'bulk',
    'x-delivery-id': mail,
  })
  expect(server.mails()[0]?.parsed.html).not.toContain('{{')
})

test('who left, is suppressed or paused is looked up when the mail is about to leave', async () => {
  await using server = await fakeSmtp()
  const transport = smtp({ url: server.url })
  const [left, barred, resting, unfollowing, reminded] = [
    await person(),
    await person(),
    await person(),
    await person(),
    await person(),
  ]
  const mails = [
    await plan(left, 'digest'),
    await plan(barred, 'digest'),
    await plan(resting, 'digest'),
    await plan(unfollowing, 'notice'),
    await plan(reminded, 'reminder'),
  ]
  const database = databaseOf(payload)
  await database.execute(sql`update subscriptions set state = 'ended' where subscriber_id = ${left}`)
  await database.execute(sql`
    insert into suppressions (address_key, scope, reason) values (${barred}, 'global', 'complaint')
  `)
  await database.execute(sql`
    update subscribers set paused_until = now() + interval '1 day' where id in (${resting}, ${reminded})
  `)
  await database.execute(sql`delete from follows where subscriber_id = ${unfollowing}`)
  await sendPersonal(payload, { transport, ...stillHere() })
  await transport.close()

  expect(await Promise.all(mails.map(rowOf))).toEqual([
    { state: 'skipped', reason: 'unsubscribed', late: false },
    { state: 'skipped', reason: 'suppressed', late: false },
    { state: 'planned', reason: 'paused', late: true },
    { state: 'skipped', reason: 'unsubscribed', late: false },
    { state: 'skipped', reason: 'paused', late: false },
  ])
  expect(server.mails()).toEqual([])
})

test('whoever has had as many mails as the network allows gets the digest later, and a reminder at its moment', async () => {
  await using server = await fakeSmtp()
  const transport = smtp({ url: server.url })
  await allow(2)
  const reader = await person()
  const [first, second, third] = [
    await plan(reader, 'notice', '1'),
    await plan(reader, 'notice', '2'),
    await plan(reader, 'digest'),
  ]
  const reminder = await plan(reader, 'reminder')
  await sendPersonal(payload, { transport, ...stillHere() })
  // The reminder left and counts, so there was room for one other.
  expect(await rowOf(reminder)).toMatchObject({ state: 'submitted' })
  const states = [await rowOf(first), await rowOf(second), await rowOf(third)]
  expect(states.map((row) => row?.state).toSorted()).toEqual(['planned', 'planned', 'submitted'])
  expect(states.filter((row) => row?.state === 'planned')).toEqual([
    { state: 'planned', reason: 'frequency-cap', late: true },
    { state: 'planned', reason: 'frequency-cap', late: true },
  ])

  const database = databaseOf(payload)
  await database.execute(sql`
    update personal_mails set submitted_at = now() - interval '8 days' where state = 'submitted'
  `)
  await makeDue()
  await sendPersonal(payload, { transport, ...stillHere() })
  await transport.close()
  expect(server.mails()).toHaveLength(4)
})

test('a lost answer of a mail server leaves the mail unconfirmed, and nobody sends it again', async () => {
  await using server = await fakeSmtp()
  const transport = smtp({ url: server.url })
  const mail = await plan(await person(), 'digest')
  server.failNext({ at: 'accepted', hangUp: true })
  await sendPersonal(payload, { transport, ...stillHere() })
  await makeDue()
  await sendPersonal(payload, { transport, ...stillHere() })
  await transport.close()

  expect(await rowOf(mail)).toMatchObject({ state: 'unconfirmed', reason: 'no-answer' })
  expect(server.mails()).toHaveLength(1)
})

test('a mail server that answers nobody is left alone after three rounds, and the others keep their mail', async () => {
  await using server = await fakeSmtp()
  const transport = smtp({ url: server.url })
  for (let people = 0; people < 20; people++) await plan(await person(), 'digest')
  await withSilence(server, 20, () => sendPersonal(payload, { transport, ...stillHere() }))
  await transport.close()
  const { rows } = await databaseOf(payload).execute(sql`
    select state, count(*)::int as mails from personal_mails group by 1 order by 1
  `)

  expect(rows).toEqual([
    { state: 'planned', mails: 5 },
    { state: 'unconfirmed', mails: 15 },
  ])
})

test('a service that drops repeated keys is asked again under the same one, so a lost answer costs nothing', async () => {
  await using service = await fakeResend()
  const transport = resend({ apiKey: service.apiKey, baseUrl: service.url })
  const mail = await plan(await person(), 'digest')
  service.failNext({ hangUp: 'after' })
  await sendPersonal(payload, { transport, ...stillHere() })
  expect(await rowOf(mail)).toEqual({ state: 'planned', reason: 'no-answer', late: true })
  await makeDue()
  await sendPersonal(payload, { transport, ...stillHere() })

  expect(await rowOf(mail)).toMatchObject({ state: 'submitted', reason: null })
  expect(service.mails()).toHaveLength(1)
})

test('what a vanished worker had under way is unconfirmed, or asked for again where keys are dropped', async () => {
  const [plainMail, keyed] = [await plan(await person(), 'digest'), await plan(await person(), 'digest')]
  await databaseOf(payload).execute(sql`
    update personal_mails set state = 'submitting', lease_token = gen_random_uuid(), lease_until = now() - interval '1 second',
      first_attempt_at = case when id = ${keyed} then now() end
  `)
  expect(await settleLapsedPersonalMails(databaseOf(payload))).toEqual({ unconfirmed: 1 })
  expect(await Promise.all([plainMail, keyed].map(rowOf))).toMatchObject([
    { state: 'unconfirmed', reason: 'worker-vanished' },
    { state: 'planned', reason: 'worker-vanished' },
  ])
})

test('a mail that cannot be made keeps nobody else from theirs', async () => {
  await using server = await fakeSmtp()
  const transport = smtp({ url: server.url })
  const [broken, empty, whole] = [
    await plan(await person(), 'digest'),
    await plan(await person(), 'notice'),
    await plan(await person(), 'reminder'),
  ]
  await sendPersonal(payload, {
    transport,
    signal: new AbortController().signal,
    renderers: {
      ...renderers,
      digest: () => Promise.reject(new Error('a fault of ours')),
      notice: async () => ({ skip: 'nothing-left' }),
    },
  })
  await transport.close()
  expect(await Promise.all([broken, empty, whole].map(rowOf))).toEqual([
    { state: 'planned', reason: 'rendering-failed', late: true },
    { state: 'skipped', reason: 'nothing-left', late: false },
    { state: 'submitted', reason: null, late: false },
  ])
})

test('of two workers each mail is sent by one', async () => {
  await using server = await fakeSmtp()
  const transport = smtp({ url: server.url })
  for (let index = 0; index < 60; index++) await plan(await person(), 'digest')
  await Promise.all([1, 2].map(() => sendPersonal(payload, { transport, ...stillHere() })))
  await transport.close()
  expect(new Set(server.mails().map(({ to }) => to)).size).toBe(60)
  expect(server.mails()).toHaveLength(60)
})

test('a mailbox that is not there gets no further mail of any kind', async () => {
  await using server = await fakeSmtp()
  const transport = smtp({ url: server.url })
  const reader = await person()
  const first = await plan(reader, 'digest')
  server.failNext({ at: 'rcpt', answer: '550 5.1.1 no such user' })
  await sendPersonal(payload, { transport, ...stillHere() })
  const second = await plan(reader, 'notice', 'later')
  await sendPersonal(payload, { transport, ...stillHere() })
  await transport.close()
  const { rows } = await databaseOf(payload).execute(sql`select reason, note from suppressions`)

  expect(await rowOf(first)).toMatchObject({ state: 'failed', reason: 'address-rejected' })
  expect(await rowOf(second)).toMatchObject({ state: 'skipped' })
  expect(rows).toEqual([{ reason: 'hard-bounce', note: '5.1.1' }])
  expect(server.mails()).toEqual([])
})

const DAY_MS = 86_400_000

test.for([
  ['ahead', DAY_MS],
  ['behind', -DAY_MS],
] as const)('a clock that is a day %s makes no personal mail wait longer or shorter', async ([, skew]) => {
  await using server = await fakeSmtp()
  const transport = smtp({ url: server.url })
  const [putOff, broken] = [await plan(await person(), 'digest'), await plan(await person(), 'notice')]
  skewClock(skew)
  server.failNext({ at: 'rcpt', answer: '450 4.2.1 try again later' })
  const notice = () => Promise.reject(new Error('a fault of ours'))
  await sendPersonal(payload, { transport, ...stillHere(), renderers: { ...renderers, notice } })
  await transport.close()
  const { rows } = await databaseOf(payload).execute(sql`
    select id, due_at between now() + interval '1 minute' and now() + interval '2 hours' as soon from personal_mails
  `)
  expect(new Map(rows.map(({ id, soon }) => [id, soon]))).toEqual(
    new Map([
      [putOff, true],
      [broken, true],
    ]),
  )
})
