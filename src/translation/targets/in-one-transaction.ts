import { commitTransaction, initTransaction, killTransaction, type PayloadRequest } from 'payload'

import { type Database, transactionOf } from '../../database/database.ts'

/** Runs statements of ours and saves of Payload's as one. Any error takes all of it back and goes up. */
export async function inOneTransaction<Result>(
  req: PayloadRequest,
  work: (req: PayloadRequest, database: Database) => Promise<Result>,
): Promise<Result> {
  // A request of its own: the one that came in may already have a transaction, or get one later.
  const own = { ...req, transactionID: undefined, context: { ...req.context } } as unknown as PayloadRequest
  await initTransaction(own)
  try {
    const result = await work(own, await transactionOf(own))
    await commitTransaction(own)
    return result
  } catch (error) {
    await killTransaction(own)
    throw error
  }
}
