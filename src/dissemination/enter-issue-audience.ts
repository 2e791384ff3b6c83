import { refreshUnknown } from '../audience/refresh-people.ts'
import { readFacetCodes } from '../audience/segments/facet-codes.ts'
import { segmentSql } from '../audience/segments/segment-sql.ts'
import type { Database } from '../database/database.ts'
import { type Audience, enterAudience } from '../ledger/enter-audience.ts'
import { keepIssueSegment } from '../ledger/issue-segments.ts'
import type { IssueLanguages } from '../ledger/reader-language.ts'
import type { IssueSource } from './issue-source.ts'

/** People whose facets are derived in one statement. */
const AT_ONCE = 1000

/**
 * Enters everybody who subscribes to one of the issue's newsletters, those outside its segment with that reason, and keeps
 * the segment's condition as it is now: what it says tomorrow must not change who was meant today.
 * @throws when the segment cannot be read: rather nobody than everybody. Ask `hasReadableSegment` before.
 */
export async function enterIssueAudience(
  issue: IssueSource,
  languages: IssueLanguages,
  transaction: Database,
): Promise<void> {
  await enterAudience(await audienceOf(issue, languages, transaction), transaction)
}

/**
 * Whom the issue is for. What has to be looked up for that, and the segment's condition, is kept in the transaction.
 * @throws when the segment cannot be read.
 */
export async function audienceOf(
  { id: issueId, newsletter, alsoTo, segment }: IssueSource,
  languages: IssueLanguages,
  transaction: Database,
): Promise<Audience> {
  const others = alsoTo.filter((id) => id !== newsletter.id)
  const newsletterIds: Audience['newsletterIds'] = [newsletter.id, ...others]
  const audience = { issueId, newsletterIds, languages, policy: newsletter.policy }
  if (segment === null) return { ...audience, segment: null }
  const { id: segmentId, name, condition } = segment
  if (condition === null) throw new Error(`the segment ${segmentId} cannot be read`)
  const now = new Date()
  // Else they would be left out for what was not looked up yet.
  while ((await refreshUnknown(AT_ONCE, transaction)) > 0);
  await keepIssueSegment({ issueId, segmentId, name, condition, at: now }, transaction)
  const codes = await readFacetCodes(condition, transaction)
  return { ...audience, segment: segmentSql(condition, { codes, now }) }
}

/** Whether it can be said whom the issue is for. */
export const hasReadableSegment = ({ segment }: IssueSource): boolean =>
  segment === null || segment.condition !== null
