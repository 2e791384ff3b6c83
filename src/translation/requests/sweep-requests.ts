import type { Payload } from 'payload'

import { databaseOf } from '../../database/database.ts'
import { enqueue } from '../../queue/queue.ts'
import { callingBack } from '../engines/engine.ts'
import { dueRequests, giveUpWaiting, releaseLapsedRequests, synchroniseRequests } from './due-requests.ts'

const MAX_REQUESTS = 500

/** Finds requests that are due and have no job, that were left lying, or that are done. Doing it twice changes nothing. */
export async function sweepRequests(payload: Payload): Promise<void> {
  const database = databaseOf(payload)
  await releaseLapsedRequests(callingBack, database)
  await giveUpWaiting(database)
  await synchroniseRequests(database)
  const due = await dueRequests(MAX_REQUESTS, database)
  await enqueue(
    payload,
    'run-translation',
    due.map((requestId) => ({ requestId })),
  )
}
