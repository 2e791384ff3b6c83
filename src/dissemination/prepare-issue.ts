import type { Payload } from 'payload'

import { databaseOf, inTransaction } from '../database/database.ts'
import { keepEdition, type NewEdition } from '../ledger/editions.ts'
import { leaveLanguages } from '../ledger/issue-languages.ts'
import { keepCountedLinks } from '../newsletter/counted-links/counted-edition.ts'
import { enqueue } from '../queue/queue.ts'
import { enterIssueAudience } from './enter-issue-audience.ts'
import { hindranceOf } from './issue-hindrance.ts'
import { type IssueSource, readIssue } from './issue-source.ts'
import { type IssueProblem, moveIssue } from './issue-state.ts'
import {
  type LanguageStanding,
  languageStandings,
  languagesFrom,
  leavingEditions,
  leavingLanguages,
} from './readiness/language-standings.ts'
import { OvertakenError, outdatedEditions } from './readiness/outdated-editions.ts'
import { renderEditions } from './render-editions.ts'
import { beginScheduled } from './schedule/schedule-issue.ts'

/** How many workers may send one issue side by side. */
const SENDERS = 2

/**
 * So often what changes for readers while it is rendered is rendered anew. Then it leaves as it is, and is shown as changed
 * since.
 */
const TRIES = 3

/**
 * Freezes an issue that somebody sent, or of which the time has come: renders each edition that leaves once, then keeps
 * them, enters the audience and moves on in one transaction. A worker that vanishes in the middle has frozen nothing; of
 * two that prepare at once the second finds it done. What was withdrawn or corrected by that moment is not sent as it was.
 */
export async function prepareIssue(payload: Payload, issueId: string): Promise<void> {
  await beginScheduled(issueId, databaseOf(payload))
  for (let tries = 1; ; tries++) {
    try {
      return await prepare(payload, issueId, tries === TRIES)
    } catch (error) {
      if (!(error instanceof OvertakenError)) throw error
      payload.logger.info({ msg: 'an issue is rendered anew: something in it has changed', issueId })
    }
  }
}

async function prepare(payload: Payload, issueId: string, isLastTry: boolean): Promise<void> {
  const issue = await readIssue(payload, issueId)
  if (issue === null || issue.state !== 'preparing') return
  const standings = await languageStandings(payload, issue)
  const editions = await renderAll(payload, issue, standings)
  if (typeof editions === 'string') {
    await moveIssue(issueId, { from: 'preparing', to: 'draft', problem: editions }, databaseOf(payload))
    payload.logger.warn({ msg: 'an issue cannot be sent', issueId, reason: editions })
    return
  }
  await inTransaction(payload, async (transaction) => {
    const isOurs = await moveIssue(issueId, { from: 'preparing', to: 'sending' }, transaction)
    if (!isOurs) return
    for (const edition of editions) await keepEdition(edition, transaction)
    if (!isLastTry && (await outdatedEditions(issueId, transaction)).length > 0) throw new OvertakenError()
    await leaveLanguages(issueId, leavingLanguages(standings), issue.newsletter.notReady.hours, transaction)
    await enterIssueAudience(issue, languagesFrom(standings), transaction)
    const jobs = Array.from({ length: SENDERS }, () => ({ issueId }))
    await enqueue(payload, 'send-issue', jobs, transaction)
    for (const edition of editions) await keepCountedLinks(edition, transaction)
  })
}

async function renderAll(
  payload: Payload,
  issue: IssueSource,
  standings: readonly LanguageStanding[],
): Promise<NewEdition[] | IssueProblem> {
  const hindrance = hindranceOf(issue, standings)
  if (hindrance !== null) return hindrance
  return renderEditions(payload, issue, leavingEditions(standings), languagesFrom(standings).editions)
}
