import { randomBytes, randomUUID } from 'node:crypto'

import type { Payload } from 'payload'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'

import { createTestNetwork } from '../../testing/create-network.ts'
import { fakeResend } from '../../testing/fake-resend.ts'
import { fakeSmtp } from '../../testing/fake-smtp.ts'
import { oneRenderer } from '../../testing/one-renderer.ts'
import type { PersonalRenderer } from './personal-renderer.ts'

const { getPayload } = await import('payload')
const { default: config } = await import('../../../payload.config.ts')
const { eraseSubscriber } = await import('../../audience/erase-subscriber.ts')
const { findSubscriber } = await import('../../audience/subscriber.ts')
const { forgetQuestions } = await import('../../audience/questions/forget-questions.ts')
const { suppress } = await import('../../audience/suppression/suppress.ts')
const { databaseOf, inTransaction, sql } = await import('../../database/database.ts')
const { env } = await import('../../env.ts')
const { beginPersonalMails, holdPersonalMails, settleLapsedPersonalMails } = await import(
  '../../ledger/personal-mails.ts'
)
const { resend } = await import('../../newsletter/transports/resend.ts')
const { smtp } = await import('../../newsletter/transports/smtp.ts')
const { parseKeyring } = await import('../../secrets/keyring.ts')
const { recordFeedback } = await import('../feedback/record-feedback.ts')
const { reseal } = await import('../reseal.ts')
const { sealHandedOver } = await import('./handed-over.ts')
const { sendPersonal } = await import('./send-personal.ts')

let payload: Payload
let newsletterId: string
let service: Awaited<ReturnType<typeof fakeResend>>
const settings = { EMISSARY_KEYS: env.EMISSARY_KEYS, MAIL_FROM: env.MAIL_FROM }

beforeAll(async () => {
  payload = await getPayload({ config })
  const network = await createTestNetwork(payload, ['en', 'el'])
  newsletterId = network.newsletterIds[0]
})
afterAll(() => payload.destroy())
beforeEach(async () => {
  service = await fakeResend()
  await run(
    sql`truncate personal_mails, subscriptions, follows, suppressions, subscribers, send_buckets cascade`,
  )
})
afterEach(async () => {
  Object.assign(env, settings)
  await service[Symbol.asyncDispose]()
})

const run = (statement: ReturnType<typeof sql>) => databaseOf(payload).execute(statement)

const saying =
  (subject: string): PersonalRenderer =>
  async (_, { items }) => ({
    locale: 'el',
    subject,
    html: `<p>${subject} <a href="{{unsubscribe_url}}">x</a></p>`,
    text: `${subject} {{unsubscribe_url}}`,
    fromName: 'Sample network',
    listName: 'Τα νέα σας',
    items,
  })

/** What the mail service tells of the mail by itself, whatever came of its answer. */
const tellsThat = (kind: 'delivered' | 'bounced', deliveryId: string) =>
  recordFeedback(
    payload,
    {
      key: randomUUID(),
      source: 'resend',
      deliveryId,
      providerId: randomUUID(),
      kind,
      bounceClass: kind === 'bounced' ? 'policy' : null,
      status: null,
      replyCode: null,
      at: new Date(),
    },
    new Date(),
  )

const send = (renderer = saying('Νέα')) =>
  sendPersonal(payload, {
    transport: resend({ apiKey: service.apiKey, baseUrl: service.url }),
    signal: new AbortController().signal,
    renderers: oneRenderer(renderer),
  })

/** Time for another attempt. */
const later = () =>
  run(sql`update personal_mails set due_at = now(), lease_until = lease_until - interval '20 minutes'`)

