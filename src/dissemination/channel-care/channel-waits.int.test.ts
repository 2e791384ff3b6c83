import { expect, test } from 'vitest'

import { caredNetwork } from '../../testing/cared-network.ts'
import { createTestItem } from '../../testing/create-item.ts'
import { addMastodon, addWebhook } from '../../testing/partner-network.ts'

const { partners, payload, database, work, publishedBefore } = await caredNetwork()
const { sql } = await import('../../database/database.ts')
const { dueDeliveries } = await import('../../ledger/channel-deliveries.ts')
const { planChanges } = await import('../plan-changes.ts')
const { workThrough } = await import('./work-through.ts')

test('who goes on with a channel does all that is due there, whoever found it busy', async () => {
  await addWebhook(payload, partners, ['en'])
  for (let count = 0; count < 3; count++) await (await createTestItem(payload)).publish('en')
  await planChanges(payload)
  const [first = ''] = await dueDeliveries(1, database())
  await workThrough(payload, first)

  expect(partners.state.events).toHaveLength(3)
})

/** Hours of the day from now on, in UTC. */
const hoursFromNow = (hours: number): number => (new Date().getUTCHours() + hours + 24) % 24

async function waiting() {
  const { rows } = await database().execute<Record<string, unknown>>(sql`
    select state, reason, attempts, due_at > now() + interval '20 seconds' as later from channel_deliveries order by planned_at, id
  `)
  return rows
}
const wakeJobs = async () => {
  const { rows } = await database().execute(sql`
    select id from pgboss.job where name = 'deliver-to-channel' and start_after > now() + interval '20 seconds'
  `)
  return rows.length
}

test.for([
  { service: 'indexnow', baseUrl: 'https://api.indexnow.org', settings: { key: 'a1b2c3d4e5f6' } },
  { service: 'websub', baseUrl: 'https://hub.example', settings: {} },
])(
  'who comes to look ($service) is told half a minute after a change, by a job of its own',
  async (account) => {
    await payload.create({
      collection: 'channels',
      data: { ...account, name: 'To be told', locales: ['en'], mode: 'auto' },
    })
    await (await createTestItem(payload)).publish('en')
    await planChanges(payload)

    expect(await waiting()).toMatchObject([{ state: 'planned', later: true }])
    expect(await wakeJobs()).toBe(1)
  },
)

test('who is sent a change is sent it at once', async () => {
  await addWebhook(payload, partners, ['en'])
  await (await createTestItem(payload)).publish('en')
  await planChanges(payload)

  expect(await waiting()).toMatchObject([{ state: 'planned', later: false }])
  expect(await wakeJobs()).toBe(0)
})

test('in quiet hours nothing new is posted and nothing burnt, one job waits for their end, and withdrawals go on', async () => {
  const id = await addMastodon(payload, partners, 'en')
  const item = await createTestItem(payload)
  await item.publish('en')
  await work()
  await payload.update({
    collection: 'channels',
    id,
    data: { timeZone: 'UTC', quietFrom: hoursFromNow(-1), quietTo: hoursFromNow(3) },
  })
  await item.saveDraft('en', {}, { unpublish: true })
  await publishedBefore(2)
  await work()

  expect(partners.state.mastodon.statuses.map(({ removedAt }) => removedAt === null)).toEqual([false])
  const waits = { state: 'planned', reason: 'quiet-hours', attempts: 0, later: true }
  expect((await waiting()).filter(({ state }) => state === 'planned')).toEqual([waits, waits])
  expect(await wakeJobs()).toBe(1)
})

test('in quiet hours a new post in doubt is looked for, and not posted again', async () => {
  const id = await addMastodon(payload, partners, 'en')
  await publishedBefore(1)
  await work()
  await payload.update({
    collection: 'channels',
    id,
    data: { timeZone: 'UTC', quietFrom: hoursFromNow(-1), quietTo: hoursFromNow(3) },
  })
  partners.state.mastodon.statuses.length = 0
  await database().execute(sql`
    update channel_deliveries set state = 'planned', reason = 'unconfirmed', due_at = now(), remote_state = 'unconfirmed',
      remote_id = null, remote_url = null, remote_outbox_id = null
  `)
  await work()

  expect(partners.state.mastodon.statuses).toEqual([])
  expect(await waiting()).toEqual([{ state: 'planned', reason: 'quiet-hours', attempts: 0, later: true }])
})

test('a channel that fails five times in a row is left alone: what waits burns no attempt', async () => {
  await addMastodon(payload, partners, 'en')
  for (let time = 0; time < 5; time++) partners.failNext({ kind: 'answer', status: 503 })
  await publishedBefore(7)
  for (let time = 0; time < 7; time++) await work()

  const rows = await waiting()
  expect(rows.filter(({ attempts }) => attempts === 1)).toHaveLength(5)
  expect(rows.filter(({ attempts, reason }) => attempts === 0 && reason === 'channel-rests')).toHaveLength(2)
  expect(partners.state.mastodon.statuses).toEqual([])
})

test('a service that asks one delivery to wait gets it from all that wait for the channel', async () => {
  await addMastodon(payload, partners, 'en')
  partners.failNext({ kind: 'answer', status: 429, headers: { 'retry-after': '120' } })
  await publishedBefore(3)
  await work()

  expect((await waiting()).map(({ reason, later }) => [reason, later])).toEqual(
    Array(3).fill(['rate-limited', true]),
  )
  expect(partners.state.mastodon.statuses).toEqual([])
})
