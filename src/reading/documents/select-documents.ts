import type { Payload } from 'payload'

import { databaseOf, sql } from '../../database/database.ts'
import { textArray } from '../../database/text-array.ts'
import type { Locale } from '../../i18n/locales.ts'
import type { ReadableCollection } from '../contract/document.ts'
import { totalOf } from '../search/facet-totals.ts'
import { freshen } from './freshen.ts'
import { missingLocales } from './missing-locales.ts'
import { sortedTitle, titleOrder } from './title-order.ts'

/** `newest` and `oldest` by the moment that readers expect: an event's start, a date that was typed, else publishing. */
export type DocumentOrder = 'newest' | 'oldest' | 'title'

export interface DocumentQuery {
  readonly collections: readonly ReadableCollection[]
  readonly locale: Locale
  /** Further languages: what is not public in `locale` is answered in the first of these in which it is. @default none */
  readonly fallback?: readonly Locale[]
  /** Every group must hold; of a group any one: `[['topic:finance', 'topic:training'], ['country:BE']]`. */
  readonly facets?: readonly (readonly string[])[]
  /** Bounds of the moment that `newest` goes by: from the first on, before the second. */
  readonly from?: Date
  readonly before?: Date
  /** Only what changed for its readers at this moment or later. */
  readonly changedSince?: Date
  /** Only events that end after this. */
  readonly endingAfter?: Date
  /** @default newest */
  readonly order?: DocumentOrder
  /** 1 to 100. */
  readonly limit: number
  /** Of the last page. */
  readonly after?: DocumentPlace
}

/** Where a page ended. */
export interface DocumentPlace {
  /** What the order goes by: an ISO date or a title. */
  readonly at: string
  readonly id: string
}

/** What `where` needs to be true of a row that may be answered. */
export const isPublic = sql`document is not null and not hidden`

type Expression = ReturnType<typeof sql>

/** A row that was found, with whatever was selected of it. */
export type FoundRow<Selected> = Selected & {
  readonly collection: ReadableCollection
  readonly id: string
  readonly locale: Locale
  /** What the order goes by. */
  readonly at: string
}

/**
 * One page of what is public, in order. The rows of each collection and language are taken from the index by themselves and
 * put together after, so that a page costs the same however many there are.
 * @param selected what to select of `public_documents`, by collection.
 */
export async function selectDocuments<Selected>(
  payload: Payload,
  query: DocumentQuery,
  selected: (collection: ReadableCollection) => Expression,
): Promise<{ readonly rows: readonly FoundRow<Selected>[]; readonly next: DocumentPlace | null }> {
  await freshen(payload)
  const { limit, order = 'newest' } = query
  const key = keyOf(query)
  const direction = order === 'newest' ? sql`desc` : sql`asc`
  const arm = (collection: ReadableCollection, place: number, bound: Expression, absence = nowhere) => sql`
    select ${selected(collection)}, collection, item_id as id, locale, sort_at, title
    from public_documents
    where ${conditionOf(query, { collection, place, absence })} and ${comesAfter(query)}${bound}
    order by ${key} ${direction}, item_id ${direction} limit ${limit + 1}`
  const isBounded = order !== 'title' && chainOf(query).length > 1
  const arms = query.collections.flatMap((collection, index) =>
    chainOf(query).flatMap((_, place) => {
      if (!isBounded)
        return place === 0
          ? arm(collection, place, sql``)
          : untranslated(query, collection, place).map((bound) => arm(collection, place, bound, confirmed))
      return place === 0
        ? sql`select * from ${firstOf(index)}`
        : arm(collection, place, within(query, index), lookedUp)
    }),
  )
  const first = isBounded
    ? sql`with ${sql.join(
        query.collections.map(
          (collection, index) => sql`${firstOf(index)} as materialized (${arm(collection, 0, sql``)})`,
        ),
        sql`, `,
      )}`
    : sql``
  const { rows } = await databaseOf(payload).execute<FoundRow<Record<string, unknown>>>(sql`
    ${first} select found.*, ${placeOf(order)} as at
    from (${sql.join(
      arms.map((each) => sql`(${each})`),
      sql` union all `,
    )}) found
    order by ${key} ${direction}, id ${direction} limit ${limit + 1}
  `)
  const page = rows.slice(0, limit) as unknown as readonly FoundRow<Selected>[]
  const last = page.at(-1)
  return { rows: page, next: rows.length > limit && last !== undefined ? { at: last.at, id: last.id } : null }
}

/**
 * Titles of two languages have no bound in common. What an earlier language of the chain lacks is found by what documents say
 * of themselves, and what is hidden in one beside that: a document goes on to say so until it is made anew.
 */
function untranslated(
  query: DocumentQuery,
  collection: ReadableCollection,
  place: number,
): readonly [Expression, Expression] {
  const earlier = textArray(chainOf(query).slice(0, place))
  const lacks = sql`${missingLocales(sql`document`)} @> ${earlier}`
  return [
    sql` and ${lacks}`,
    sql` and not ${lacks} and item_id in (
      select item_id from public_documents
      where hidden and document is not null and locale = any(${earlier}) and collection = ${collection}
    )`,
  ]
}

