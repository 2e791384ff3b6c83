import type { Payload } from 'payload'

import type { Database } from '../../database/database.ts'
import { sql } from '../../database/database.ts'
import type { ChoicePlace } from '../../ledger/channel-choices.ts'
import { type DeliveryOrigin, enter } from '../../ledger/enter-deliveries.ts'
import type { ChangeKind } from '../../outbox/changes.ts'
import type { OutboxEntry } from '../../outbox/outbox.ts'
import { type PlannedChannel, planOne } from './plan.ts'
import { plannable } from './plannable.ts'
import { wakeEntered } from './wake-deliveries.ts'

/**
 * Plans one cell of an item again, as its channel's rules and what editors chose say now. What stands there is brought up
 * to date or taken back; before the item was public in that language there is nothing to plan.
 */
export async function replanCell(
  payload: Payload,
  { item, locale }: Pick<ChoicePlace, 'item' | 'locale'>,
  channel: PlannedChannel,
  transaction: Database,
  origin: DeliveryOrigin = 'publish',
): Promise<void> {
  const entry = await lastChange({ item, locale }, transaction)
  if (entry === null) return
  const [change] = await plannable([entry], transaction)
  const planned = change === undefined ? null : planOne(change, channel, locale)
  if (planned === null) return
  const entered = await enter([{ ...planned, origin }], transaction, { again: true })
  await wakeEntered(payload, entered, transaction, { first: planned.desired === 'absent' })
}

/** What happened last to an item for its readers in one language, as far as it is planned. Null: nothing. */
async function lastChange(
  { item, locale }: Pick<ChoicePlace, 'item' | 'locale'>,
  database: Database,
): Promise<OutboxEntry | null> {
  const { rows } = await database.execute<{ id: string; kind: ChangeKind }>(sql`
    select id, kind from outbox
    where collection = ${item.collection} and item_id = ${item.id}::uuid and locale = ${locale} and planned_at is not null
    order by id desc limit 1
  `)
  const [row] = rows
  return row === undefined ? null : { outboxId: Number(row.id), item, locale, kind: row.kind }
}
