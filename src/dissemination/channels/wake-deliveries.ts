import type { Payload } from 'payload'

import { type Database, databaseOf } from '../../database/database.ts'
import type { EnteredDelivery } from '../../ledger/enter-deliveries.ts'
import { enqueue } from '../../queue/queue.ts'

const FIRST = 10

interface Waking {
  /** Not before this moment. Unset: at once. */
  readonly dueAt?: Date | undefined
  /** Withdrawals pass what was planned before: readers see what should not be there. */
  readonly first?: boolean | undefined
}

/** Has workers look at deliveries, once the transaction commits. */
export const wakeDeliveries = (
  payload: Payload,
  deliveryIds: readonly string[],
  database: Database = databaseOf(payload),
  { dueAt, first = false }: Waking = {},
): Promise<void> =>
  enqueue(
    payload,
    'deliver-to-channel',
    deliveryIds.map((deliveryId) => ({ deliveryId })),
    database,
    dueAt,
    first ? FIRST : 0,
  )

/** The same, each when it is due: what settles first waits for that. */
export async function wakeEntered(
  payload: Payload,
  entered: readonly EnteredDelivery[],
  transaction: Database,
  { first }: Pick<Waking, 'first'>,
): Promise<void> {
  const waits = [...new Set(entered.map(({ inMs }) => inMs))]
  for (const wait of waits) {
    const ids = entered.filter(({ inMs }) => inMs === wait).map(({ id }) => id)
    const dueAt = wait === 0 ? undefined : new Date(Date.now() + wait)
    await wakeDeliveries(payload, ids, transaction, { dueAt, first })
  }
}