async function planned() {
  const id = randomUUID()
  const subscriberId = randomUUID()
  await run(sql`
    insert into subscribers (id, email, address_key, locale, status, confirmed_at)
    values (${subscriberId}, ${`${subscriberId}@example.org`}, ${subscriberId}, 'el', 'active', now())
  `)
  await run(sql`
    insert into subscriptions (subscriber_id, newsletter_id, state, confirmed_at)
    values (${subscriberId}, ${newsletterId}, 'confirmed', now())
  `)
  await run(sql`
    insert into personal_mails (id, subscriber_id, kind, key, state) values (${id}, ${subscriberId}, 'digest', '2026-W48', 'planned')
  `)
  return { id, subscriberId }
}

const told = async () =>
  (
    await run(sql`
      select concat_ws(' ', state, reason, case when handed_over is not null then 'kept' end) as says from personal_mails
    `)
  ).rows.map(({ says }) => says)

const meanwhile: Readonly<Record<string, (person: string) => Promise<unknown>>> = {
  'they moved to another address': (person) =>
    run(
      sql`update subscribers set email = ${`moved-${person}@example.org`}, address_key = 'moved' where id = ${person}`,
    ),
  'keys were rotated': async () => {
    env.EMISSARY_KEYS = `new:${randomBytes(32).toString('base64')},${env.EMISSARY_KEYS}`
  },
  'keys were rotated, and the old one left after a reseal': async () => {
    const added = `new:${randomBytes(32).toString('base64')}`
    await reseal(payload, parseKeyring(`${added},${env.EMISSARY_KEYS}`))
    env.EMISSARY_KEYS = added
  },
  'the sender changed': async () => {
    env.MAIL_FROM = 'another@emissary.example'
  },
}
const changes = Object.keys(meanwhile)

test.for(changes)('a mail that was taken is not handed over anew, though %s', async (change) => {
  const { subscriberId } = await planned()
  service.failNext({ hangUp: 'after' })
  await send()
  await meanwhile[change]?.(subscriberId)
  await later()
  await send(saying('Άλλα'))

  expect([await told(), service.mails().length, service.requests()]).toEqual([['submitted'], 1, 2])
})

test.for(changes)(
  'a mail that may have been taken, and was not, leaves as it was, though %s',
  async (change) => {
    const { subscriberId } = await planned()
    service.failNext({ hangUp: 'before' })
    await send()
    await meanwhile[change]?.(subscriberId)
    await later()
    await send(saying('Άλλα'))
    const [mail] = service.mails()

    expect(mail).toMatchObject({
      to: [`${subscriberId}@example.org`],
      subject: 'Νέα',
      from: expect.stringContaining(settings.MAIL_FROM),
    })
    expect(await told()).toEqual(['submitted'])
  },
)

test('what cannot be made any more is asked for all the same: it may have arrived', async () => {
  await planned()
  service.failNext({ hangUp: 'after' })
  await send()
  await later()
  await send(async () => ({ skip: 'nothing-left' }))
  expect([await told(), service.mails().length]).toEqual([['submitted'], 1])
})

test.for([
  ['after the service took it', true],
  ['before it left', false],
] as const)('of a worker that vanished %s another asks with the same bytes', async ([, isTaken]) => {
  const { id } = await planned()
  const repeats = { idempotencyTtlMs: 23 * 60 * 60_000 }
  const database = databaseOf(payload)
  const { leaseToken, mails } = await holdPersonalMails({ limit: 1 }, repeats, database)
  const single = {
    key: `personal/${id}`,
    from: { name: 'Sample network', address: 'first@emissary.example' },
    replyTo: null,
    to: mails[0]?.address ?? '',
    subject: 'Όπως ήταν',
    html: '<p>😀</p>',
    text: '😀',
    locale: 'el',
  }
  const made = { id, locale: 'el' as const, items: [], handedOver: sealHandedOver(id, single) }
  await beginPersonalMails([made], leaseToken, repeats, database)
  const first = resend({ apiKey: service.apiKey, baseUrl: service.url })
  if (isTaken) await first.sendOne(single, { signal: AbortSignal.timeout(5_000) })
  await later()
  await settleLapsedPersonalMails(database)
  expect(await told()).toEqual(['planned worker-vanished kept'])
  await send(saying('Άλλα'))

  expect([await told(), service.mails().map(({ subject }) => subject)]).toEqual([
    ['submitted'],
    ['Όπως ήταν'],
  ])
})

