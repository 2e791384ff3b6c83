import type { Payload } from 'payload'

import { type Database, databaseOf, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import type { ReadableCollection } from '../contract/document.ts'
import { freshen } from '../documents/freshen.ts'
import { codeLabel } from './facet-labels.ts'
import { MOST_HITS, matching, type SearchScope, within } from './find-hits.ts'
import { textArray } from './text-array.ts'

export interface FacetQuery {
  readonly collections: readonly ReadableCollection[]
  readonly locale: Locale
  /** What is chosen already, as in a list's query: `[['topic:finance', 'topic:training'], ['country:BE']]`. */
  readonly facets?: readonly (readonly string[])[]
  /** Whose choices to count: of `facetNames`. */
  readonly names: readonly string[]
}

/** One choice and how many documents it leads to. */
export interface FacetCount {
  readonly code: string
  /** In the locale. */
  readonly label: string
  /** At least 1. */
  readonly count: number
}

/** By count, then by label. */
export type FacetCounts = Readonly<Record<string, readonly FacetCount[]>>

/**
 * Counts the choices of each name among what is public in a locale. What is chosen of that very name is left out of
 * account, so that a reader sees what else to choose.
 */
export async function facetCounts(payload: Payload, query: FacetQuery): Promise<FacetCounts> {
  await freshen(payload)
  return countFacets(query, null, databaseOf(payload))
}

/**
 * The same among what a search finds.
 * @param search as Postgres reads it; null: among all. Of a search that finds more than `MOST_HITS`, the newest are counted.
 */
export async function countFacets(
  query: FacetQuery,
  search: string | null,
  database: Database,
): Promise<FacetCounts> {
  const counted: Record<string, readonly FacetCount[]> = {}
  for (const { names, groups } of countings(query)) {
    const isAll = search === null && groups.length === 0
    const found = await (isAll
      ? countAll(query, database)
      : countAmong({ ...query, facets: groups }, search, database))
    for (const name of names) counted[name] = choicesOf(name, found, query.locale)
  }
  return counted
}

interface Found extends Record<string, unknown> {
  readonly facet: string
  readonly label: string | null
  readonly total: number
}

/** Names that are counted among the same documents are counted together. */
function countings({ names, facets = [] }: FacetQuery) {
  const alike = new Map<string, { names: string[]; groups: readonly (readonly string[])[] }>()
  for (const name of names) {
    const groups = facets.filter((group) => !group.every((each) => each.startsWith(`${name}:`)))
    const key = JSON.stringify(groups)
    alike.set(key, { names: [...(alike.get(key)?.names ?? []), name], groups })
  }
  return alike.values()
}

/** The totals, less what is hidden at this moment. */
async function countAll({ collections, locale }: FacetQuery, database: Database): Promise<readonly Found[]> {
  const { rows } = await database.execute<Found>(sql`
    with hidden as (
      select facet, count(*)::int as total from public_documents, unnest(facets) as facet
      where hidden and document is not null and locale = ${locale} and collection = any(${textArray(collections)})
      group by 1
    )
    select facet, max(label) as label, (sum(kept.total) - coalesce(max(hidden.total), 0))::int as total
    from facet_totals kept left join hidden using (facet)
    where locale = ${locale} and collection = any(${textArray(collections)}) group by facet
  `)
  return rows
}

async function countAmong(
  query: FacetQuery & SearchScope,
  search: string | null,
  database: Database,
): Promise<readonly Found[]> {
  const { collections, locale } = query
  const among = search === null ? within(query) : matching(search, query, MOST_HITS)
  const { rows } = await database.execute<Found>(sql`
    with counted as materialized (
      select facet, count(*)::int as total from (${among}) among, unnest(facets) as facet group by 1
    )
    select facet, max(label) as label, max(counted.total) as total
    from counted join facet_totals using (facet)
    where locale = ${locale} and collection = any(${textArray(collections)}) group by facet
  `)
  return rows
}

function choicesOf(name: string, found: readonly Found[], locale: Locale): FacetCount[] {
  const { compare } = new Intl.Collator(locale)
  return found
    .filter(({ facet, total }) => facet.startsWith(`${name}:`) && total > 0)
    .map(({ facet, label, total }) => {
      const code = facet.slice(name.length + 1)
      return { code, label: label ?? codeLabel(name, code, locale), count: total }
    })
    .sort((one, other) => other.count - one.count || compare(one.label, other.label))
}
