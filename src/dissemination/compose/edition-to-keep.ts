import type { NewEdition } from '../../ledger/editions.ts'
import type { IssueEdition } from '../render-issue.ts'

/** A rendered edition as the ledger keeps it. */
export function editionToKeep(issueId: string, { rendered, manifest, leftTexts }: IssueEdition): NewEdition {
  const { locale, subject, preheader, html, text, contentHash, attachments } = rendered
  return { issueId, locale, subject, preheader, html, text, contentHash, manifest, leftTexts, attachments }
}
