import type { Payload } from 'payload'

import { type Database, databaseOf, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import type { Finding } from './plan-query.ts'
import { isEverywhere, isTimed, type SearchScope } from './search-scope.ts'

/** How many documents a search finds. */
export interface Estimate {
  readonly share: number
  readonly documents: number
}

const unknown: Estimate = { share: 0, documents: 0 }

/**
 * What Postgres has counted of the locale's texts tells how many have a common word; it counts them from time to time by
 * itself. Zero for what is rare and for what depends on several conditions, each of which may rule out the others, and
 * where the locale's texts have no part of the table to themselves.
 */
export async function estimateHits(
  { operands }: Finding,
  scope: SearchScope,
  payload: Payload,
): Promise<Estimate> {
  const { collections, facets, locale } = scope
  if (operands.length === 0 || facets.length > 0 || isTimed(scope)) return unknown
  const { shares, documents } = await commonIn(locale, databaseOf(payload))
  const none = (elements: readonly number[]) => elements.reduce((left, share) => left * (1 - share), 1)
  const inScope = isEverywhere(collections)
    ? 1
    : collections.reduce((sum, each) => sum + (shares.facets.get(`collection:${each}`) ?? 0), 0)
  const found = [...shares.words].flatMap(([lexeme, share]) =>
    operands.some((each) => (each.isWhole ? lexeme === each.lexeme : lexeme.startsWith(each.lexeme)))
      ? [share]
      : [],
  )
  const share = (1 - none(found)) * inScope
  return { share, documents: share * documents }
}

interface Common {
  /** Of what many of the locale's documents have: 0 to 1. */
  readonly shares: Readonly<Record<'words' | 'facets', ReadonlyMap<string, number>>>
  readonly documents: number
}

const KEPT_MS = 60_000

const kept = new WeakMap<
  Database,
  Map<Locale, { readonly until: number; readonly common: Promise<Common> }>
>()

/** Postgres counts far less often than it is asked. */
function commonIn(locale: Locale, database: Database): Promise<Common> {
  const ofDatabase = kept.get(database) ?? new Map()
  kept.set(database, ofDatabase)
  const known = ofDatabase.get(locale)
  if (known !== undefined && known.until > performance.now()) return known.common
  const common = readCommon(locale, database)
  ofDatabase.set(locale, { until: performance.now() + KEPT_MS, common })
  common.catch(() => ofDatabase.delete(locale))
  return common
}

/** https://www.postgresql.org/docs/current/view-pg-stats.html */
async function readCommon(locale: Locale, database: Database): Promise<Common> {
  const { rows } = await database.execute<{
    column: 'words' | 'facets'
    element: string
    share: number
    documents: number
  }>(sql`
    select attname as column, element, share, reltuples as documents
    from pg_stats join pg_namespace on nspname = schemaname
      join pg_class on relnamespace = pg_namespace.oid and relname = tablename,
      unnest(most_common_elems::text::text[], most_common_elem_freqs) as counted (element, share)
    where schemaname = current_schema() and tablename = ${`search_texts_${locale}`}
      and attname in ('words', 'facets') and element is not null
  `)
  const sharesOf = (wanted: string) =>
    new Map(
      rows.flatMap(({ column, element, share }) => (column === wanted ? [[element, share] as const] : [])),
    )
  return {
    shares: { words: sharesOf('words'), facets: sharesOf('facets') },
    documents: rows[0]?.documents ?? 0,
  }
}
