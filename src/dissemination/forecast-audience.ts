import type { Payload } from 'payload'

import { rehearse } from '../database/database.ts'
import { countAudience } from '../ledger/enter-audience.ts'
import type { IssueCount } from '../ledger/issue-report.ts'
import type { ComposedEdition } from './compose-editions.ts'
import { audienceOf } from './enter-issue-audience.ts'
import type { IssueSource } from './issue-source.ts'
import {
  type LanguageStanding,
  languageStandings,
  languagesFrom,
  leavingEditions,
} from './readiness/language-standings.ts'

export interface Forecast {
  /** Those that would leave at once. */
  readonly editions: readonly ComposedEdition[]
  readonly languages: readonly LanguageStanding[]
  /** Who would get what, who would wait for a language that is held, and who gets nothing and why. */
  readonly counts: readonly IssueCount[]
}

/**
 * What sending the issue now would do: counted by the very expressions that would enter the audience. What has to be looked
 * up for it is taken back at the end.
 */
export async function forecastAudience(payload: Payload, issue: IssueSource): Promise<Forecast> {
  const languages = await languageStandings(payload, issue)
  const counts = await rehearse(payload, async (transaction) => {
    const audience = await audienceOf(issue, languagesFrom(languages), transaction)
    return countAudience(audience, transaction)
  })
  return { editions: leavingEditions(languages), languages, counts }
}
