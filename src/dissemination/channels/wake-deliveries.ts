import type { Payload } from 'payload'

import { type Database, databaseOf } from '../../database/database.ts'
import { enqueue } from '../../queue/queue.ts'

const FIRST = 10

interface Waking {
  /** Not before this moment. Unset: at once. */
  readonly dueAt?: Date | undefined
  /** Withdrawals pass what was planned before: readers see what should not be there. */
  readonly first?: boolean
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