test('the copy says nothing to whoever reads the database', async () => {
  const { subscriberId } = await planned()
  service.failNext({ hangUp: 'after' })
  await send()
  const { rows } = await run(sql`select handed_over from personal_mails`)
  const copy = String(rows[0]?.handed_over)

  expect(copy).toMatch(/^v1\.[\w-]+\.[\w.-]+$/)
  expect(copy).not.toContain(subscriberId)
})

test('the copy goes with the service’s memory of the key, and nobody can tell any more', async () => {
  await planned()
  service.failNext({ hangUp: 'after' })
  await send()
  expect(await told()).toEqual(['planned no-answer kept'])
  await later()
  await run(sql`update personal_mails set first_attempt_at = now() - interval '22 hours 1 minute'`)
  await send()

  expect([await told(), service.requests()]).toEqual([['unconfirmed no-answer'], 1])
})

test.for([
  [
    'too many requests',
    { status: 429, name: 'rate_limit_exceeded', headers: { 'retry-after': '60' } },
    'planned rate-limited',
  ],
  ['a refusal', { status: 422, name: 'validation_error' }, 'failed message-refused'],
] as const)('%s is an answer: no copy is kept', async ([, answer, says]) => {
  await planned()
  service.failNext(answer)
  await send()
  expect(await told()).toEqual([says])
})

test('what is refused for now keeps its place under the same key as long as it is in doubt', async () => {
  await planned()
  service.failNext({ hangUp: 'after' })
  service.failNext({ status: 429, name: 'rate_limit_exceeded', headers: { 'retry-after': '60' } })
  await send()
  await later()
  await send(saying('Άλλα'))
  expect(await told()).toEqual(['planned rate-limited kept'])
  await later()
  await send(saying('Άλλα'))
  expect([await told(), service.mails().length]).toEqual([['submitted'], 1])
})

test('over a server that drops no repeated mail no copy is made', async () => {
  await using server = await fakeSmtp()
  const transport = smtp({ url: server.url })
  await planned()
  server.failNext({ at: 'rcpt', answer: '450 4.2.1 later' })
  const once = { transport, signal: new AbortController().signal, renderers: oneRenderer(saying('Νέα')) }
  await sendPersonal(payload, once)
  await transport.close()
  expect(await told()).toEqual(['planned busy'])
})

test('a mail without its copy is not made a second time', async () => {
  await planned()
  service.failNext({ hangUp: 'after' })
  await send()
  await later()
  env.EMISSARY_KEYS = `other:${randomBytes(32).toString('base64')}`
  await send()
  expect([await told(), service.requests()]).toEqual([['unconfirmed payload-changed'], 1])
})

test('of who is erased no copy is kept, and nobody says that they got nothing', async () => {
  const { subscriberId } = await planned()
  service.failNext({ hangUp: 'after' })
  await send()
  await inTransaction(payload, async (transaction) => {
    const person = await findSubscriber(subscriberId, transaction)
    if (person !== null) await eraseSubscriber(person, new Date(), transaction)
  })
  expect(await told()).toEqual(['unconfirmed no-answer'])
  await later()
  await send()
  expect([await told(), service.requests()]).toEqual([['unconfirmed no-answer'], 1])
})

test('who asked and is erased is in no copy of their answer', async () => {
  await planned()
  service.failNext({ hangUp: 'after' })
  await send()
  const questionId = randomUUID()
  await run(
    sql`update personal_mails set kind = 'answer', question_id = ${questionId}, subscriber_id = null, address_key = null`,
  )
  await inTransaction(payload, (transaction) => forgetQuestions([questionId], transaction))
  expect(await told()).toEqual(['unconfirmed no-answer'])
})

