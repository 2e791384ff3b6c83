import type { Payload } from 'payload'

import { type ChannelAccount, channelFor } from '../channels/channel-for.ts'
import { readPublished } from '../content/read-published.ts'
import { databaseOf, sql } from '../database/database.ts'
import { env } from '../env.ts'
import { type ChannelSettlement, type ClaimedDelivery, claim, settle } from '../ledger/channel-deliveries.ts'
import { enqueue } from '../queue/queue.ts'
import { SecretError } from '../secrets/secret.ts'
import { carryOut } from './carry-out.ts'
import { type AccountRow, openAccount } from './open-account.ts'
import { pressMailer } from './press/press-mailer.ts'

/** Faults of the account, not of a post: nothing more is sent there until a person mended it. */
const pausing = new Set(['unauthorised', 'misconfigured', 'closed'])

/** Carries out one delivery, if it is due and nobody else holds it. */
export async function deliverToChannel(payload: Payload, deliveryId: string): Promise<void> {
  const database = databaseOf(payload)
  const delivery = await claim(deliveryId, database)
  if (delivery === null) return
  const settlement = await attempt(payload, delivery)
  const { state, reason, dueAt } = settlement
  const written = await settle(delivery, settlement, database)
  if (reason !== null && state !== 'skipped')
    payload.logger.warn({ msg: 'a channel did not take a delivery', deliveryId, reason, state })
  if (reason !== null && pausing.has(reason)) await pause(payload, delivery.channelId, reason)
  else if (written === 'overtaken') await enqueue(payload, 'deliver-to-channel', [{ deliveryId }])
  else if (state === 'planned')
    await enqueue(payload, 'deliver-to-channel', [{ deliveryId }], database, dueAt)
}

async function attempt(payload: Payload, delivery: ClaimedDelivery): Promise<ChannelSettlement> {
  const account = (await payload.findByID({
    collection: 'channels',
    id: delivery.channelId,
    depth: 0,
    disableErrors: true,
    showHiddenFields: true,
  })) as AccountRow | null
  if (account === null) return { action: 'none', state: 'skipped', reason: 'channel-removed' }
  const opened = openOrNull(account)
  if (opened === null) return { action: 'none', state: 'planned', reason: 'misconfigured', uncounted: true }
  const network = {
    allowedPrivateHosts: env.ALLOWED_PRIVATE_HOSTS,
    publicUrl: env.PUBLIC_URL,
    mailer: pressMailer(payload),
  }
  return carryOut(delivery, channelFor(opened, network), {
    item: await readPublished(payload, delivery.item, delivery.locale),
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

async function pause(payload: Payload, channelId: string, reason: string): Promise<void> {
  await databaseOf(payload).execute(sql`
    update channels set paused = true, paused_reason = ${reason}, updated_at = now() where id = ${channelId} and not paused
  `)
}
