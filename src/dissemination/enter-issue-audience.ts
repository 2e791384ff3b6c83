import { refreshUnknown } from '../audience/refresh-people.ts'
import { readFacetCodes } from '../audience/segments/facet-codes.ts'
import { segmentSql } from '../audience/segments/segment-sql.ts'
import type { Database } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'
import { enterAudience } from '../ledger/enter-audience.ts'
import { keepIssueSegment } from '../ledger/issue-segments.ts'
import type { IssueSource } from './issue-source.ts'

/** People whose facets are derived in one statement. */
const AT_ONCE = 1000

/**
 * Enters everybody who subscribes to the issue's newsletter, those outside its segment with that reason, and keeps the
 * segment's condition as it is now: what it says tomorrow must not change who was meant today.
 * @throws when the segment cannot be read: rather nobody than everybody. Ask `hasReadableSegment` before.
 */
export async function enterIssueAudience(
  { id: issueId, newsletter, segment }: IssueSource,
  editionLocales: readonly Locale[],
  transaction: Database,
): Promise<void> {
  const audience = { issueId, newsletterId: newsletter.id, editionLocales, policy: newsletter.policy }
  if (segment === null) return enterAudience({ ...audience, segment: null }, transaction)
  const { id: segmentId, name, condition } = segment
  if (condition === null) throw new Error(`the segment ${segmentId} cannot be read`)
  const now = new Date()
  // Else they would be left out for what was not looked up yet.
  while ((await refreshUnknown(AT_ONCE, transaction)) > 0);
  await keepIssueSegment({ issueId, segmentId, name, condition, at: now }, transaction)
  const codes = await readFacetCodes(condition, transaction)
  await enterAudience({ ...audience, segment: segmentSql(condition, { codes, now }) }, transaction)
}

/** Whether it can be said whom the issue is for. */
export const hasReadableSegment = ({ segment }: IssueSource): boolean =>
  segment === null || segment.condition !== null
