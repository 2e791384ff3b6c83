import type { Acknowledgement } from '../content/published-item.ts'
import type { PublicDocument } from '../reading/contract/document.ts'

/** What must stand beside a document, as the footer shows it. */
export const acknowledgementsOf = ({
  funding,
}: Pick<PublicDocument, 'funding'>): readonly Acknowledgement[] =>
  funding.map(({ project, statement, emblemUrl, disclaimer }) => ({
    project,
    statement,
    emblem: emblemUrl !== null,
    disclaimer,
  }))
