import type { Payload } from 'payload'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

import { createTestItem } from '../../testing/create-item.ts'
import { createTestNetwork } from '../../testing/create-network.ts'
import { fakeSmtp } from '../../testing/fake-smtp.ts'
import { addMastodon, startPartnerNetwork } from '../../testing/partner-network.ts'
import { startWorkerProcess } from '../../testing/worker-process.ts'

/** Workers are processes of their own, which take their time to start. */
const SLOW = { timeout: 180_000 }

const smtp = await fakeSmtp()
process.env.SMTP_URL = smtp.url
const partners = await startPartnerNetwork()
// The product reads its environment when it is imported, so that comes after the partners have their address.
const { getPayload } = await import('payload')
const { default: config } = await import('../../../payload.config.ts')
const { databaseOf, sql } = await import('../../database/database.ts')

let payload: Payload

beforeAll(async () => {
  payload = await getPayload({ config })
  await createTestNetwork(payload, ['en'])
})
afterAll(async () => {
  await payload.destroy()
  await partners.stop()
  await smtp[Symbol.asyncDispose]()
})

async function inState(state: string): Promise<boolean> {
  const { rows } = await databaseOf(payload).execute(
    sql`select id from channel_deliveries where state = ${state}`,
  )
  return rows.length === 1
}

test(
  'a worker killed between the post and its answer: two others find it, and it stands there once, as corrected meanwhile',
  SLOW,
  async () => {
    await addMastodon(payload, partners, 'en')
    const item = await createTestItem(payload)
    partners.failNext({ kind: 'stall' })
    const first = await startWorkerProcess()
    await item.publish('en')
    await vi.waitUntil(() => partners.state.mastodon.statuses.length > 0, { timeout: 60_000 })
    await first.kill()
    expect(await inState('submitting')).toBe(true)
    await item.publish('en', { title: 'Corrected' })
    await databaseOf(payload).execute(
      sql`update channel_deliveries set lease_until = now() - interval '1 second'`,
    )

    await using _second = await startWorkerProcess()
    await using _third = await startWorkerProcess()
    await vi.waitUntil(() => partners.state.mastodon.statuses[0]?.text.startsWith('Corrected'), {
      timeout: 90_000,
      interval: 200,
    })
    await vi.waitUntil(() => inState('submitted'), { timeout: 30_000, interval: 200 })

    expect(partners.state.mastodon.statuses).toHaveLength(1)
  },
)
