import type { Payload } from 'payload'

import { type Database, databaseOf, sql } from '../../database/database.ts'
import { textArray } from '../../database/text-array.ts'
import type { Locale } from '../../i18n/locales.ts'
import type { ReadableCollection } from '../contract/document.ts'
import { freshen } from '../documents/freshen.ts'
import { estimateHits } from './estimate-hits.ts'
import { codeLabel } from './facet-labels.ts'
import { MOST_HITS, matching } from './find-hits.ts'
import { planForSearch } from './plan-for-search.ts'
import type { Finding } from './plan-query.ts'
import { isTimed, type SearchScope, within } from './search-scope.ts'

/** To count more takes longer than a reader waits. */
const MOST_COUNTED = 5_000

export interface FacetQuery extends Pick<SearchScope, 'endingAfter' | 'endedBy'> {
  readonly collections: readonly ReadableCollection[]
  readonly locale: Locale
  /** What is chosen already, as in a list's query: `[['topic:finance', 'topic:training'], ['country:BE']]`. */
  readonly facets?: readonly (readonly string[])[]
  /** Whose choices to count: of `facetNames`. */
  readonly names: readonly string[]
}

/** One choice and how many documents it leads to. */
interface FacetCount {
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
  return countFacets(query, null, payload)
}

/**
 * The same among what a search finds.
 * @param search null: among all. Of a search that finds more than `MOST_COUNTED`, the newest `MOST_HITS` are counted.
 */
export async function countFacets(
  query: FacetQuery,
  search: Finding | null,
  payload: Payload,
): Promise<FacetCounts> {
  const counted: Record<string, readonly FacetCount[]> = {}
  for (const { names, groups } of countings(query)) {
    const isAll = search === null && groups.length === 0 && !isTimed(query)
    const found = await (isAll
      ? countAll(query, databaseOf(payload))
      : countAmong({ ...query, names, facets: groups }, search, payload))
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
  search: Finding | null,
  payload: Payload,
): Promise<readonly Found[]> {
  const { collections, locale, names } = query
  const among = search === null ? within(query) : await countedOf(search, query, payload)
  const { rows } = await planForSearch(payload, (database) =>
    database.execute<Found>(sql`
    with counted as materialized (
      select facet, count(*)::int as total from (${among}) among, unnest(facets) as facet
      where facet like any(${textArray(names.map((name) => `${name}:%`))}) group by 1
    )
    select facet, max(label) as label, max(counted.total) as total
    from counted join facet_totals using (facet)
    where locale = ${locale} and collection = any(${textArray(collections)}) group by facet
  `),
  )
  return rows
}

/** All that is found, else the newest of it. */
async function countedOf(search: Finding, scope: SearchScope, payload: Payload) {
  const newest = await matching(search, scope, { limit: MOST_HITS, payload })
  const { documents } = await estimateHits(search, scope, payload)
  if (documents > SURELY_MORE * MOST_COUNTED) return newest
  const found = within(scope, sql` and words @@ ${search.query}::tsquery`)
  return sql`
    with found as materialized (select facets from (${found}) found limit ${MOST_COUNTED + 1})
    select facets from found where (select count(*) from found) <= ${MOST_COUNTED}
    union all
    select facets from (${newest}) newest where (select count(*) from found) > ${MOST_COUNTED}`
}

/** An estimate may be wrong by that. */
const SURELY_MORE = 1.5

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
