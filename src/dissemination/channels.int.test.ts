import type { Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import type { Partners } from '../demo/partners/server.ts'
import { createTestItem } from '../testing/create-item.ts'
import { createTestNetwork } from '../testing/create-network.ts'
import { emptying } from '../testing/emptying.ts'
import { addMastodon, addWebhook, startPartnerNetwork } from '../testing/partner-network.ts'

const partners: Partners = await startPartnerNetwork()
// The product reads its environment when it is imported, so that comes after the partners have their address.
const { getPayload } = await import('payload')
const { default: config } = await import('../../payload.config.ts')
const { databaseOf, sql } = await import('../database/database.ts')
const { deliverToChannel } = await import('./deliver-to-channel.ts')
const { planChanges } = await import('./plan-changes.ts')
const { sweep } = await import('./sweep.ts')
const { claim, dueDeliveries } = await import('../ledger/channel-deliveries.ts')

let payload: Payload

beforeAll(async () => {
  payload = await getPayload({ config })
  await createTestNetwork(payload, ['en', 'fr', 'ar'])
})
afterAll(async () => {
  await payload.destroy()
  await partners.stop()
})
beforeEach(async () => {
  partners.state.mastodon.statuses.length = 0
  partners.state.events.length = 0
  await databaseOf(payload).execute(emptying('channel_deliveries channel_attempts outbox'))
  await payload.delete({ collection: 'channels', where: { id: { exists: true } } })
})

/** Plans what changed and carries out what is due, as two workers would at once. */
async function work() {
  await Promise.all([planChanges(payload), planChanges(payload)])
  const due = await dueDeliveries(100, databaseOf(payload))
  await Promise.all([...due, ...due].map((id) => deliverToChannel(payload, id)))
}

async function makeDue() {
  await databaseOf(payload).execute(sql`update channel_deliveries set due_at = now() where state = 'planned'`)
}

async function ledger() {
  const { rows } = await databaseOf(payload).execute<Record<string, string | null>>(sql`
    select service, locale, state, reason, remote_state from channel_deliveries order by service, locale
  `)
  return rows.map(({ service, locale, state, reason, remote_state }) =>
    [service, locale, state, reason, remote_state].filter((part) => part !== null).join(' '),
  )
}

const posts = () =>
  partners.state.mastodon.statuses
    .filter(({ removedAt }) => removedAt === null)
    .map(({ language, text }) => [language, text.split('\n')[0]])
const events = () => partners.state.events.map(({ type, data }) => `${type} ${data.locale}`)

test('an item reaches each channel once in its language; the ledger says why others get nothing', async () => {
  await addMastodon(payload, partners, 'en')
  await addMastodon(payload, partners, 'ar')
  await addWebhook(payload, partners, ['en', 'fr'])
  const item = await createTestItem(payload)
  await item.publish('en')
  await work()

  expect(posts()).toEqual([['en', 'Mentoring starts (en)']])
  expect(events()).toEqual(['item.published en'])
  expect(await ledger()).toEqual([
    'mastodon ar skipped not-translated none',
    'mastodon en submitted live',
    'webhook en submitted live',
    'webhook fr skipped not-translated none',
  ])
})

test('a translation that is published later follows by itself', async () => {
  await addMastodon(payload, partners, 'en')
  await addMastodon(payload, partners, 'ar')
  const item = await createTestItem(payload)
  await item.publish('en')
  await work()
  await item.publish('ar')
  await work()

  expect(posts()).toEqual([
    ['en', 'Mentoring starts (en)'],
    // Set apart, as it runs the other way.
    ['ar', '\u2068Mentoring starts (ar)\u2069'],
  ])
})

test('a correction changes the post; a draft over it and publishing again do not', async () => {
  await addMastodon(payload, partners, 'en')
  const item = await createTestItem(payload)
  await item.publish('en')
  await work()
  await item.saveDraft('en', { title: 'Not public yet' })
  await work()
  expect(posts()).toEqual([['en', 'Mentoring starts (en)']])

  await item.publish('en', { title: 'Mentoring starts in March' })
  await work()
  expect(posts()).toEqual([['en', 'Mentoring starts in March']])
  expect(await ledger()).toEqual(['mastodon en submitted live'])
})

test('a language that is taken back is taken back everywhere', async () => {
  await addMastodon(payload, partners, 'en')
  await addWebhook(payload, partners, ['en'])
  const item = await createTestItem(payload)
  await item.publish('en')
  await work()
  await item.saveDraft('en', {}, { unpublish: true })
  await work()

  expect(posts()).toEqual([])
  expect(events()).toEqual(['item.published en', 'item.withdrawn en'])
  expect(await ledger()).toEqual(['mastodon en submitted absent', 'webhook en submitted absent'])
})

test('an item that is withdrawn before it was announced is never announced', async () => {
  await addMastodon(payload, partners, 'en')
  const item = await createTestItem(payload)
  await item.publish('en')
  await planChanges(payload)
  await item.saveDraft('en', {}, { unpublish: true })
  await work()

  expect(posts()).toEqual([])
  expect(await ledger()).toEqual(['mastodon en skipped withdrawn-before-sending none'])
})

test('a channel that is down gets its post later', async () => {
  await addMastodon(payload, partners, 'en')
  const item = await createTestItem(payload)
  await item.publish('en')
  partners.failNext({ kind: 'answer', status: 503 })
  await work()
  expect(await ledger()).toEqual(['mastodon en planned unavailable none'])

  await makeDue()
  await work()
  expect(posts()).toEqual([['en', 'Mentoring starts (en)']])
})

test('an answer that is lost makes no second post: the channel is asked first', async () => {
  await addMastodon(payload, partners, 'en')
  const item = await createTestItem(payload)
  await item.publish('en')
  partners.failNext({ kind: 'hang-up-after' })
  await work()
  expect(await ledger()).toEqual(['mastodon en planned unconfirmed unconfirmed'])

  await makeDue()
  // One worker: a second that came a little later would already go on from what the first has found.
  for (const id of await dueDeliveries(100, databaseOf(payload))) await deliverToChannel(payload, id)
  expect(await ledger()).toEqual(['mastodon en planned found-there live'])
  await work()
  expect(posts()).toEqual([['en', 'Mentoring starts (en)']])
  expect(await ledger()).toEqual(['mastodon en submitted live'])
})

test('an item that is withdrawn while its post is in doubt is looked for and removed', async () => {
  await addMastodon(payload, partners, 'en')
  const item = await createTestItem(payload)
  await item.publish('en')
  partners.failNext({ kind: 'hang-up-after' })
  await work()
  await item.saveDraft('en', {}, { unpublish: true })
  await work()
  await makeDue()
  await work()

  expect(posts()).toEqual([])
  expect(await ledger()).toEqual(['mastodon en submitted absent'])
})

test('a worker that vanishes after sending leaves no second post behind', async () => {
  await addMastodon(payload, partners, 'en')
  const item = await createTestItem(payload)
  await item.publish('en')
  await work()
  // The state in which a worker leaves the row when it is killed between the request and writing its outcome down.
  await databaseOf(payload).execute(sql`
    update channel_deliveries set state = 'planned', remote_state = 'none', remote_id = null, due_at = now()
  `)
  const [id = ''] = await dueDeliveries(1, databaseOf(payload))
  await claim(id, databaseOf(payload))
  await databaseOf(payload).execute(
    sql`update channel_deliveries set lease_until = now() - interval '1 second'`,
  )
  await sweep(payload)
  await work()
  await work()

  expect(posts()).toEqual([['en', 'Mentoring starts (en)']])
  expect(await ledger()).toEqual(['mastodon en submitted live'])
})

test('a refused access pauses the channel, and nothing is lost until a person mends it', async () => {
  const id = await addMastodon(payload, partners, 'en')
  await payload.update({ collection: 'channels', id, data: { secrets: { accessToken: 'no longer valid' } } })
  const item = await createTestItem(payload)
  await item.publish('en')
  await work()
  expect(await payload.findByID({ collection: 'channels', id })).toMatchObject({
    paused: true,
    pausedReason: 'unauthorised',
  })

  await payload.update({
    collection: 'channels',
    id,
    data: { secrets: { accessToken: 'demo-access-token-en' }, paused: false },
  })
  await work()
  expect(posts()).toEqual([['en', 'Mentoring starts (en)']])
})

test('a post that somebody removed at the other side is not put back', async () => {
  await addMastodon(payload, partners, 'en')
  const item = await createTestItem(payload)
  await item.publish('en')
  await work()
  partners.state.mastodon.statuses.length = 0
  await item.publish('en', { title: 'Corrected' })
  await work()
  await item.publish('en', { title: 'Corrected again' })
  await work()

  expect(posts()).toEqual([])
  expect(await ledger()).toEqual(['mastodon en skipped removed-there unlinked'])
})
