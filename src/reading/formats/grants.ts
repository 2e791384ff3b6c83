import type { PublicDocument } from '../contract/document.ts'

/** What paid for a document, in words that are the same in every language. */
export interface Grant {
  /** Of the project. */
  readonly acronym: string
  /** Null: not told in public. */
  readonly number: string | null
  /** Code of the programme. */
  readonly programme: string | null
  readonly website: string | null
}

/** What paid for a document, each grant once. */
export const grantsOf = ({ funding }: Pick<PublicDocument, 'funding'>): readonly Grant[] => [
  ...new Map(
    // Documents that were made before these facts stood in them have none.
    funding.map(({ project, grantNumber = null, programme = null, website = null }) => [
      project,
      { acronym: project, number: grantNumber, programme, website },
    ]),
  ).values(),
]

/** Who paid: every statement of funding that we print names the Union. https://doi.org/10.13039/501100000780 */
export const funder = {
  name: 'European Commission',
  identifier: 'https://doi.org/10.13039/501100000780',
} as const
