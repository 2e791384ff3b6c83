import type { Payload } from 'payload'
import { type ContentCollection, contentCollections } from '../../content/published-item.ts'
import { databaseOf } from '../../database/database.ts'
import { type BackfillDelivery, backfillCandidates, enterBackfill } from '../../ledger/backfill-deliveries.ts'
import { planOne } from '../channels/plan.ts'
import { plannable } from '../channels/plannable.ts'
import { plannedChannels } from '../channels/planned-channels.ts'
import type { StoredChannel } from './open-channel.ts'

export interface BackfillWish {
  /** Counts, and enters nothing. */
  readonly dryRun: boolean
  /** Of those that the channel takes. Null: all of them. */
  readonly collections: readonly ContentCollection[] | null
  /** Only what became public since. Null: whenever. */
  readonly since: Date | null
}

export interface Backfill {
  readonly count: number
  readonly perDay: number
  /** Over how many days. */
  readonly days: number
}

const PER_DAY = 6

/** Gives a channel what was public before it was there: newest first, some a day, each item and language once. */
export async function backfill(
  payload: Payload,
  channel: StoredChannel,
  { dryRun, collections, since }: BackfillWish,
): Promise<Backfill> {
  const database = databaseOf(payload)
  const rules = (await plannedChannels(payload)).find(({ id }) => id === channel.id)
  if (rules === undefined) return { count: 0, perDay: PER_DAY, days: 0 }
  const candidates = await backfillCandidates(
    { channelId: channel.id, locales: rules.locales, collections: collections ?? contentCollections, since },
    database,
  )
  const changes = await plannable(
    candidates.map((candidate) => ({ ...candidate, kind: 'published' as const })),
    database,
  )
  const wanted = changes.flatMap((change): BackfillDelivery[] => {
    const planned = planOne(change, rules, change.locale)
    if (planned === null || planned.desired === 'absent' || planned.skip !== null) return []
    const { item, locale, outboxId, title, url, hold = null } = planned
    return [{ item, locale, outboxId, title, url, hold }]
  })
  const perDay = channel.backfillPerDay ?? PER_DAY
  const pace = { channelId: channel.id, service: channel.service, perDay }
  const count = dryRun ? wanted.length : await enterBackfill(wanted, pace, database)
  return { count, perDay, days: Math.ceil(count / perDay) }
}
