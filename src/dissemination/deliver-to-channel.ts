import type { Payload } from 'payload'

import { type ChannelAccount, channelFor } from '../channels/channel-for.ts'
import type { Service } from '../channels/service.ts'
import { serviceNamed } from '../channels/services.ts'
import { databaseOf, sql } from '../database/database.ts'
import { choiceFor } from '../ledger/channel-choices.ts'
import type { ClaimedDelivery } from '../ledger/channel-deliveries.ts'
import { correctionReason } from '../ledger/correction-reason.ts'
import { type ChannelSettlement, settle, writeAhead } from '../ledger/settle-delivery.ts'
import { SecretError } from '../secrets/secret.ts'
import { type Admitted, admitDelivery } from './channel-care/admit-delivery.ts'
import { channelNetwork } from './channel-care/channel-network.ts'
import { reportChannel } from './channel-care/gate.ts'
import { pauseChannel } from './channel-care/pause-channel.ts'
import { recentChannel, recentItem } from './channel-care/recent-reads.ts'
import { type WatchedChannel, watchChannel } from './channel-care/watch-channel.ts'
import { carryOut } from './channels/carry-out.ts'
import type { Circumstances } from './channels/circumstances.ts'
import type { ChannelPolicies } from './channels/next-step.ts'
import { postWords } from './channels/post-words.ts'
import { recordDoi } from './channels/record-doi.ts'
import { wakeDeliveries } from './channels/wake-deliveries.ts'
import { withdrawnItem } from './channels/withdrawn-item.ts'
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

  const { delivery, entry, settlesAfterMs } = admission
  const { channelId } = delivery
  const began = performance.now()
  const watch = watchChannel()
  const attempted = await attempt(payload, admission, watch)
  const settlement = { ...attempted, tookMs: Math.round(performance.now() - began) }
  if (settlement.doi !== undefined) await keepDoi(payload, delivery, settlement.doi)
  const written = await settle(delivery, settlement, database, { settlesAfterMs })
  await reportChannel(entry, watch.outcome(), database)

  const { state, reason, dueAt } = settlement
  if (
    state === 'failed' ||
    state === 'unconfirmed' ||
    (state === 'planned' && settlement.error !== undefined)
  )
    payload.logger.warn({ msg: 'a channel did not take a delivery', deliveryId, reason, state })
  if (written === 'refused') return { channelId }
  if (reason !== null && pausing.has(reason)) await pauseChannel(payload, channelId, reason)
  else if (written === 'overtaken')
    await wakeDeliveries(payload, [deliveryId], database, { dueAt: inMs(2 * settlesAfterMs) })
  else if (state === 'planned') await wakeDeliveries(payload, [deliveryId], database, { dueAt })
  return { channelId }
}

/** Undefined: at once. */
const inMs = (ms: number): Date | undefined => (ms === 0 ? undefined : new Date(Date.now() + ms))

/** An account, and what is done where its service cannot follow. */
type ChannelRow = AccountRow & { readonly [Name in keyof ChannelPolicies]?: ChannelPolicies[Name] | null }

async function attempt(
  payload: Payload,
  admission: Admitted,
  watch: WatchedChannel,
): Promise<ChannelSettlement> {
  const { delivery, versions } = admission
  const row: ChannelRow | null = await recentChannel(payload, delivery.channelId, versions)
  if (row === null) return { action: 'none', state: 'skipped', reason: 'channel-removed' }
  const account = openOrNull(row)
  const service = serviceNamed(row.service)
  if (account === null || service === null)
    return { action: 'none', state: 'planned', reason: 'misconfigured', attempt: 'uncounted' }
  const network = await channelNetwork(payload, delivery.channelId, watch)
  return carryOut(
    delivery,
    channelFor(account, network),
    await circumstancesOf(payload, admission, row, service),
  )
}

async function circumstancesOf(
  payload: Payload,
  { delivery, versions, quietUntil }: Admitted,
  { edits, withdrawals, removals }: ChannelRow,
  { takes, capabilities }: Service,
): Promise<Circumstances> {
  const database = databaseOf(payload)
  const { item, locale, channelId, outboxId } = delivery
  const now = new Date()
  const mayRemain = capabilities.remove === 'none' || capabilities.removeWithinMs !== null
  const [published, chosen, reason, occurred] = await Promise.all([
    recentItem(payload, delivery, versions),
    choiceFor({ item, channelId, locale }, database),
    correctionReason(delivery.id, database),
    occurredAt(payload, outboxId),
  ])
  return {
    item: published,
    words: published === null ? {} : await postWords(payload, { item, locale, takes, chosen }),
    withdrawn: published === null && mayRemain ? await withdrawnItem(payload, delivery, now) : null,
    policies: {
      edits: edits ?? 'ignore',
      withdrawals: withdrawals ?? 'notice',
      removals: removals ?? 'respect',
    },
    reason,
    approvedHash: chosen?.approval === 'approved' ? chosen.approvedHash : null,
    quietUntil,
    now,
    random: Math.random(),
    occurredAt: occurred,
    writeAhead: (intention) => writeAhead(delivery, intention, database),
  }
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

async function keepDoi(
  payload: Payload,
  { id: deliveryId, item, locale }: ClaimedDelivery,
  doi: string,
): Promise<void> {
  const editions = await recordDoi(payload, item, locale, doi)
  if (editions === 0) payload.logger.info({ msg: 'no edition took the identifier', deliveryId, doi })
}

async function occurredAt(payload: Payload, outboxId: number): Promise<Date> {
  const { rows } = await databaseOf(payload).execute<{ occurred_at: string | Date }>(sql`
    select occurred_at from outbox where id = ${outboxId}
  `)
  return new Date(rows[0]?.occurred_at ?? Date.now())
}
