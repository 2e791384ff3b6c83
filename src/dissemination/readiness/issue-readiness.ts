import type { Payload } from 'payload'

import { databaseOf, rehearse } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import { countAudience } from '../../ledger/enter-audience.ts'
import { type IssueCount, issueCounts } from '../../ledger/issue-report.ts'
import { audienceOf, hasReadableSegment } from '../enter-issue-audience.ts'
import type { IssueSource } from '../issue-source.ts'
import { type LanguageStanding, languageStandings } from './language-standings.ts'

/** How far an issue is in one of its languages, as staff is told. */
export interface LanguageReadiness
  extends Pick<
    LanguageStanding,
    'locale' | 'missing' | 'rule' | 'decidedBy' | 'deadline' | 'afterwards' | 'state'
  > {
  /** Who would get the issue in this language if every language were ready; once it left, whose language it is. */
  readonly readers: number
}

/** The issue's languages, in the newsletter's order. */
export async function issueReadiness(payload: Payload, issue: IssueSource): Promise<LanguageReadiness[]> {
  const standings = await languageStandings(payload, issue)
  const counts = await readersOf(payload, issue)
  return standings.map(({ locale, missing, rule, decidedBy, deadline, afterwards, state }) => ({
    locale,
    readers: counts
      .filter((count) => count.locale === locale && isReader(count))
      .reduce((sum, { people }) => sum + people, 0),
    missing,
    rule,
    decidedBy,
    deadline,
    afterwards,
    state,
  }))
}

const isReader = ({ state, reason }: IssueCount): boolean =>
  state !== 'skipped' || reason === 'language-left-out'

async function readersOf(payload: Payload, issue: IssueSource): Promise<readonly IssueCount[]> {
  const left = await issueCounts(issue.id, databaseOf(payload))
  if (left.length > 0 || !hasReadableSegment(issue)) return left
  const editions: readonly Locale[] = issue.newsletter.locales
  return rehearse(payload, async (transaction) => {
    const audience = await audienceOf(issue, { editions, held: [], leftOut: [] }, transaction)
    return countAudience(audience, transaction)
  })
}
