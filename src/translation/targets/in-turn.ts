import { commitTransaction, initTransaction, killTransaction, type PayloadRequest } from 'payload'

import { waitForTurn } from '../../content/publishing/one-writer.ts'
import type { TranslatableReference } from '../../content/translatable.ts'
import { type Database, transactionOf } from '../../database/database.ts'

/**
 * Runs statements of ours and saves of Payload's as one, in the item's turn: whoever saves the item holds its segments
 * until they are through, so who began with segments would wait for them while they wait in turn. Any error takes all of
 * it back and goes up.
 */
export async function inTurn<Result>(
  { collection, id }: TranslatableReference,
  req: PayloadRequest,
  work: (req: PayloadRequest, database: Database) => Promise<Result>,
): Promise<Result> {
  // A request of its own: the one that came in may already have a transaction, or get one later.
  const own = { ...req, transactionID: undefined, context: { ...req.context } } as unknown as PayloadRequest
  await initTransaction(own)
  try {
    await waitForTurn(collection, id, own)
    const result = await work(own, await transactionOf(own))
    await commitTransaction(own)
    return result
  } catch (error) {
    await killTransaction(own)
    throw error
  }
}
