import type { Payload } from 'payload'
import { hasOpenRounds, openRounds } from '../audience/digest/digest-rounds.ts'

import { sweepImports } from '../audience/imports/run-import.ts'
import { noteOverdue } from '../audience/questions/overdue.ts'
import { remindOfQuestions } from '../audience/questions/remind.ts'
import { retentionDays } from '../audience/retention/retention-days.ts'
import { countingServices } from '../channels/services.ts'
import { hasDuePublications } from '../content/publishing/scheduled-publications.ts'
import { databaseOf, inTransaction } from '../database/database.ts'
import { forgetSettled, hasDueDeliveries } from '../fediverse/deliveries.ts'
import { takeChannelsToCheck } from '../ledger/channel-checks.ts'
import { dueDeliveries, releaseLapsed } from '../ledger/channel-deliveries.ts'
import { hasUnprobed } from '../ledger/channel-probes.ts'
import { settleForgotten } from '../ledger/dissolve-batches.ts'
import { forgetHolds } from '../ledger/domain-holds.ts'
import { settleLapsed } from '../ledger/email-deliveries.ts'
import { issuesOnHold } from '../ledger/issue-languages.ts'
import { issuesWithDueMails } from '../ledger/issue-report.ts'
import { forgetFeedback } from '../ledger/keep-feedback.ts'
import { skipUnsentOfCancelled } from '../ledger/mail-decisions.ts'
import { returnLapsedPlaces } from '../ledger/pace/day-places.ts'
import { goOnToday } from '../ledger/pace/sending-days.ts'
import { hasDuePersonalMails, settleLapsedPersonalMails } from '../ledger/personal-mails.ts'
import { enqueue, enqueueMissing } from '../queue/queue.ts'
import { markEndedEmbargoes } from '../reading/documents/mark-ended-embargoes.ts'
import { hasDocumentWork } from '../reading/documents/project-documents.ts'
import { markStaleSearchTexts } from '../reading/search/keep-search-texts.ts'
import { sweepRequests } from '../translation/requests/sweep-requests.ts'
import { unknownItems } from '../translation/sync/sync-unknown.ts'
import { finishIssues } from './finish-issues.ts'
import { issuesToPrepare } from './issue-state.ts'
import { paceNow } from './pace/pace-now.ts'
import { planNearReminders } from './personal/plan-reminders.ts'
import { planChanges } from './plan-changes.ts'
import { sweepRehearsals } from './rehearsal/sweep-rehearsals.ts'
import { issuesToBegin } from './schedule/schedule-issue.ts'

const MAX_DELIVERIES = 500
/** Documents whose search texts are made anew a round. */
const MAX_STALE = 200

/** Finds what is due and has no job: after a crash, or when its time has come. Doing it twice changes nothing. */
export async function sweep(payload: Payload): Promise<void> {
  const database = databaseOf(payload)
  await planChanges(payload)
  await planNearReminders(database)
  await releaseLapsed(database)
  const personal = await settleLapsedPersonalMails(database)
  const unconfirmed = (await settleLapsed(database)) + personal.unconfirmed
  if (unconfirmed > 0)
    payload.logger.warn({ msg: 'mails are unconfirmed: their worker vanished', mails: unconfirmed })
  const forgotten = await settleForgotten(database)
  if (forgotten > 0)
    payload.logger.warn({ msg: 'mails are unconfirmed: nobody can be asked any more', mails: forgotten })
  await skipUnsentOfCancelled(database)
  await finishIssues(payload)
  await openRounds(new Date(), database)
  await inTransaction(payload, (transaction) => remindOfQuestions(new Date(), transaction))
  const { openQuestions } = await retentionDays(payload)
  await inTransaction(payload, (transaction) => noteOverdue(openQuestions, new Date(), transaction))
  await sweepRequests(payload)
  await sweepImports(payload, new Date())

  await returnLapsedPlaces(database)
  const { senderDomain, atMostToday: atMost } = await paceNow(database)
  await goOnToday({ senderDomain, atMost }, database)
  const deliveries = await dueDeliveries(MAX_DELIVERIES, database)
  const preparing = [...(await issuesToPrepare(database)), ...(await issuesToBegin(database))]
  const sending = await issuesWithDueMails(database)
  await enqueue(
    payload,
    'deliver-to-channel',
    deliveries.map((deliveryId) => ({ deliveryId })),
  )
  const unchecked = await takeChannelsToCheck(countingServices, database)
  await enqueue(
    payload,
    'check-channel',
    unchecked.map((channelId) => ({ channelId })),
  )
  await enqueue(payload, 'probe-posts', (await hasUnprobed(database)) ? [{}] : [])
  await forgetSettled(database)
  await forgetFeedback(database)
  await forgetHolds(database)
  await enqueue(payload, 'deliver-to-followers', (await hasDueDeliveries(database)) ? [{}] : [])
  const [unknown] = await unknownItems(1, database)
  await enqueue(payload, 'sync-translation', unknown === undefined ? [] : [{}])
  await enqueue(
    payload,
    'prepare-issue',
    preparing.map((issueId) => ({ issueId })),
  )
  await enqueue(payload, 'release-languages', (await issuesOnHold(database)).length > 0 ? [{}] : [])
  await enqueueMissing(
    payload,
    'send-issue',
    sending.map((issueId) => ({ issueId })),
  )
  await sweepRehearsals(payload)
  await enqueue(payload, 'plan-digests', (await hasOpenRounds(database)) ? [{}] : [])
  await enqueue(payload, 'send-personal', (await hasDuePersonalMails(database)) ? [{}] : [])
  await markEndedEmbargoes(database)
  await markStaleSearchTexts(MAX_STALE, database)
  await enqueue(payload, 'project-documents', (await hasDocumentWork(database)) ? [{}] : [])
  await enqueue(payload, 'publish-scheduled', (await hasDuePublications(database)) ? [{}] : [])
}
