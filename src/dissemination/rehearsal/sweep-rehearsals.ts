import type { Payload } from 'payload'

import { databaseOf } from '../../database/database.ts'
import { reviveRehearsals } from '../../ledger/rehearsals.ts'
import { enqueue } from '../../queue/queue.ts'

/** Rehearsals whose worker vanished begin anew. */
export async function sweepRehearsals(payload: Payload): Promise<void> {
  const waiting = await reviveRehearsals(databaseOf(payload))
  await enqueue(
    payload,
    'rehearse-issue',
    waiting.map((rehearsalId) => ({ rehearsalId })),
  )
}
