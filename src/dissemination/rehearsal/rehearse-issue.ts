import type { Payload } from 'payload'

import { databaseOf } from '../../database/database.ts'
import type { StoredEdition } from '../../ledger/editions.ts'
import {
  claimRehearsal,
  endRehearsal,
  giveBackRehearsal,
  type HeldRehearsal,
  type RehearsalProblem,
} from '../../ledger/rehearsals.ts'
import { EditionError } from '../../newsletter/edition-error.ts'
import { hasReadableSegment } from '../enter-issue-audience.ts'
import { type IssueSource, readIssue } from '../issue-source.ts'
import { editionsNow, renderIssue } from '../render-issue.ts'
import { type EarlyEnd, playMails } from './play-mails.ts'
import type { RehearsalReport } from './rehearsal-report.ts'

interface Options {
  /** Gives the rehearsal back, to be begun anew. */
  readonly signal: AbortSignal
}

/**
 * Sends an issue to nobody: renders its editions, freezes its audience, merges every mail and submits it over SMTP to a
 * server of ours that keeps nothing, exactly as sending would. What is left of it is a report.
 */
export async function rehearseIssue(payload: Payload, rehearsalId: string, options: Options): Promise<void> {
  const database = databaseOf(payload)
  const held = await claimRehearsal(rehearsalId, database)
  if (held === null) return
  try {
    const played = await play(payload, held, options)
    if (played === 'stopped') await giveBackRehearsal(held, database)
    else if (played !== 'taken')
      await endRehearsal(
        held,
        typeof played === 'string' ? { problem: played } : { report: played },
        database,
      )
  } catch (err) {
    payload.logger.error({ msg: 'a rehearsal broke off', rehearsalId, issueId: held.issueId, err })
    await endRehearsal(held, { problem: 'broke-off' }, database)
  }
}

async function play(
  payload: Payload,
  held: HeldRehearsal,
  options: Options,
): Promise<RehearsalReport | RehearsalProblem | EarlyEnd> {
  if (options.signal.aborted) return 'stopped'
  const issue = await readIssue(payload, held.issueId)
  if (issue === null) return 'gone'
  const editions = await renderAll(payload, issue)
  return typeof editions === 'string' ? editions : playMails(payload, held, { issue, editions, ...options })
}

/** The same as for sending. */
async function renderAll(
  payload: Payload,
  issue: IssueSource,
): Promise<Omit<StoredEdition, 'id'>[] | RehearsalProblem> {
  if (issue.items.length === 0) return 'no-items'
  if (!hasReadableSegment(issue)) return 'bad-segment'
  const composed = await editionsNow(payload, issue)
  if (composed.length === 0) return 'no-edition'
  const editionLocales = composed.map(({ locale }) => locale)
  const editions: Omit<StoredEdition, 'id'>[] = []
  try {
    for (const edition of composed) {
      const { rendered, manifest } = await renderIssue(payload, issue, edition, {
        editionLocales,
        test: false,
      })
      editions.push({ issueId: issue.id, ...rendered, manifest })
    }
  } catch (error) {
    if (!(error instanceof EditionError)) throw error
    payload.logger.warn({ msg: 'an edition was refused', issueId: issue.id, err: error })
    return 'edition-refused'
  }
  return editions
}
