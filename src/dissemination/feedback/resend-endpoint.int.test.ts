import { randomUUID } from 'node:crypto'

import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import { letterNow, sentLetters } from '../../testing/sent-letter.ts'

// The product reads its environment when it is imported.
const secret = `whsec_${Buffer.alloc(24, 'w').toString('base64')}`
process.env.RESEND_WEBHOOK_SECRET = secret
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
  await databaseOf(payload).execute(sql`truncate email_deliveries, mail_feedback`)
  const sent = { newsletterId, submittedAt: new Date('2026-11-23T10:00:00Z'), providerId: 'mail-1' }
  ;[letter = ''] = await sentLetters(payload, [sent])
})

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
}

const event = (
  type: string,
  { at = '2026-11-23T10:05:00Z', tags, emailId = 'mail-1', bounce }: Told = {},
) => ({
  type: `email.${type}`,
  created_at: at,
  data: {
    email_id: emailId,
    created_at: at,
    to: ['reader@example.org'],
    tags: tags ?? { d: letter, s: randomUUID() },
    ...(bounce !== undefined && { bounce }),
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
  ['nobody knows', { type: 'Undetermined', subType: 'Undetermined' }, 'soft'],
] as const

test.for(classes)(
  'a bounce is taken for what it says of the address: %s',
  async ([, bounce, bounceClass]) => {
    expect(await deliver(event('bounced', { bounce }))).toEqual([200, 'recorded'])
    expect(await letterNow(payload, letter)).toMatchObject({ bounced: '2026-11-23T10:05:00', bounceClass })
  },
)

test.for(['failed', 'suppressed'])(
  '%s by the service is a refusal that the address is not at fault for',
  async (type) => {
    expect(await deliver(event(type))).toEqual([200, 'recorded'])
    expect(await letterNow(payload, letter)).toMatchObject({ bounceClass: 'policy' })
  },
)

test('a message that comes twice counts once, and reordered ones leave the earliest time of each fact', async () => {
  const late = event('delivered', { at: '2026-11-23T10:09:00Z' })
  expect([
    await deliver(late, { id: 'msg_1' }),
    await deliver(event('complained', { at: '2026-11-24T08:00:00Z' })),
    await deliver(event('delivered', { at: '2026-11-23T10:07:00Z' })),
    await deliver(late, { id: 'msg_1' }),
  ]).toEqual([
    [200, 'recorded'],
    [200, 'recorded'],
    [200, 'recorded'],
    [200, 'known'],
  ])
  expect(await letterNow(payload, letter)).toMatchObject({
    delivered: '2026-11-23T10:07:00',
    complained: '2026-11-24T08:00:00',
  })
})

test('a mail without our tag is found by the id that the service gave it', async () => {
  expect(await deliver(event('delivered', { tags: {} }))).toEqual([200, 'recorded'])
  expect(await deliver(event('delivered', { tags: {}, emailId: 'mail-2' }))).toEqual([200, 'ignored'])
})

test('what we do not ask for is answered and not kept', async () => {
  expect([await deliver(event('opened')), await deliver({ type: 'contact.created' })]).toEqual([
    [200, 'ignored'],
    [200, 'ignored'],
  ])
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
