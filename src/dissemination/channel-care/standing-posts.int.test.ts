import type { Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import type { Partners } from '../../demo/partners/server.ts'
import { createTestItem } from '../../testing/create-item.ts'
import { createTestNetwork } from '../../testing/create-network.ts'
import { emptying } from '../../testing/emptying.ts'
import { addMastodon, addWebhook, startPartnerNetwork } from '../../testing/partner-network.ts'

const partners: Partners = await startPartnerNetwork()
// The product reads its environment when it is imported, so that comes after the partners have their address.
const { getPayload } = await import('payload')
const { default: config } = await import('../../../payload.config.ts')
const { databaseOf, sql } = await import('../../database/database.ts')
const { dueDeliveries } = await import('../../ledger/channel-deliveries.ts')
const { rest, signIn } = await import('../../testing/api.ts')
const { deliverToChannel } = await import('../deliver-to-channel.ts')
const { planChanges } = await import('../plan-changes.ts')

let payload: Payload
let editor: string

beforeAll(async () => {
  payload = await getPayload({ config })
  await createTestNetwork(payload, ['en', 'ar'])
  editor = await signIn(payload, { roles: ['editor'] })
})
afterAll(async () => {
  await payload.destroy()
  await partners.stop()
})
beforeEach(async () => {
  partners.state.mastodon.statuses.length = 0
  await databaseOf(payload).execute(emptying('channel_deliveries channel_attempts outbox'))
  await payload.delete({ collection: 'channels', where: { id: { exists: true } } })
})

async function work(): Promise<void> {
  await planChanges(payload)
  for (const id of await dueDeliveries(100, databaseOf(payload))) await deliverToChannel(payload, id)
}
const languages = () =>
  partners.state.mastodon.statuses
    .filter(({ removedAt }) => removedAt === null)
    .map(({ language }) => language)
    .sort()

/** A channel on which an item stands in English and Arabic. */
async function standing() {
  const id = await addMastodon(payload, partners, 'en', ['en', 'ar'])
  const item = await createTestItem(payload)
  await item.publish('en')
  await item.publish('ar')
  await work()
  return { id, item }
}

test('a language that is taken off a channel takes its posts along, and the others stay', async () => {
  const { id } = await standing()
  expect(languages()).toEqual(['ar', 'en'])
  await payload.update({ collection: 'channels', id, data: { locales: ['en'] } })
  await work()

  expect(languages()).toEqual(['en'])
})

test('a person can still act on what stands in a language that the channel lost', async () => {
  const { id, item } = await standing()
  await databaseOf(payload).execute(
    sql`delete from channels_locales_chosen where parent_id = ${id}::uuid and value = 'ar'`,
  )
  const asked = (locale: string) =>
    rest(`/dissemination/news/${item.id}/decide`, {
      as: editor,
      method: 'POST',
      body: { channelId: id, locale, decision: 'withdraw' },
    })
  expect((await asked('fr')).status).toBe(400)
  expect((await asked('ar')).status).toBe(200)
  await work()

  expect(languages()).toEqual(['en'])
})

test('a withdrawal reaches what stands in a language that the channel lost', async () => {
  const { id, item } = await standing()
  await databaseOf(payload).execute(
    sql`delete from channels_locales_chosen where parent_id = ${id}::uuid and value = 'ar'`,
  )
  await item.saveDraft('ar', {}, { unpublish: true })
  await work()

  expect(languages()).toEqual(['en'])
})

test('a channel under which posts stand is neither deleted nor moved to another place, and says what to do', async () => {
  const { id, item } = await standing()
  await expect(payload.delete({ collection: 'channels', id })).rejects.toThrow(
    '2 posts of ours still stand there',
  )
  const moved = payload.update({
    collection: 'channels',
    id,
    data: { baseUrl: 'https://social.example', secrets: { accessToken: 'other' } },
  })
  await expect(moved).rejects.toMatchObject({ data: { errors: [{ path: 'baseUrl' }] } })

  await item.saveDraft('en', {}, { unpublish: true })
  await item.saveDraft('ar', {}, { unpublish: true })
  await work()
  await payload.delete({ collection: 'channels', id })
})

test('a program that is told of changes can be taken off the list whatever it was told', async () => {
  const id = await addWebhook(payload, partners, ['en'])
  const item = await createTestItem(payload)
  await item.publish('en')
  await work()
  await payload.delete({ collection: 'channels', id })

  expect((await payload.count({ collection: 'channels' })).totalDocs).toBe(0)
})
