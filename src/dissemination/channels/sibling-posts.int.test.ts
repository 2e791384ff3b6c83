import type { Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { createTestItem } from '../../testing/create-item.ts'
import { createTestNetwork } from '../../testing/create-network.ts'
import { startFakeWordPress } from '../../testing/services/fake-wordpress.ts'

const site = await startFakeWordPress()
// The product reads its environment when it is imported.
process.env.ALLOWED_PRIVATE_HOSTS = new URL(site.url).host
const { getPayload } = await import('payload')
const { default: config } = await import('../../../payload.config.ts')
const { databaseOf } = await import('../../database/database.ts')
const { dueDeliveries } = await import('../../ledger/channel-deliveries.ts')
const { workThrough } = await import('../channel-care/work-through.ts')
const { planChanges } = await import('../plan-changes.ts')

let payload: Payload

beforeAll(async () => {
  payload = await getPayload({ config })
  await createTestNetwork(payload, ['en', 'fr', 'ar'])
})
afterAll(async () => {
  await payload.destroy()
  await site[Symbol.asyncDispose]()
})

async function work(): Promise<void> {
  await planChanges(payload)
  for (const id of await dueDeliveries(100, databaseOf(payload))) await workThrough(payload, id)
}

const english = () => site.site.posts.find(({ content }) => content.includes('Text in en.'))
const namedIn = (content = '') => [...content.matchAll(/<a hreflang="([a-z]+)"/g)].map(([, locale]) => locale)

test('an article names the item’s other languages as they come and go, and is not touched when they only change', async () => {
  await payload.create({
    collection: 'channels',
    data: {
      name: 'A partner',
      service: 'wordpress',
      baseUrl: site.url,
      settings: { username: site.username },
      secrets: { applicationPassword: site.password },
      locales: ['en', 'ar'],
      mode: 'auto',
    },
  })
  const item = await createTestItem(payload)
  await item.publish('en')
  await work()
  expect(namedIn(english()?.content)).toEqual([])

  await item.publish('fr')
  await item.publish('ar')
  await work()
  expect(namedIn(english()?.content)).toEqual(['fr', 'ar'])

  const saves = () => site.site.posts.map((post) => post.saves)
  const before = saves()
  await item.publish('fr', { title: 'Un autre titre' })
  await work()
  await work()
  expect(saves()).toEqual(before)

  await item.saveDraft('fr', {}, { unpublish: true })
  await work()
  expect(namedIn(english()?.content)).toEqual(['ar'])
})