test('who is deleted from the press list is in no copy', async () => {
  const { id: contactId } = await payload.create({
    collection: 'press-contacts',
    data: { name: 'A paper', email: `${randomUUID()}@paper.example`, locale: 'el', consentBasis: 'asked' },
  })
  await planned()
  service.failNext({ hangUp: 'after' })
  await send()
  await run(
    sql`update personal_mails set kind = 'press', contact_id = ${String(contactId)}::uuid, subscriber_id = null, address_key = null`,
  )
  await payload.delete({ collection: 'press-contacts', id: contactId })
  expect(await told()).toEqual(['planned no-answer'])
  await later()
  await send()
  expect([await told(), service.requests()]).toEqual([['unconfirmed no-answer'], 1])
})

test('who is deleted from the press list while their mail is made gets none, and is in no copy', async () => {
  const { id: contactId } = await payload.create({
    collection: 'press-contacts',
    data: { name: 'A paper', email: `${randomUUID()}@paper.example`, locale: 'el', consentBasis: 'asked' },
  })
  await planned()
  await run(sql`
    update personal_mails set kind = 'press', contact_id = ${String(contactId)}::uuid, subscriber_id = null, address_key = null
  `)
  service.failNext({ hangUp: 'after' })
  await send(async (held, mail) => {
    await payload.delete({ collection: 'press-contacts', id: contactId })
    return saying('Νέα')(held, mail)
  })
  expect([await told(), service.requests()]).toEqual([['skipped unsubscribed'], 0])
})

test('who is barred while their mail is in doubt gets no second one, and nobody says that they got none', async () => {
  const { subscriberId } = await planned()
  service.failNext({ hangUp: 'before' })
  await send()
  await inTransaction(payload, (transaction) =>
    suppress(
      {
        addressKey: subscriberId,
        scope: 'global',
        reason: 'manual',
        origin: 'officer',
        note: null,
        actor: null,
        now: new Date(),
      },
      transaction,
    ),
  )
  await later()
  await send()
  expect([await told(), service.requests()]).toEqual([['unconfirmed no-answer'], 1])
})

test.for(['delivered', 'bounced'] as const)(
  'what the service tells of a mail that is in doubt ends the doubt, and the copy goes: %s',
  async (kind) => {
    const { id } = await planned()
    service.failNext({ hangUp: 'after' })
    await send()
    expect(await tellsThat(kind, id)).toBe('recorded')
    expect(await told()).toEqual(['submitted'])
    await later()
    await send()
    expect([await told(), service.requests()]).toEqual([['submitted'], 1])
  },
)

test('what the service tells before its answer is lost is what came of the mail', async () => {
  const { id } = await planned()
  const first = resend({ apiKey: service.apiKey, baseUrl: service.url })
  service.failNext({ hangUp: 'after' })
  await sendPersonal(payload, {
    transport: {
      ...first,
      sendOne: async (mail, options) => {
        const outcome = await first.sendOne(mail, options)
        await tellsThat('delivered', id)
        return outcome
      },
    },
    signal: new AbortController().signal,
    renderers: oneRenderer(saying('Νέα')),
  })
  expect([await told(), service.mails().length]).toEqual([['submitted'], 1])
})

test('what the service tells of a mail whose worker vanished is what came of it, and holds up nothing', async () => {
  const { id } = await planned()
  await planned()
  const first = resend({ apiKey: service.apiKey, baseUrl: service.url })
  await sendPersonal(payload, {
    transport: {
      ...first,
      sendOne: async (mail, options) => {
        await first.sendOne(mail, options)
        throw new Error('nobody sees what came of it')
      },
    },
    signal: new AbortController().signal,
    renderers: oneRenderer(saying('Νέα')),
  }).catch(() => undefined)
  expect(await told()).toEqual(['submitting kept', 'submitting kept'])
  await tellsThat('delivered', id)
  await later()
  await settleLapsedPersonalMails(databaseOf(payload))
  expect((await told()).sort()).toEqual(['planned worker-vanished kept', 'submitted'])
})
