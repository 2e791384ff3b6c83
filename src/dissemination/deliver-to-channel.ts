import type { Payload } from 'payload'

import { type ChannelAccount, channelFor } from '../channels/channel-for.ts'
import { databaseOf, sql } from '../database/database.ts'
import { type ChannelSettlement, settle } from '../ledger/channel-deliveries.ts'
import { enqueue } from '../queue/queue.ts'
import { SecretError } from '../secrets/secret.ts'
import { carryOut } from './carry-out.ts'
import { type Admitted, admitDelivery } from './channel-care/admit-delivery.ts'
import { channelNetwork } from './channel-care/channel-network.ts'
import { reportChannel } from './channel-care/gate.ts'
import { pauseChannel } from './channel-care/pause-channel.ts'
import { recentChannel, recentItem } from './channel-care/recent-reads.ts'
import { type WatchedChannel, watchChannel } from './channel-care/watch-channel.ts'
import { type AccountRow, openAccount } from './open-account.ts'

/** Faults of the account, not of a post: nothing more is sent there until a person mended it. */
const pausing = new Set(['unauthorised', 'misconfigured', 'closed'])

/** On whose channel something was done or put off. Null: there was nothing to do, or others are at it. */
export interface Delivered {
  readonly channelId: string | null
}

/** Carries out one delivery, if it is due, nobody else holds it and its channel takes something now. */
export async function deliverToChannel(payload: Payload, deliveryId: string): Promise<Delivered> {
  const database = databaseOf(payload)
  const admission = await admitDelivery(payload, deliveryId)
  if (admission.kind === 'postponed') return { channelId: admission.channelId }
  if (admission.kind !== 'admitted') return { channelId: null }
  const { delivery, entry } = admission
  const watch = watchChannel()
  const settlement = await attempt(payload, admission, watch)
  const { state, reason, dueAt } = settlement
  const written = await settle(delivery, settlement, database)
  await reportChannel(entry, watch.outcome(), database)
  if (reason !== null && state !== 'skipped')
    payload.logger.warn({ msg: 'a channel did not take a delivery', deliveryId, reason, state })
  if (reason !== null && pausing.has(reason)) await pauseChannel(payload, delivery.channelId, reason)
  else if (written === 'overtaken') await enqueue(payload, 'deliver-to-channel', [{ deliveryId }])
  else if (state === 'planned')
    await enqueue(payload, 'deliver-to-channel', [{ deliveryId }], database, dueAt)
  return { channelId: delivery.channelId }
}

async function attempt(
  payload: Payload,
  { delivery, versions }: Admitted,
  watch: WatchedChannel,
): Promise<ChannelSettlement> {
  const account = await recentChannel(payload, delivery.channelId, versions)
  if (account === null) return { action: 'none', state: 'skipped', reason: 'channel-removed' }
  const opened = openOrNull(account)
  if (opened === null) return { action: 'none', state: 'planned', reason: 'misconfigured', uncounted: true }
  const network = await channelNetwork(payload, delivery.channelId, watch)
  return carryOut(delivery, channelFor(opened, network), {
    item: await recentItem(payload, delivery, versions),
    now: new Date(),
    random: Math.random(),
    occurredAt: await occurredAt(payload, delivery.outboxId),
  })
}

/** Null when the secret was given for another address or under a key that is gone: a person must give it again. */
function openOrNull(account: AccountRow): ChannelAccount | null {
  try {
    return openAccount(account)
  } catch (error) {
    if (error instanceof SecretError) return null
    throw error
  }
}

async function occurredAt(payload: Payload, outboxId: number): Promise<Date> {
  const { rows } = await databaseOf(payload).execute<{ occurred_at: string | Date }>(sql`
    select occurred_at from outbox where id = ${outboxId}
  `)
  return new Date(rows[0]?.occurred_at ?? Date.now())
}
