import { Webhook } from 'standardwebhooks'
import { expect, test } from 'vitest'

import { demoSites } from '../demo/partners/partner-accounts.ts'
import { startPartners } from '../demo/partners/server.ts'
import { shownBy } from '../demo/partners/webhook-receiver.ts'
import { describeChannel } from '../testing/describe-channel.ts'
import { eventInEnglish, practiceInArabic, practiceInEnglish } from '../testing/items.ts'
import { publishPost, submitOptions, updatePost } from '../testing/submit-post.ts'
import { channelFor } from './channel-for.ts'
import { webhook } from './webhook.ts'
import { parseWebhookSecret, signatureHeaders } from './webhook-signature.ts'

const [site = { name: '', secret: '' }] = demoSites
const inMemory = { port: 0, host: '127.0.0.1', dataDir: null } as const
const publicUrl = 'https://emen.example'
const options = submitOptions
const stranger = `whsec_${Buffer.alloc(32, 'x').toString('base64')}`
const opener =
  (secret: string) =>
  (url: string, allowedPrivateHosts: readonly string[] = [new URL(url).host]) =>
    channelFor(
      { service: 'webhook', baseUrl: `${url}/hooks/${site.name}`, secrets: { signingSecret: secret } },
      { allowedPrivateHosts, publicUrl },
    )
const open = opener(site.secret)
const published = { change: 'published' } as const

const account = (signingSecret: string) => (url: string) => ({
  baseUrl: `${url}/hooks/${site.name}`,
  secrets: { signingSecret },
})

describeChannel({
  service: webhook,
  async startService() {
    const partners = await startPartners(inMemory)
    const shown = () => shownBy(site.name, partners.state.events)
    return {
      url: partners.url,
      standing: () => shown().map(({ data }) => data.url ?? ''),
      newestText: () => shown().at(-1)?.data.title ?? '',
      [Symbol.asyncDispose]: partners.stop,
    }
  },
  isSubmission: ({ path }) => path.startsWith('/hooks/'),
  account: account(site.secret),
  stranger: account(stranger),
  // It knows a message again by its name.
  reasons: { 500: 'unavailable' },
  probes: false,
})

test('the standard’s own library accepts our signature, and refuses it for another body, id, time or secret', () => {
  const key = parseWebhookSecret(site.secret) ?? Buffer.of()
  const sentAt = new Date()
  const message = { id: 'k1', sentAt, body: '{"type":"item.published"}' }
  const headers = signatureHeaders(message, key)
  const verify = (body: string, changed: Record<string, string>, secret = site.secret) =>
    new Webhook(secret).verify(body, { ...headers, ...changed })

  expect(verify(message.body, {})).toEqual({ type: 'item.published' })
  expect(() => verify(`${message.body} `, {})).toThrow()
  expect(() => verify(message.body, { 'webhook-id': 'k2' })).toThrow()
  expect(() => verify(message.body, {}, stranger)).toThrow()
  const stale = signatureHeaders({ ...message, sentAt: new Date(sentAt.getTime() - 360_000) }, key)
  expect(() => verify(message.body, stale)).toThrow('too old')
})

test('every attempt at one change has the same bytes, and another change has others', async () => {
  const channel = open('https://partner.example')
  const revisedLater = { ...eventInEnglish, updatedAt: new Date('2026-04-01T00:00:00Z') }

  expect(channel.compose(eventInEnglish, published)).toEqual(
    channel.compose(structuredClone(eventInEnglish), published),
  )
  expect(channel.compose(revisedLater, published)).not.toEqual(channel.compose(eventInEnglish, published))
})

test('a site hears what happened, with all that it needs to show the item in its language', async () => {
  await using partners = await startPartners(inMemory)
  const channel = open(partners.url)
  const item = { ...practiceInArabic, acknowledgements: practiceInEnglish.acknowledgements, sample: true }
  const { remoteId } = await publishPost(channel, channel.compose(item, published), options('k1'))
  await updatePost(channel, { remoteId }, channel.compose(item, { change: 'revised' }), options('k2'))
  const occurredAt = new Date('2026-04-01T08:00:00Z')
  await channel.remove({ remoteId, item, locale: 'ar', occurredAt, reason: null }, options('k3'))

  expect(partners.state.events.map(({ type, webhookId }) => [type, webhookId])).toEqual([
    ['item.published', 'k1'],
    ['item.revised', 'k2'],
    ['item.withdrawn', 'k3'],
  ])
  const [first, , last] = partners.state.events
  expect(first?.data).toEqual({
    ...JSON.parse(JSON.stringify(item)),
    slug: undefined,
    direction: 'rtl',
  })
  expect(last).toMatchObject({
    timestamp: '2026-04-01T08:00:00.000Z',
    data: { collection: 'practices', id: item.id, locale: 'ar' },
  })
})

test('a site that says 410 wants nothing more, and the channel is closed', async () => {
  await using partners = await startPartners(inMemory)
  const channel = open(partners.url)
  partners.failNext({ kind: 'answer', status: 410 })

  const submission = publishPost(channel, channel.compose(practiceInEnglish, published), options())
  await expect(submission).rejects.toMatchObject({ reason: 'closed' })
})

test('a site that answers 500 has refused, and is told again later', async () => {
  await using partners = await startPartners(inMemory)
  const channel = open(partners.url)
  partners.failNext({ kind: 'answer', status: 500 })

  const submission = publishPost(channel, channel.compose(practiceInEnglish, published), options())
  await expect(submission).rejects.toMatchObject({ reason: 'unavailable' })
})

test('a request signed long ago is refused by a site that behaves', async () => {
  await using partners = await startPartners({ ...inMemory, now: () => new Date('2026-03-06T12:10:00Z') })
  const channel = open(partners.url)
  const post = channel.compose(practiceInEnglish, published)

  const late = publishPost(channel, post, options('k1', new Date('2026-03-06T12:00:00Z')))
  await expect(late).rejects.toMatchObject({ reason: 'rejected' })
  await publishPost(channel, post, options('k1', new Date('2026-03-06T12:09:00Z')))
  expect(partners.state.events).toHaveLength(1)
})

test.for([
  '',
  'secret',
  'whsec_',
  `whsec_${Buffer.alloc(23).toString('base64')}`,
  `whsec_${Buffer.alloc(65).toString('base64')}`,
])('with "%s" for a secret nothing is sent', async (secret) => {
  await using partners = await startPartners(inMemory)
  const channel = opener(secret)(partners.url)

  await expect(channel.verify(options())).rejects.toMatchObject({ reason: 'misconfigured' })
})

test('a body that is too large for receivers is found before it is sent', () => {
  const channel = open('https://partner.example')
  const topics = Array.from({ length: 2000 }, (_, index) => `topic ${index}`)

  expect(channel.validate(channel.compose({ ...practiceInEnglish, topics }, published))).toEqual(['too-long'])
})
