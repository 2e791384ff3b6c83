import type { Payload } from 'payload'

import { databaseOf, inTransaction } from '../database/database.ts'
import { keepEdition, type NewEdition } from '../ledger/editions.ts'
import { EditionError } from '../newsletter/edition-error.ts'
import { enqueue } from '../queue/queue.ts'
import { editionToKeep } from './compose/edition-to-keep.ts'
import { lacksEvent } from './compose/lacks-event.ts'
import { enterIssueAudience, hasReadableSegment } from './enter-issue-audience.ts'
import { type IssueSource, readIssue } from './issue-source.ts'
import { type IssueProblem, moveIssue } from './issue-state.ts'
import { editionsNow, renderIssue } from './render-issue.ts'

/** How many workers may send one issue side by side. */
const SENDERS = 2

/**
 * Freezes an issue: renders each edition once, then keeps them, enters the audience and moves on in one transaction. A
 * worker that vanishes in the middle has frozen nothing; of two that prepare at once the second finds it done.
 */
export async function prepareIssue(payload: Payload, issueId: string): Promise<void> {
  const issue = await readIssue(payload, issueId)
  if (issue === null || issue.state !== 'preparing') return
  const editions = await renderAll(payload, issue)
  if (typeof editions === 'string') {
    await moveIssue(issueId, { from: 'preparing', to: 'draft', problem: editions }, databaseOf(payload))
    payload.logger.warn({ msg: 'an issue cannot be sent', issueId, reason: editions })
    return
  }
  await inTransaction(payload, async (transaction) => {
    const isOurs = await moveIssue(issueId, { from: 'preparing', to: 'sending' }, transaction)
    if (!isOurs) return
    for (const edition of editions) await keepEdition(edition, transaction)
    const editionLocales = editions.map(({ locale }) => locale)
    await enterIssueAudience(issue, editionLocales, transaction)
    const jobs = Array.from({ length: SENDERS }, () => ({ issueId }))
    await enqueue(payload, 'send-issue', jobs, transaction)
  })
}

async function renderAll(payload: Payload, issue: IssueSource): Promise<NewEdition[] | IssueProblem> {
  if (issue.items.length === 0) return 'no-items'
  if (lacksEvent(issue)) return 'no-event'
  if (!hasReadableSegment(issue)) return 'bad-segment'
  const composed = await editionsNow(payload, issue)
  if (composed.length === 0) return 'no-edition'
  const editionLocales = composed.map(({ locale }) => locale)
  const editions: NewEdition[] = []
  try {
    for (const edition of composed) {
      const rendered = await renderIssue(payload, issue, edition, { editionLocales, test: false })
      editions.push(editionToKeep(issue.id, rendered))
    }
  } catch (error) {
    if (!(error instanceof EditionError)) throw error
    payload.logger.warn({ msg: 'an edition was refused', issueId: issue.id, err: error })
    return 'edition-refused'
  }
  return editions
}
