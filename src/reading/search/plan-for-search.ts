import type { Payload } from 'payload'

import { type Database, inTransaction, sql } from '../../database/database.ts'

/**
 * Statements that look for words, planned as suits them. Postgres takes each word that is too rare to be counted for one of
 * the commonest of those, so that of fifty forms of a word it expects a good part of all texts, and reads them all.
 */
export const planForSearch = <Result>(
  payload: Payload,
  work: (database: Database) => Promise<Result>,
): Promise<Result> =>
  inTransaction(payload, async (transaction) => {
    await transaction.execute(sql`
      select set_config('enable_seqscan', 'off', true), set_config('max_parallel_workers_per_gather', '0', true),
        set_config('jit', 'off', true)
    `)
    return work(transaction)
  })