/** What a collection has in the language that was asked for, of the page. */
const firstOf = (index: number): Expression => sql.identifier(`first_${index}`) as unknown as Expression

/**
 * Of a later language nothing is wanted that comes after a whole page of the first: where all is translated, nobody looks
 * through all that is to find that nothing falls back.
 */
function within({ order, limit }: DocumentQuery, index: number): Expression {
  const [reaches, direction, end] =
    order === 'oldest' ? [sql`<=`, sql`asc`, sql`'infinity'`] : [sql`>=`, sql`desc`, sql`'-infinity'`]
  return sql` and sort_at ${reaches} coalesce((
    select sort_at from ${firstOf(index)} order by sort_at ${direction}, id ${direction} offset ${limit} limit 1
  ), ${end})`
}

/** How many there are in all. */
export async function countDocuments(payload: Payload, query: Omit<DocumentQuery, 'limit'>): Promise<number> {
  await freshen(payload)
  const facet = onlyFacetOf(query)
  const arms = query.collections.flatMap((collection) =>
    chainOf(query).map((locale, place) =>
      place === 0 && facet !== undefined
        ? totalOf({ collection, locale, facet })
        : sql`(select count(*) as found from public_documents where ${conditionOf(query, { collection, place, absence: nowhere })})`,
    ),
  )
  const { rows } = await databaseOf(payload).execute<{ total: string }>(
    sql`select sum(found) as total from (${sql.join(arms, sql` union all `)}) counted`,
  )
  return Number(rows[0]?.total ?? 0)
}

type Wanted = Omit<DocumentQuery, 'limit'>

/** The one code that is wanted; null where nothing narrows the list. Undefined: something else does, and it must be counted. */
function onlyFacetOf(query: Wanted): string | null | undefined {
  const { facets = [], from, before, changedSince, endingAfter } = query
  if ([from, before, changedSince, endingAfter].some((bound) => bound !== undefined)) return undefined
  const [group] = facets
  if (group === undefined) return null
  return facets.length === 1 && group.length === 1 ? group[0] : undefined
}

/** In which languages an answer may be, the requested one first. */
export const chainOf = ({ locale, fallback = [] }: Pick<DocumentQuery, 'locale' | 'fallback'>): Locale[] => [
  ...new Set([locale, ...fallback]),
]

/** That none of these rows is there. */
type Absence = (rows: Expression) => Expression

/** Postgres may compare all with all. */
const nowhere: Absence = (rows) => sql`not exists (${rows})`

/** For few: each is looked up by itself, in the order of an index. */
const lookedUp: Absence = (rows) => sql`(${rows} limit 1) is null`

/** The same where it is known to hold for nearly all, in a form of which Postgres does not expect that it hardly ever does. */
const confirmed: Absence = (rows) => sql`not coalesce((${rows} limit 1), false)`

interface Arm {
  readonly collection: ReadableCollection
  /** In the chain of languages. */
  readonly place: number
  readonly absence: Absence
}

/** Of a collection in the language at this place of the chain: what no earlier one has. */
function conditionOf(query: Wanted, { collection, place, absence }: Arm): Expression {
  const { facets = [], from, before, changedSince, endingAfter } = query
  const chain = chainOf(query)
  const conditions = [
    isPublic,
    sql`collection = ${collection}`,
    sql`locale = ${chain[place]}`,
    ...facets.map((group) => sql`facets && ${textArray(group)}`),
    ...(from === undefined ? [] : [sql`sort_at >= ${from.toISOString()}::timestamptz`]),
    ...(before === undefined ? [] : [sql`sort_at < ${before.toISOString()}::timestamptz`]),
    ...(changedSince === undefined ? [] : [sql`changed_at >= ${changedSince.toISOString()}::timestamptz`]),
    ...(endingAfter === undefined ? [] : [sql`ends_at > ${endingAfter.toISOString()}::timestamptz`]),
    ...chain.slice(0, place).map((earlier) =>
      absence(sql`select true from public_documents other
          where other.collection = ${collection} and other.item_id = public_documents.item_id
            and other.locale = ${earlier} and other.document is not null and not other.hidden`),
    ),
  ]
  return sql.join(conditions, sql` and `)
}

function comesAfter(query: DocumentQuery): Expression {
  const { after, order = 'newest' } = query
  if (after === undefined) return sql`true`
  const comparison = order === 'newest' ? sql`<` : sql`>`
  const at = order === 'title' ? titleKey(sql`${after.at}::text`, query) : sql`${after.at}::timestamptz`
  return sql`(${keyOf(query)}, item_id) ${comparison} (${at}, ${after.id}::uuid)`
}

/**
 * A title where it stands in the order of titles: of the language, or of all scripts where there are titles of several. Those
 * are read from one index then, and no language's alphabet is imposed on the others.
 */
const titleKey = (title: Expression, query: Wanted): Expression =>
  sql`${sortedTitle(title)} ${titleOrder(chainOf(query).length > 1 ? null : query.locale)}`

const keyOf = (query: Wanted): Expression =>
  query.order === 'title' ? titleKey(sql`title`, query) : sql`sort_at`

const placeOf = (order: DocumentOrder): Expression =>
  order === 'title' ? sql`title` : sql`to_char(sort_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
