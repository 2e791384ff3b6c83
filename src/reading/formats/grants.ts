import { type Database, sql } from '../../database/database.ts'
import type { PublicDocument } from '../contract/document.ts'
import { referencesIn, textIn } from './details.ts'

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

/** By acronym, which is how documents name what funded them. */
export type Grants = ReadonlyMap<string, Grant>

/** The grants behind everything public: a network has a handful. */
export async function readGrants(database: Database): Promise<Grants> {
  const { rows } = await database.execute<{ document: PublicDocument }>(sql`
    select distinct on (item_id) document from public_documents
    where collection = 'projects' and document is not null and not hidden order by item_id, locale
  `)
  return new Map(
    rows.flatMap(({ document: { details } }) => {
      const acronym = textIn(details, 'acronym')
      if (acronym === null) return []
      const grant: Grant = {
        acronym,
        number: textIn(details, 'grantNumber'),
        programme: referencesIn(details, 'programme')[0]?.code ?? null,
        website: textIn(details, 'website'),
      }
      return [[acronym, grant] as const]
    }),
  )
}

/** Those of one document, each once. */
export const grantsOf = ({ funding }: PublicDocument, grants: Grants): readonly Grant[] =>
  [...new Set(funding.map(({ project }) => project))].map(
    (acronym) => grants.get(acronym) ?? { acronym, number: null, programme: null, website: null },
  )

/** Who paid: every statement of funding that we print names the Union. https://doi.org/10.13039/501100000780 */
export const funder = {
  name: 'European Commission',
  identifier: 'https://doi.org/10.13039/501100000780',
} as const
