import type { Payload } from 'payload'

import { databaseOf } from '../../database/database.ts'
import { isAcceptedTwice, issueReturns } from '../../ledger/issue-feedback.ts'
import { pauseForAlarm } from '../steer-issue.ts'
import { issueAlarms } from './issue-alarm.ts'

interface Watched {
  readonly issueId: string
  /** The letter that something was told about. */
  readonly id: string
  /** Whether it was told of a mail that the ledger does not know it by. */
  readonly isOther: boolean
}

/** Pauses an issue that is being sent and must not go on. What was known when somebody resumed it does so no second time. */
export async function watchIssue(payload: Payload, { id, issueId, isOther }: Watched): Promise<void> {
  if (isOther && (await isAcceptedTwice({ id, issueId }, databaseOf(payload))))
    await pauseForAlarm(payload, issueId, 'accepted-twice')
  await watchReturns(payload, issueId)
}

/** The same for what came back, or was refused at once. */
export async function watchReturns(payload: Payload, issueId: string): Promise<void> {
  for (const alarm of issueAlarms(await issueReturns(issueId, databaseOf(payload))))
    await pauseForAlarm(payload, issueId, alarm)
}
