import type { Payload } from 'payload'

import { databaseOf } from '../database/database.ts'
import { finishBalanced, unbalancedIssues } from '../ledger/finish-issues.ts'
import { pauseForAlarm } from './steer-issue.ts'

/**
 * Issues of which every mail is settled are sent, on the day that they first were. Answers their ids. One in which somebody
 * is missing, or is there twice, is paused instead, so that people look at it.
 */
export async function finishIssues(payload: Payload): Promise<readonly string[]> {
  const finished = await finishBalanced(databaseOf(payload))
  for (const { issueId, candidates, rows } of await unbalancedIssues(databaseOf(payload)))
    if (await pauseForAlarm(payload, issueId, 'unbalanced'))
      payload.logger.error({
        msg: 'an issue has not as many mails as it had readers',
        issueId,
        candidates,
        rows,
      })
  return finished
}
