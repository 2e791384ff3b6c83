import type { Payload } from 'payload'

import { inTransaction } from '../database/database.ts'
import { enqueue } from '../queue/queue.ts'
import { moveIssue } from './issue-state.ts'

/**
 * An editor pressed "Send": the issue is frozen by a worker as soon as this commits. Answers false when it is no draft
 * any more, so pressing twice sends once.
 */
export async function requestSend(payload: Payload, issueId: string): Promise<boolean> {
  return inTransaction(payload, async (transaction) => {
    const moved = await moveIssue(issueId, { from: 'draft', to: 'preparing' }, transaction)
    if (moved) await enqueue(payload, 'prepare-issue', [{ issueId }], transaction)
    return moved
  })
}
