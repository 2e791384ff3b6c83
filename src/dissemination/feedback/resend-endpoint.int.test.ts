import { randomUUID } from 'node:crypto'

import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { emptying } from '../../testing/emptying.ts'
import { letterNow, sentLetters } from '../../testing/sent-letter.ts'

// The product reads its environment when it is imported.
const secret = `whsec_${Buffer.alloc(24, 'w').toString('base64')}`
process.env.RESEND_WEBHOOK_SECRET = secret
process.env.RESEND_API_KEY = 're_test'
const { default: config } = await import('../../../payload.config.ts')
const { getPayload, handleEndpoints } = await import('payload')
const { databaseOf, sql } = await import('../../database/database.ts')
const { createTestNetwork } = await import('../../testing/create-network.ts')

let payload: Awaited<ReturnType<typeof getPayload>>
let newsletterId: string
let letter: string

beforeAll(async () => {
  payload = await getPayload({ config })
  const { newsletterIds } = await createTestNetwork(payload, ['en'])
  ;[newsletterId] = newsletterIds
})
afterAll(() => payload.destroy())
beforeEach(async () => {
  await databaseOf(payload).execute(emptying('email_deliveries mail_feedback'))
  const sent = { newsletterId, submittedAt: new Date(`${day}T10:00:00Z`), providerId: 'mail-1' }
  ;[letter = ''] = await sentLetters(payload, [sent])
})

/** What is told is not old: yesterday, in UTC. */
const day = new Date(Date.now() - 24 * 3_600_000).toISOString().slice(0, 10)
const longAgo = new Date(Date.now() - 31 * 24 * 3_600_000).toISOString()

interface Delivery {
  readonly id?: string
  readonly signedAt?: Date
  readonly signedWith?: string
  /** As it arrives, when somebody changed it on the way. */
  readonly arrives?: string
}

async function deliver(
  event: object,
  { id = `msg_${randomUUID()}`, signedAt = new Date(), signedWith = secret, arrives }: Delivery = {},
) {
  const body = JSON.stringify(event)
  const request = new Request('http://localhost:3000/api/feedback/resend', {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'svix-id': id,
      'svix-timestamp': String(Math.floor(signedAt.getTime() / 1000)),
      'svix-signature': new Webhook(signedWith).sign(id, signedAt, body),
    },
    body: arrives ?? body,
  })
  const response = await handleEndpoints({ config, request })
  return [response.status, ((await response.json()) as { outcome: string }).outcome]
}

interface Told {
  readonly at?: string
  readonly tags?: object
  readonly emailId?: string
  readonly bounce?: object
  /** Of the kind of event. */
  readonly more?: object
}

const event = (
  type: string,
  { at = `${day}T10:05:00Z`, tags, emailId = 'mail-1', bounce, more }: Told = {},
) => ({
  type: `email.${type}`,
  created_at: at,
  data: {
    email_id: emailId,
    created_at: at,
    to: ['reader@example.org'],
    tags: tags ?? { d: letter, s: randomUUID() },
    ...(bounce !== undefined && { bounce }),
    ...more,
  },
})

const classes = [
  ['a mailbox that is not there', { type: 'Permanent', subType: 'General' }, 'hard'],
  [
    'a refusal of us that the service calls permanent',
    { type: 'Permanent', subType: 'General', diagnosticCode: ['smtp; 550 5.7.1 blocked using spamhaus'] },
    'policy',
  ],
  ['an address on their own list', { type: 'Permanent', subType: 'Suppressed' }, 'policy'],
  ['a full mailbox', { type: 'Transient', subType: 'MailboxFull' }, 'soft'],
  ['content that is not wanted', { type: 'Transient', subType: 'ContentRejected' }, 'policy'],
  ['a letter that is too large', { type: 'Transient', subType: 'MessageTooLarge' }, 'policy'],
  ['nobody knows', { type: 'Undetermined', subType: 'Undetermined' }, 'soft'],
] as const

test.for(classes)(
  'a bounce is taken for what it says of the address: %s',
  async ([, bounce, bounceClass]) => {
    expect(await deliver(event('bounced', { bounce }))).toEqual([200, 'recorded'])
    expect(await letterNow(payload, letter)).toMatchObject({ bounced: `${day}T10:05:00`, bounceClass })
  },
)

