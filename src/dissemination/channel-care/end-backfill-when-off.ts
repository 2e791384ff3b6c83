import type { CollectionAfterChangeHook } from 'payload'

import { transactionOf } from '../../database/database.ts'
import { cancelBackfill } from '../../ledger/backfill-deliveries.ts'

/** A channel that is switched off gets nothing more of what an earlier backfill planned for it. */
export const endBackfillWhenOff: CollectionAfterChangeHook = async ({ doc, previousDoc, req }) => {
  if (doc.mode === 'off' && previousDoc?.mode !== 'off')
    await cancelBackfill(doc.id, await transactionOf(req))
  return doc
}
