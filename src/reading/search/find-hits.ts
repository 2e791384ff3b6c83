import { type Database, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import { type ReadableCollection, readableCollections } from '../contract/document.ts'
import type { PlannedQuery } from './plan-query.ts'
import { textArray } from './text-array.ts'

/** Among which documents to look. */
export interface SearchScope {
  readonly collections: readonly ReadableCollection[]
  readonly locale: Locale
  /** Every group must hold; of a group any one. */
  readonly facets: readonly (readonly string[])[]
}

export interface Found {
  readonly collection: ReadableCollection
  readonly id: string
  /** Has not the very words. */
  readonly isSimilar: boolean
  /** Greater is better. Only to be compared with others of the same search and day. */
  readonly score: number
}

/** Where a page of hits ended. */
export type HitPlace = Pick<Found, 'id' | 'isSimilar' | 'score'>

export interface FoundHits {
  /** One more than was asked for when others follow. */
  readonly hits: readonly Found[]
  /** At most `MOST_HITS`: there are more than that when `hasMore`. */
  readonly total: number
  readonly hasMore: boolean
}

/** So many are put in order, the newest: nobody reads on, and to weigh all that have a common word takes too long. */
export const MOST_HITS = 1000

interface Row extends Record<string, unknown> {
  readonly collection: ReadableCollection
  readonly id: string
  readonly is_similar: boolean
  readonly score: number
  readonly total: number
}

/** What words weigh in D, C, B and A. */
const WEIGHTS = '{0.1, 0.3, 0.5, 1}'
/** In days: what an age takes off. At most a quarter, and most of it in the first years. */
const FADES_IN = 700

/**
 * The best of what is public in the locale. Where more than `MOST_HITS` have the words, the newest of them and the newest
 * that have them in the title.
 * @param similarTo the very words, when `plan` is for words that are near them.
 * @param day the age of a document is counted to this day, the same for every page.
 */
export async function findHits(
  plan: PlannedQuery,
  scope: SearchScope,
  page: {
    readonly limit: number
    readonly day: string
    readonly after?: HitPlace | undefined
    readonly similarTo?: string | undefined
  },
  database: Database,
): Promise<FoundHits> {
  const { limit, day, after, similarTo } = page
  const score = sql`round((
    (ts_rank(${WEIGHTS}::float4[], words, ${plan.exact}::tsquery) + 0.5 * ts_rank(${WEIGHTS}::float4[], words, ${plan.broad}::tsquery))
    * (0.75 + 0.25 * exp(-greatest(0, ${day}::date - sort_at::date) / ${FADES_IN}::float8))
  )::numeric, 6)`
  const isSimilar = similarTo === undefined ? sql`false` : sql`not words @@ ${similarTo}::tsquery`
  const hit = sql`select collection, item_id as id, ${isSimilar} as is_similar, ${score} as score`
  const { rows } = await database.execute<Row>(sql`
    with newest as materialized (
      ${hit} from (${matching(plan.broad, scope, MOST_HITS + 1)}) matching
    ), titled as materialized (
      ${hit} from (${matching(plan.title, scope, MOST_HITS)}) matching
      where (select count(*) from newest) > ${MOST_HITS}
    ), ranked as (
      select distinct on (id) * from (select * from newest union all select * from titled) both_of_them
    )
    select collection, id, is_similar, score::float8 as score, (select count(*)::int from newest) as total from ranked
    where ${after === undefined ? sql`true` : sql`(is_similar, -score, id) > (${after.isSimilar}, ${-after.score}::numeric, ${after.id}::uuid)`}
    order by is_similar, score desc, id limit ${limit + 1}
  `)
  const total = rows[0]?.total ?? 0
  return {
    hits: rows.map((row) => ({
      collection: row.collection,
      id: row.id,
      isSimilar: row.is_similar,
      score: row.score,
    })),
    total: Math.min(total, MOST_HITS),
    hasMore: total > MOST_HITS,
  }
}

/** What has the words, newest first. */
export const matching = (query: string, scope: SearchScope, limit: number) =>
  sql`${within(scope, sql` and words @@ ${query}::tsquery`)} order by sort_at desc limit ${limit}`

/** What is public in the scope: what is hidden until it is made anew is left out. */
export const within = ({ collections, locale, facets }: SearchScope, condition = sql``) => {
  const isEvery = readableCollections.every((each) => collections.includes(each))
  const groups = [...(isEvery ? [] : [collections.map((each) => `collection:${each}`)]), ...facets]
  return sql`
    select collection, item_id, words, sort_at, facets from search_texts found
    where locale = ${locale}${sql.join(groups.map((group) => sql` and facets && ${textArray(group)}`))}${condition}
      and not exists (
        select from public_documents stored where stored.hidden and stored.document is not null
          and stored.locale = ${locale} and stored.collection = found.collection and stored.item_id = found.item_id
      )`
}
