import { afterAll, beforeEach } from 'vitest'

import type { TestItem } from './create-item.ts'
import { emptying } from './emptying.ts'
import { addMastodon, startPartnerNetwork } from './partner-network.ts'

/**
 * For the top of a test file, before it imports the product: an item and a channel at Mastodon, about which people decide. Each
 * test begins with both of them new, and nothing posted.
 */
export async function cellNetwork() {
  const partners = await startPartnerNetwork()
  const { getPayload } = await import('payload')
  const { default: config } = await import('../../payload.config.ts')
  const { databaseOf } = await import('../database/database.ts')
  const { itemCells } = await import('../dissemination/channels/item-cells.ts')
  const { deliverToChannel } = await import('../dissemination/deliver-to-channel.ts')
  const { planChanges } = await import('../dissemination/plan-changes.ts')
  const { dueDeliveries } = await import('../ledger/channel-deliveries.ts')
  const { rest, signIn } = await import('./api.ts')
  const { createTestItem } = await import('./create-item.ts')
  const { createTestNetwork } = await import('./create-network.ts')

  const payload = await getPayload({ config })
  await createTestNetwork(payload, ['en', 'fr'])
  const editor = await signIn(payload, { roles: ['editor'] })
  const translator = await signIn(payload, { roles: ['translator'], locales: ['en'] })
  const database = databaseOf(payload)
  let item: TestItem
  let channelId: string

  afterAll(async () => {
    await payload.destroy()
    await partners.stop()
  })
  beforeEach(async () => {
    partners.state.mastodon.statuses.length = 0
    await database.execute(
      emptying('channel_deliveries channel_attempts channel_choices item_corrections outbox'),
    )
    await payload.delete({ collection: 'channels', where: { id: { exists: true } } })
    channelId = await addMastodon(payload, partners, 'en')
    item = await createTestItem(payload)
  })

  /** What an endpoint answers that is asked about the cell. @param as null: somebody from outside */
  const look = (what: 'preview' | 'compare', as: string | null = editor) =>
    rest(`/dissemination/news/${item.id}/${what}?channelId=${channelId}&locale=en`, { as })

  const post = (what: string, body: object, as = editor) =>
    rest(`/dissemination/news/${item.id}/${what}`, {
      method: 'POST',
      as,
      body: { channelId, locale: 'en', ...body },
    })

  /** Carries out all that is due, as a worker would. */
  async function work() {
    await planChanges(payload)
    for (let round = 0; round < 4; round++)
      for (const id of await dueDeliveries(100, database)) await deliverToChannel(payload, id)
  }

  /** What stands there. */
  const texts = () =>
    partners.state.mastodon.statuses.filter(({ removedAt }) => removedAt === null).map(({ text }) => text)
  const firstLines = () => texts().map((text) => text.split('\n')[0])

  async function cell() {
    const cells = await itemCells(payload, { collection: 'news', id: item.id })
    const found = cells.find((each) => each.locale === 'en')
    if (found === undefined) throw new Error('the channel has no such cell')
    return found
  }

  return {
    payload,
    database,
    partners,
    translator,
    item: () => item,
    channelId: () => channelId,
    look,
    post,
    work,
    texts,
    firstLines,
    cell,
  }
}
