import type { Payload } from 'payload'

import { databaseOf } from '../../../database/database.ts'
import type { IssueSource } from '../../../dissemination/issue-source.ts'
import { issueReadiness, type LanguageReadiness } from '../../../dissemination/readiness/issue-readiness.ts'
import type { Locale } from '../../../i18n/locales.ts'
import { editionsOf } from '../../../ledger/editions.ts'
import { issueCounts } from '../../../ledger/issue-report.ts'
import type { ViewContext } from '../../view-context.ts'
import { heldLocales } from './held-locales.ts'
import { isOpen } from './is-open.ts'
import { editionLocalesOf } from './shown-edition.ts'
import type { Tile } from './tile.ts'
import { sentTiles, tilesOf } from './tiles-of.ts'

interface TilesNow {
  /** Of editions as they were sent. */
  readonly sent: readonly Tile[]
  /** Of those that are made anew each time they are looked at, and of which something can be decided. */
  readonly open: readonly Tile[]
  /** How far each is. Empty where nothing is open. */
  readonly languages: readonly LanguageReadiness[]
}

/** Before an issue leaves all its languages are open; while it is under way those on hold. */
export async function tilesNow(
  issue: IssueSource,
  payload: Payload,
  context: ViewContext,
): Promise<TilesNow> {
  const sent = isOpen(issue) ? [] : await tilesAsSent(issue, payload, context)
  const waiting = await waitingLocales(issue, payload)
  if (waiting.length === 0) return { sent, open: [], languages: [] }
  const languages = await issueReadiness(payload, issue)
  const editions = await editionLocalesOf(payload, issue)
  const open = tilesOf(languages, issue.newsletter.policy, { editions, context }).filter(({ locale }) =>
    waiting.includes(locale),
  )
  return { sent, open, languages }
}

const waitingLocales = async (issue: IssueSource, payload: Payload): Promise<readonly Locale[]> =>
  isOpen(issue) ? issue.newsletter.locales : heldLocales(issue, payload)

async function tilesAsSent(issue: IssueSource, payload: Payload, context: ViewContext): Promise<Tile[]> {
  const database = databaseOf(payload)
  const kept = await editionsOf(issue.id, database)
  return sentTiles(
    kept.map(({ locale }) => locale),
    await issueCounts(issue.id, database),
    context,
  )
}
