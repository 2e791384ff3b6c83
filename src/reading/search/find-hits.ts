import type { Payload } from 'payload'

import { sql } from '../../database/database.ts'
import type { ReadableCollection } from '../contract/document.ts'
import { estimateHits } from './estimate-hits.ts'
import { planForSearch } from './plan-for-search.ts'
import type { Finding, PlannedQuery } from './plan-query.ts'
import { type SearchScope, within } from './search-scope.ts'

type Expression = ReturnType<typeof sql>

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
export const MOST_HITS = 500
/** Beside them, of those that have the words in the title. */
const MOST_TITLED = 200

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
  payload: Payload,
): Promise<FoundHits> {
  const { limit, day, after, similarTo } = page
  const newest = await matching(plan.found, scope, { limit: MOST_HITS + 1, payload })
  const titled = await matching(plan.title, scope, { limit: MOST_TITLED, payload })
  // Read once, as a long list of words is kept apart from its row.
  const read = (found: Expression) => sql`
    select collection, item_id, sort_at, words || '' as words from (${found}) found offset 0`
  const score = sql`round((
    (ts_rank(${WEIGHTS}::float4[], words, ${plan.exact}::tsquery) + 0.5 * ts_rank(${WEIGHTS}::float4[], words, ${plan.broad}::tsquery))
    * (0.75 + 0.25 * exp(-greatest(0, ${day}::date - sort_at::date) / ${FADES_IN}::float8))
  )::numeric, 6)`
  const isSimilar = similarTo === undefined ? sql`false` : sql`not words @@ ${similarTo}::tsquery`
  const hit = sql`select collection, item_id as id, ${isSimilar} as is_similar, ${score} as score`
  const { rows } = await planForSearch(payload, (database) =>
    database.execute<Row>(sql`
    with newest as materialized (
      ${hit} from (${read(newest)}) read
    ), titled as materialized (
      ${hit} from (${read(titled)}) read where (select count(*) from newest) > ${MOST_HITS}
    ), ranked as (
      select distinct on (id) * from (select * from newest union all select * from titled) both_of_them
    )
    select collection, id, is_similar, score::float8 as score, (select count(*)::int from newest) as total from ranked
    where ${after === undefined ? sql`true` : sql`(is_similar, -score, id) > (${after.isSimilar}, ${-after.score}::numeric, ${after.id}::uuid)`}
    order by is_similar, score desc, id limit ${limit + 1}
  `),
  )
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

/**
 * Whether it is faster to go through the newest until so many are found than to find all and take the newest of them. Then
 * the documents that are gone through are fewer than those that are found. Postgres itself takes words that are too rare
 * to be counted for common ones.
 */
async function isWalked(
  finding: Finding,
  scope: SearchScope,
  { limit, payload }: { readonly limit: number; readonly payload: Payload },
): Promise<boolean> {
  const { share, documents } = await estimateHits(finding, scope, payload)
  return share > 0 && limit / share < documents
}

/** What has the words, newest first. */
export async function matching(
  finding: Finding,
  scope: SearchScope,
  { limit, payload }: { readonly limit: number; readonly payload: Payload },
): Promise<Expression> {
  // No index has the second order, so that what has the words is found first, whatever Postgres thinks of that.
  const order = (await isWalked(finding, scope, { limit, payload }))
    ? sql`sort_at`
    : sql`sort_at + interval '0'`
  return sql`${within(scope, sql` and words @@ ${finding.query}::tsquery`)} order by ${order} desc limit ${limit}`
}