test.for([
  ['failed', { failed: { reason: 'reached_daily_quota' } }],
  ['failed', { failed: { reason: 'something_new' } }],
  ['failed', {}],
  [
    'suppressed',
    { suppressed: { reason: 'previous_bounce', type: 'OnAccountSuppressionList', message: 'no' } },
  ],
  ['suppressed', { suppressed: { reason: 'previous_complaint', type: 'Suppressed', message: 'no' } }],
] as const)(
  '%s by the service, whatever the reason, is a refusal that the address is not at fault for: %j',
  async ([type, more]) => {
    expect(await deliver(event(type, { more }))).toEqual([200, 'recorded'])
    expect(await letterNow(payload, letter)).toMatchObject({ bounceClass: 'policy' })
  },
)

test('an address on the service’s own list has the lists compared', async () => {
  const waiting = async () => {
    const { rows } = await databaseOf(payload).execute(sql`
      select 1 from pgboss.job where name = 'sync-suppressions' and state = 'created'
    `)
    return rows.length
  }
  const before = await waiting()
  await deliver(event('failed', { more: { failed: { reason: 'reached_daily_quota' } } }))
  const between = await waiting()
  await deliver(event('suppressed'))
  expect([between - before, (await waiting()) - between]).toEqual([0, 1])
})

test('a delay is kept, and neither it nor one that is told after the delivery says anything of the letter', async () => {
  expect([
    await deliver(event('delivery_delayed', { at: `${day}T10:01:00Z` })),
    await deliver(event('delivered', { at: `${day}T10:07:00Z` })),
    await deliver(event('delivery_delayed', { at: `${day}T10:03:00Z` })),
  ]).toEqual(Array(3).fill([200, 'recorded']))
  expect(await letterNow(payload, letter)).toMatchObject({
    state: 'submitted',
    delivered: `${day}T10:07:00`,
    bounced: null,
  })
})

test('a message that comes twice counts once, and reordered ones leave the earliest time of each fact', async () => {
  const late = event('delivered', { at: `${day}T10:09:00Z` })
  expect([
    await deliver(late, { id: 'msg_1' }),
    await deliver(event('complained', { at: `${day}T18:00:00Z` })),
    await deliver(event('delivered', { at: `${day}T10:07:00Z` })),
    await deliver(late, { id: 'msg_1' }),
  ]).toEqual([
    [200, 'recorded'],
    [200, 'recorded'],
    [200, 'recorded'],
    [200, 'known'],
  ])
  expect(await letterNow(payload, letter)).toMatchObject({
    delivered: `${day}T10:07:00`,
    complained: `${day}T18:00:00`,
  })
})

test('a mail without our tag is found by the id that the service gave it', async () => {
  expect(await deliver(event('delivered', { tags: {} }))).toEqual([200, 'recorded'])
  expect(await deliver(event('delivered', { tags: {}, emailId: 'mail-2' }))).toEqual([200, 'ignored'])
})

test.for([
  ['something about our mail that we do not ask for', () => event('opened')],
  ['that it was sent', () => event('sent')],
  ['a kind of message that does not exist yet', () => event('levitated')],
  ['somebody else’s affair', () => ({ type: 'contact.created', created_at: `${day}T10:05:00Z`, data: {} })],
  ['an event without what it is about', () => ({ type: 'email.bounced', created_at: `${day}T10:05:00Z` })],
  ['no event at all', () => ({})],
  ['what happened more than a month ago', () => event('complained', { at: longAgo })],
] as const)('%s is answered and not kept', async ([, told]) => {
  expect(await deliver(told())).toEqual([200, 'ignored'])
  expect(await letterNow(payload, letter)).toMatchObject({ delivered: null, bounced: null, complained: null })
  const { rows } = await databaseOf(payload).execute(sql`select 1 from mail_feedback`)
  expect(rows).toEqual([])
})

const MINUTE_MS = 60_000

test.for([
  ['signed by somebody else', { signedWith: `whsec_${Buffer.alloc(24, 'x').toString('base64')}` }],
  ['changed on the way', { arrives: '{"type":"email.complained"}' }],
  ['older than five minutes', { signedAt: new Date(Date.now() - 6 * MINUTE_MS) }],
  ['from the future', { signedAt: new Date(Date.now() + 6 * MINUTE_MS) }],
] as const)('a message %s is refused, and nothing is kept', async ([, delivery]) => {
  expect(await deliver(event('complained'), delivery)).toEqual([401, 'refused'])
  expect(await letterNow(payload, letter)).toMatchObject({ complained: null })
})

test('a body without a signature is refused', async () => {
  const request = new Request('http://localhost:3000/api/feedback/resend', { method: 'POST', body: '{}' })
  expect((await handleEndpoints({ config, request })).status).toBe(401)
})

test('a body that is longer than any event is not read', async () => {
  expect(await deliver({ type: 'x'.repeat(300_000) })).toEqual([413, 'too-large'])
})
