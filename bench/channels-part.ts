import { setTimeout as wait } from 'node:timers/promises'

import { getPayload } from 'payload'

import config from '../payload.config.ts'
import { databaseOf, sql } from '../src/database/database.ts'
import { startWorkers } from '../src/dissemination/workers.ts'
import { requester } from '../src/network/request.ts'
import { enqueue, installQueues } from '../src/queue/queue.ts'
import { paragraph } from '../src/testing/paragraph.ts'
import { answerOrders } from './sending-orders.ts'

const CHANNELS = 20
/** As many deliveries as a worker carries out at the same time. */
const AT_ONCE = 4
const LOOK_EVERY_MS = 50

const payload = await getPayload({ config, disableOnInit: true })
const database = databaseOf(payload)
let workers: Awaited<ReturnType<typeof startWorkers>> | undefined
const secret = `whsec_${Buffer.alloc(32, 's').toString('base64')}`

await answerOrders({
  async prepare({ port, mails: changes }) {
    await installQueues(process.env.DATABASE_URL ?? '')
    await payload.updateGlobal({
      slug: 'network',
      data: {
        name: 'Sample network',
        enabledLocales: ['en'],
        postalAddress: 'Sample street 1, 1000 Brussels',
      },
    })
    for (let channel = 0; channel < CHANNELS; channel++)
      await payload.create({
        collection: 'channels',
        data: {
          name: `Partner ${channel}`,
          service: 'webhook',
          baseUrl: `http://127.0.0.1:${port}/hooks/${channel}`,
          secrets: { signingSecret: secret },
          locales: ['en'],
          mode: 'auto',
        },
      })
    const organisation = await payload.create({
      collection: 'organisations',
      data: { name: 'Sample organisation' },
    })
    const licence = await payload.create({
      collection: 'terms',
      data: { vocabulary: 'licences', code: 'cc-by', label: 'CC BY 4.0' },
    })
    for (let item = 0; item < changes; item++)
      await payload.create({
        collection: 'news',
        locale: 'en',
        data: {
          title: `Mentoring starts in place ${item}`,
          teaser: 'A six-month programme.',
          body: paragraph('What it is about.'),
          type: 'announcement',
          date: '2026-11-20T00:00:00.000Z',
          sourceLocale: 'en',
          responsibleOrganisation: organisation.id,
          licence: licence.id,
          _status: 'published',
        },
      })
    // Workers that start find nothing to do before they are told.
    await database.execute(sql`update outbox set planned_at = now()`)
    await database.execute(sql`truncate pgboss.job`)
    return {}
  },

  /** As if all of it had just been published. */
  async renew() {
    await database.execute(sql`truncate channel_deliveries, channel_attempts, pgboss.job`)
    await database.execute(sql`update outbox set planned_at = null`)
    await enqueue(payload, 'plan-changes', [{ outboxId: 0 }])
    return {}
  },

  async start() {
    workers = await startWorkers(payload)
    return {}
  },
  async stop() {
    await workers?.stop()
    return {}
  },

  /** Looks on until all of it is submitted. */
  async see({ mails: deliveries }) {
    while ((await submitted()) < deliveries) await wait(LOOK_EVERY_MS)
    return {}
  },

  /** What this process has spent so far, all its threads. */
  async cpu() {
    const { user, system } = process.cpuUsage()
    return { milliseconds: (user + system) / 1000 }
  },

  /** The requests alone, as many at the same time. */
  async bare({ port, mails: requests }) {
    const request = requester({ allowedPrivateHosts: [`127.0.0.1:${port}`] })
    const url = new URL(`http://127.0.0.1:${port}/hooks/bare`)
    const headers = { 'content-type': 'application/json' }
    let left = requests
    const begun = performance.now()
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        while (left-- > 0) await request({ url, method: 'POST', headers, body: 'x'.repeat(800) })
      }),
    )
    return { mails: requests, seconds: (performance.now() - begun) / 1000 }
  },
})

async function submitted(): Promise<number> {
  const { rows } = await database.execute<{ count: number }>(
    sql`select count(*)::int as count from channel_deliveries where state = 'submitted'`,
  )
  return rows[0]?.count ?? 0
}
