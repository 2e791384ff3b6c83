import { type Database, sql } from '../../database/database.ts'
import { EVERYTHING } from '../segments/facet-codes.ts'

/** By what people may be counted. A person counts once under each newsletter, language, topic and country of theirs. */
type FacetKind = 'newsletter' | 'language' | 'frequency' | 'topic' | 'country' | 'role' | 'organisation'

export interface FacetCount {
  /** An id, a locale or a frequency. */
  readonly key: string
  readonly people: number
}

/** The largest first. */
export type FacetCounts = Readonly<Record<FacetKind, readonly FacetCount[]>>

/** Everybody who is active, by what they named: who named no topic or country counts under none. Counted in one pass over their small numbers. */
export async function facetCounts(database: Database): Promise<FacetCounts> {
  const { rows } = await database.execute<{ kind: string; key: string; people: number }>(sql`
    select f.kind, f.key, counted.people from (
      select code, count(*)::int as people
      from (select unnest(facets) as code from subscriber_facets) as each
      group by code
    ) as counted
    join facets f on f.code = counted.code and f.key <> ${EVERYTHING}
    order by counted.people desc, f.key
  `)
  const of = (kind: FacetKind): FacetCount[] =>
    rows.flatMap((row) => (row.kind === kind ? [{ key: row.key, people: row.people }] : []))
  return {
    newsletter: of('newsletter'),
    language: of('language'),
    frequency: of('frequency'),
    topic: of('topic'),
    country: of('country'),
    role: of('role'),
    organisation: of('organisation'),
  }
}
