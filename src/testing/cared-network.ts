import { afterAll, beforeEach } from 'vitest'

import { createTestItem } from './create-item.ts'
import { createTestNetwork } from './create-network.ts'
import { emptying } from './emptying.ts'
import { mailedProduct } from './mailed-product.ts'
import { startPartnerNetwork } from './partner-network.ts'

/**
 * For the top of a test file, before it imports the product: a network in three languages with partners, a mail server and
 * people of each role. Each test begins with no channel, and nothing due.
 */
export async function caredNetwork() {
  const partners = await startPartnerNetwork()
  const { smtp, payload } = await mailedProduct()
  const { databaseOf, sql } = await import('../database/database.ts')
  const { dueDeliveries } = await import('../ledger/channel-deliveries.ts')
  const { signIn } = await import('./api.ts')
  const { planChanges } = await import('../dissemination/plan-changes.ts')
  const { workThrough } = await import('../dissemination/channel-care/work-through.ts')
  const { installQueues } = await import('../queue/queue.ts')

  await installQueues(process.env.DATABASE_URL ?? '')
  await createTestNetwork(payload, ['en', 'fr', 'ar'])
  const administrator = await signIn(payload, { roles: ['administrator'] })
  const editor = await signIn(payload, { roles: ['editor'] })
  const translator = await signIn(payload, { roles: ['translator'] })
  const database = () => databaseOf(payload)

  afterAll(() => partners.stop())
  beforeEach(async () => {
    partners.state.mastodon.statuses.length = 0
    partners.state.events.length = 0
    await database().execute(
      emptying('channel_deliveries channel_attempts channel_sessions outbox send_buckets pgboss.job'),
    )
    await payload.delete({ collection: 'channels', where: { id: { exists: true } } })
  })

  /** Carries out all that is due, as a worker would. */
  async function work(): Promise<void> {
    await planChanges(payload)
    for (const id of await dueDeliveries(100, database())) await workThrough(payload, id)
  }

  /** State, reason, what stands there and what was seen there, as a line a delivery. */
  async function ledger(): Promise<readonly string[]> {
    const { rows } = await database().execute<Record<string, string | null>>(sql`
      select state, reason, remote_state, probe from channel_deliveries order by service, locale, due_at
    `)
    return rows.map(({ state, reason, remote_state, probe }) =>
      [state, reason, remote_state, probe].filter((part) => part !== null).join(' '),
    )
  }

  /** The service no longer knows our account. */
  const breakAccess = (id: string) =>
    payload.update({
      collection: 'channels',
      id,
      data: { secrets: { accessToken: 'not-the-token-any-more' } },
    })

  /** So many items that were made public and planned, one after the other. */
  async function publishedBefore(count: number): Promise<void> {
    for (let place = 0; place < count; place++)
      await (await createTestItem(payload)).publish('en', { title: `Item ${place}` })
    await planChanges(payload)
  }

  return {
    partners,
    smtp,
    payload,
    database,
    administrator,
    editor,
    translator,
    work,
    ledger,
    breakAccess,
    publishedBefore,
  }
}
