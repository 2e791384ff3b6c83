import { randomUUID } from 'node:crypto'

import { drizzle } from '@payloadcms/db-postgres/drizzle/node-postgres'
import { afterAll, beforeEach } from 'vitest'

import type { Database } from '../database/database.ts'
import { sql } from '../database/database.ts'
import {
  type ChannelOutcome,
  type Entered,
  enterChannel,
  reportChannel,
} from '../dissemination/channel-care/gate.ts'

type Asked = Parameters<typeof enterChannel>[0]

export const there: ChannelOutcome = { kind: 'there', until: null }
export const away: ChannelOutcome = { kind: 'away', until: null }

/**
 * For the top of a test file: two channels whose clock is Tokyo's, and the gate that each submission passes. Each test begins
 * with nothing known of them and nothing to post.
 */
export function gatedChannel() {
  /** As many as there would be processes, each with connections of its own. */
  const clients = Array.from({ length: 3 }, () => drizzle(process.env.DATABASE_URL ?? ''))
  const databases = clients as unknown as readonly [Database, Database, Database]
  const [database] = databases

  afterAll(async () => {
    for (const { $client } of clients) await $client.end()
  })

  const channelId = randomUUID()
  const other = randomUUID()

  beforeEach(async () => {
    await database.execute(sql`truncate send_buckets, channel_deliveries; delete from channels`)
    for (const [id, name] of [
      [channelId, 'One'],
      [other, 'Other'],
    ])
      await database.execute(sql`
        insert into channels (id, name, service, base_url, mode, time_zone)
        values (${id}, ${name}, 'webhook', 'https://social.example/', 'auto', 'Asia/Tokyo')
      `)
  })

  const entry = {
    channelId,
    capabilities: { concurrency: 2, pace: null },
    host: 'social.example:443',
    isUrgent: false,
    isRemoval: false,
  }
  const enter = (asked: Partial<Asked> = {}, own = database): Promise<Entered> =>
    enterChannel({ ...entry, ...asked }, own)
  const kindOf = async (asked: Partial<Asked> = {}) => {
    const entered = await enter(asked)
    return entered.kind === 'open' ? 'open' : entered.reason
  }
  const report = (outcome: ChannelOutcome, asked: Partial<Asked> & { isProbe?: boolean } = {}) =>
    reportChannel({ ...entry, isProbe: false, isSuspect: true, ...asked }, outcome, database)
  const fail = async (times: number, asked: Partial<Asked> = {}) => {
    for (let time = 0; time < times; time++) await report(away, asked)
  }

  /** Lets time pass for what waits. */
  const pass = (seconds: number) =>
    database.execute(sql`
      update send_buckets set refilled_at = refilled_at - make_interval(secs => ${seconds}),
        blocked_until = blocked_until - make_interval(secs => ${seconds})
    `)

  async function addDelivery(state = 'planned', remoteState = 'none', desired = 'live'): Promise<string> {
    const id = randomUUID()
    await database.execute(sql`
      insert into channel_deliveries
        (id, collection, item_id, locale, channel_id, service, title, item_url, desired, outbox_id, state, remote_state, due_at, lease_until)
      values (${id}, 'news', ${randomUUID()}, 'en', ${channelId}, 'webhook', 'Title', 'https://emen.example/', ${desired}, 1,
        ${state}, ${remoteState}, now() - interval '1 minute', now() + interval '5 minutes')
    `)
    return id
  }

  return { clients, databases, database, channelId, other, enter, kindOf, report, fail, pass, addDelivery }
}
