import type { Payload } from 'payload'

import { sweepImports } from '../audience/imports/run-import.ts'
import { hasDuePublications } from '../content/publishing/scheduled-publications.ts'
import { databaseOf } from '../database/database.ts'
import { dueDeliveries, releaseLapsed } from '../ledger/channel-deliveries.ts'
import { settleLapsed } from '../ledger/email-deliveries.ts'
import { issuesWithDueMails } from '../ledger/issue-report.ts'
import { enqueue } from '../queue/queue.ts'
import { sweepRequests } from '../translation/requests/sweep-requests.ts'
import { unknownItems } from '../translation/sync/sync-unknown.ts'
import { finishIssues, issuesToPrepare } from './issue-state.ts'
import { planChanges } from './plan-changes.ts'

const MAX_DELIVERIES = 500

/** Finds what is due and has no job: after a crash, or when its time has come. Doing it twice changes nothing. */
export async function sweep(payload: Payload): Promise<void> {
  const database = databaseOf(payload)
  await planChanges(payload)
  await releaseLapsed(database)
  const unconfirmed = await settleLapsed(database)
  if (unconfirmed > 0)
    payload.logger.warn({ msg: 'mails are unconfirmed: their worker vanished', mails: unconfirmed })
  await finishIssues(database)
  await sweepRequests(payload)
  await sweepImports(payload, new Date())

  const deliveries = await dueDeliveries(MAX_DELIVERIES, database)
  const [preparing, sending] = [await issuesToPrepare(database), await issuesWithDueMails(database)]
  await enqueue(
    payload,
    'deliver-to-channel',
    deliveries.map((deliveryId) => ({ deliveryId })),
  )
  const [unknown] = await unknownItems(1, database)
  await enqueue(payload, 'sync-translation', unknown === undefined ? [] : [{}])
  await enqueue(
    payload,
    'prepare-issue',
    preparing.map((issueId) => ({ issueId })),
  )
  await enqueue(
    payload,
    'send-issue',
    sending.map((issueId) => ({ issueId })),
  )
  await enqueue(payload, 'publish-scheduled', (await hasDuePublications(database)) ? [{}] : [])
}
