import type { Payload } from 'payload'

import { type Database, databaseOf, inTransaction } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import { keepEdition, type NewEdition } from '../../ledger/editions.ts'
import {
  issuesOnHold,
  type KeptLanguage,
  type LanguageOutcome,
  reassignMails,
  settleLanguage,
  takeLanguages,
} from '../../ledger/issue-languages.ts'
import { editionLocalesOf, type IssueLanguages } from '../../ledger/reader-language.ts'
import { keepCountedLinks } from '../../newsletter/counted-links/counted-edition.ts'
import { enqueue } from '../../queue/queue.ts'
import { type IssueSource, readIssue } from '../issue-source.ts'
import { renderEditions } from '../render-editions.ts'
import { type LanguageStanding, languageStandings } from './language-standings.ts'
import { OvertakenError, outdatedEditions } from './outdated-editions.ts'

/** How many workers may send what was released side by side. */
const SENDERS = 2

/**
 * Lets go the languages of issues under way that are ready by now, and gives up those of which the deadline is over. Any
 * number of workers may do so side by side, and any of them may be killed: each language is settled in one transaction.
 */
export async function releaseLanguages(payload: Payload): Promise<void> {
  for (const issueId of await issuesOnHold(databaseOf(payload))) {
    const issue = await readIssue(payload, issueId)
    if (issue === null) continue
    for (const standing of await languageStandings(payload, issue)) {
      const isHeld = standing.rule === 'hold' && standing.outcome === null
      if (isHeld && (standing.state === 'ready' || standing.isOver)) await settle(payload, issue, standing)
    }
  }
}

/** What changes while its edition is rendered is looked at anew, at the next sweep. */
async function settle(payload: Payload, issue: IssueSource, standing: LanguageStanding): Promise<void> {
  try {
    await settleNow(payload, issue, standing)
  } catch (error) {
    if (!(error instanceof OvertakenError)) throw error
  }
}

async function settleNow(payload: Payload, issue: IssueSource, standing: LanguageStanding): Promise<void> {
  const edition = await editionFor(payload, issue, standing)
  // It is ready, but its edition must not be sent as it is: what is wrong with it can be mended until the deadline.
  if (edition === null && !standing.isOver) return
  await inTransaction(payload, async (transaction) => {
    const kept = await takeLanguages(issue.id, transaction)
    const now = kept?.find(({ locale }) => locale === standing.locale)
    // Somebody else settled it, or gave it more time; or the issue was cancelled.
    if (kept === null || now?.outcome !== null || now.rule !== 'hold') return
    if (standing.state !== 'ready' && !(now.isOver && now.afterwards === standing.afterwards)) return
    if (edition !== null) {
      await keepEdition(edition, transaction)
      const outdated = await outdatedEditions(issue.id, transaction)
      if (outdated.some(({ locale }) => locale === standing.locale)) throw new OvertakenError()
      await keepCountedLinks(edition, transaction)
    }
    const outcome = outcomeOf(standing, edition)
    await settleLanguage(issue.id, standing.locale, outcome, transaction)
    const mails = await letGo(issue, standing.locale, { kept, outcome }, transaction)
    payload.logger.info({
      msg: 'a language of an issue was settled',
      issueId: issue.id,
      locale: standing.locale,
      outcome,
      mails,
    })
    const jobs = Array.from({ length: SENDERS }, () => ({ issueId: issue.id }))
    await enqueue(payload, 'send-issue', jobs, transaction)
  })
}

/** Null: it does not come in this language. */
async function editionFor(
  payload: Payload,
  issue: IssueSource,
  { edition, state, afterwards, locale }: LanguageStanding,
): Promise<NewEdition | null> {
  if (edition === null || (state !== 'ready' && afterwards === 'skip')) return null
  const others = await editionLocalesOf(issue.id, databaseOf(payload))
  const rendered = await renderEditions(payload, issue, [edition], [...others, locale])
  return rendered === 'edition-refused' ? null : (rendered[0] ?? null)
}

const outcomeOf = ({ state, afterwards }: LanguageStanding, edition: NewEdition | null): LanguageOutcome =>
  state === 'ready' && edition !== null ? 'released' : afterwards === 'skip' ? 'skipped' : 'fell-back'

interface LetGo {
  readonly kept: readonly KeptLanguage[]
  readonly outcome: LanguageOutcome
}

async function letGo(
  { id, newsletter }: IssueSource,
  locale: Locale,
  { kept, outcome }: LetGo,
  transaction: Database,
): Promise<number> {
  const skipped = kept.filter((each) => each.outcome === 'skipped').map((each) => each.locale)
  const languages: IssueLanguages = {
    editions: await editionLocalesOf(id, transaction),
    held: kept
      .filter((each) => each.rule === 'hold' && each.outcome === null && each.locale !== locale)
      .map((each) => each.locale),
    leftOut: outcome === 'skipped' ? [...skipped, locale] : skipped,
  }
  return reassignMails(id, locale, { languages, policy: newsletter.policy }, transaction)
}
