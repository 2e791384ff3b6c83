import type { Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { freePort } from '../../run/free-port.ts'
import { createTestItem } from '../../testing/create-item.ts'
import { createTestNetwork } from '../../testing/create-network.ts'
import { startFediversePeer } from '../../testing/fediverse-peer.ts'

const peer = await startFediversePeer()
const port = await freePort(null)
process.env.PUBLIC_URL = `http://127.0.0.1:${port}`
process.env.ALLOWED_PRIVATE_HOSTS = peer.host
// The product reads its environment when it is imported.
const { getPayload } = await import('payload')
const { default: config } = await import('../../../payload.config.ts')
const { databaseOf } = await import('../../database/database.ts')
const { reachOfChannels } = await import('../../fediverse/counts.ts')
const { dueDeliveries } = await import('../../ledger/channel-deliveries.ts')
const { startFediverseSite } = await import('../../testing/fediverse-site.ts')
const { storedChannel } = await import('../channel-care/open-channel.ts')
const { verifyChannel } = await import('../channel-care/verify-channel.ts')
const { deliverToChannel } = await import('../deliver-to-channel.ts')
const { planChanges } = await import('../plan-changes.ts')
const { tellFollowers } = await import('./tell-followers.ts')

let payload: Payload
let site: AsyncDisposable
let channelId: string

beforeAll(async () => {
  payload = await getPayload({ config })
  await createTestNetwork(payload, ['en', 'fr', 'ar'])
  site = await startFediverseSite(payload, [peer.host], port)
  const { id } = await payload.create({
    collection: 'channels',
    data: {
      name: 'Fediverse',
      service: 'activitypub',
      baseUrl: 'https://fediverse.invalid/',
      settings: { accountName: 'news' },
      locales: ['en', 'fr'],
      mode: 'auto',
    },
  })
  channelId = id
})
afterAll(async () => {
  await payload.destroy()
  await site[Symbol.asyncDispose]()
  await peer[Symbol.asyncDispose]()
})

async function work() {
  await planChanges(payload)
  for (const id of await dueDeliveries(100, databaseOf(payload))) await deliverToChannel(payload, id)
  await tellFollowers(payload, AbortSignal.timeout(30_000))
}
const shown = () =>
  [...peer.notes.values()].map(({ languages, content }) => [languages.join(), firstLine(content)])
const firstLine = (content: string) => /<strong>(.*?)<\/strong>/.exec(content)?.[1]

test('what an editor publishes, corrects and withdraws in a language is so at its followers', async () => {
  const channel = await storedChannel(payload, channelId)
  if (channel === null) throw new Error('there is no channel')
  const verdict = await verifyChannel(payload, channel)
  const host = `127.0.0.1:${port}`
  expect(verdict).toMatchObject({ account: { name: `@news-en@${host} @news-fr@${host}` } })
  await peer.follow(`http://${host}/fediverse/actors/news-en`, 'ada')
  await peer.follow(`http://${host}/fediverse/actors/news-fr`, 'ada')

  const item = await createTestItem(payload)
  await item.publish('en')
  await item.publish('fr')
  await item.publish('ar')
  await work()
  expect(shown().sort()).toEqual([
    ['en', 'Mentoring starts (en)'],
    ['fr', 'Mentoring starts (fr)'],
  ])

  await item.publish('en', { title: 'Mentoring starts in March' })
  await item.saveDraft('fr', {}, { unpublish: true })
  await work()
  expect(shown()).toEqual([['en', 'Mentoring starts in March']])

  expect(await reachOfChannels(databaseOf(payload))).toEqual([
    { channelId, followers: 2, due: 0, delivered: 4, failed: 0, failing: 0, unauthorised: 0 },
  ])
})
