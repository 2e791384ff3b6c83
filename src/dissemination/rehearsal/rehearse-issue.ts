import type { Payload } from 'payload'

import { databaseOf } from '../../database/database.ts'
import { env } from '../../env.ts'
import {
  claimRehearsal,
  endRehearsal,
  giveBackRehearsal,
  type HeldRehearsal,
  type RehearsalProblem,
} from '../../ledger/rehearsals.ts'
import type { Transport } from '../../newsletter/transports/transport.ts'
import { transportsFor } from '../../newsletter/transports/transport-for.ts'
import { hindranceOf } from '../issue-hindrance.ts'
import { type IssueSource, readIssue } from '../issue-source.ts'
import { languageStandings, languagesFrom, leavingEditions } from '../readiness/language-standings.ts'
import { renderEditions } from '../render-editions.ts'
import { playMails } from './play-mails.ts'
import type { EarlyEnd, RehearsalReport } from './rehearsal-report.ts'
import type { Leaving } from './staged-audience.ts'

interface Options {
  /** By which it would really leave. @default those of the settings */
  readonly ways?: readonly Transport[]
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
  const leaving = await leavingNow(payload, issue)
  if (typeof leaving === 'string') return leaving
  const ways = options.ways ?? transportsFor(env)
  try {
    return await playMails(payload, held, { issue, leaving, ...options, ways })
  } finally {
    if (options.ways === undefined) for (const way of ways) await way.close()
  }
}

/** The same as for sending. */
async function leavingNow(payload: Payload, issue: IssueSource): Promise<Leaving | RehearsalProblem> {
  const standings = await languageStandings(payload, issue)
  const hindrance = hindranceOf(issue, standings)
  if (hindrance !== null) return hindrance
  const languages = languagesFrom(standings)
  const editions = await renderEditions(payload, issue, leavingEditions(standings), languages.editions)
  return typeof editions === 'string' ? editions : { editions, languages }
}
