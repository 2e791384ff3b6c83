import type { Payload } from 'payload'

import { rehearse } from '../database/database.ts'
import { keepEdition } from '../ledger/editions.ts'
import { type IssueCount, issueCounts } from '../ledger/issue-report.ts'
import type { ComposedEdition } from './compose-editions.ts'
import { enterIssueAudience } from './enter-issue-audience.ts'
import type { IssueSource } from './issue-source.ts'
import { editionsNow } from './render-issue.ts'

export interface Forecast {
  readonly editions: readonly ComposedEdition[]
  /** Who would get what, and who nothing and why. */
  readonly counts: readonly IssueCount[]
}

/** What sending the issue now would do: the very statements that would do it, taken back at the end. */
export async function forecastAudience(payload: Payload, issue: IssueSource): Promise<Forecast> {
  const editions = await editionsNow(payload, issue)
  const editionLocales = editions.map(({ locale }) => locale)
  const counts = await rehearse(payload, async (transaction) => {
    for (const { locale, manifest } of editions) {
      const unrendered = { subject: '', preheader: '', html: '', text: '', contentHash: '' }
      await keepEdition({ issueId: issue.id, locale, manifest, ...unrendered }, transaction)
    }
    await enterIssueAudience(issue, editionLocales, transaction)
    return issueCounts(issue.id, transaction)
  })
  return { editions, counts }
}
