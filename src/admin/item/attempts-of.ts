import { type Database, sql } from '../../database/database.ts'
import type { ChannelDeliveryState } from '../../ledger/delivery-state.ts'
import type { ChannelAction } from '../../ledger/settle-delivery.ts'

/** One thing that was tried for a delivery, and what came of it. */
export interface Attempt {
  readonly action: ChannelAction
  /** State after it. */
  readonly outcome: ChannelDeliveryState
  readonly reason: string | null
  readonly error: string | null
  /** HTTP. Null: there was no answer, or none that failed. */
  readonly status: number | null
  readonly at: Date
}

/** Most attempts that are told of one delivery. */
const TOLD = 20

/** Attempts by delivery, the latest first. */
export async function attemptsOf(
  deliveryIds: readonly string[],
  database: Database,
): Promise<ReadonlyMap<string, readonly Attempt[]>> {
  const { rows } = await database.execute<{
    delivery_id: string
    action: Attempt['action']
    outcome: Attempt['outcome']
    reason: string | null
    error: string | null
    status: number | null
    at: string | Date
  }>(sql`
    select attempt.* from jsonb_array_elements_text(${JSON.stringify(deliveryIds)}::jsonb) as wanted
    cross join lateral (
      select delivery_id, action, outcome, reason, error, status, at from channel_attempts
      where delivery_id = wanted.value::uuid order by id desc limit ${TOLD}
    ) attempt
  `)
  return Map.groupBy(
    rows.map(({ delivery_id, at, ...attempt }) => ({ ...attempt, at: new Date(at), delivery: delivery_id })),
    ({ delivery }) => delivery,
  )
}
