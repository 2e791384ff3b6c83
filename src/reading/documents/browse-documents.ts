import type { Payload } from 'payload'

import { databaseOf, sql } from '../../database/database.ts'
import { textArray } from '../../database/text-array.ts'
import type { Locale } from '../../i18n/locales.ts'
import type { DocumentReference, PublicDocument, ReadableCollection } from '../contract/document.ts'
import { freshen } from './freshen.ts'
import { sortedTitle, titleOrder } from './title-order.ts'

/** What a person looks for in a list that has numbered pages. */
export interface Browsing {
  readonly collections: readonly ReadableCollection[]
  readonly locale: Locale
  /** Every group must hold; of a group any one. */
  readonly facets?: readonly (readonly string[])[]
  /** Bounds of the moment that lists go by: from the first on, before the second. */
  readonly from?: Date
  readonly before?: Date
  /** Only events that end after the first, or have ended by the second. */
  readonly endingAfter?: Date
  readonly endedBy?: Date
}

export interface BrowsedPage {
  readonly documents: readonly PublicDocument[]
  readonly total: number
}

type Expression = ReturnType<typeof sql>

const orders = {
  newest: () => sql`sort_at desc, item_id desc`,
  oldest: () => sql`sort_at, item_id`,
  title: (locale) => sql`${sortedTitle(sql`title`)} ${titleOrder(locale)}, item_id`,
} as const satisfies Readonly<Record<string, (locale: Locale) => Expression>>

/** One numbered page, and how many there are in all. */
export async function browseDocuments(
  payload: Payload,
  browsing: Browsing,
  {
    order = 'newest',
    page = 1,
    perPage,
  }: { readonly order?: keyof typeof orders; readonly page?: number; readonly perPage: number },
): Promise<BrowsedPage> {
  await freshen(payload)
  const { rows } = await databaseOf(payload).execute<{ document: PublicDocument | null; total: string }>(sql`
    with found as materialized (
      select item_id, sort_at, title from public_documents where ${conditionOf(browsing)}
    ), page as (
      select item_id from found order by ${orders[order](browsing.locale)} limit ${perPage} offset ${(page - 1) * perPage}
    )
    select counted.total, document from (select count(*) as total from found) counted
    left join (
      select document, sort_at, title, item_id from public_documents
      where ${conditionOf(browsing)} and item_id in (select item_id from page)
    ) shown on true
    order by ${orders[order](browsing.locale)}
  `)
  return {
    documents: rows.flatMap(({ document }) => document ?? []),
    total: Number(rows[0]?.total ?? 0),
  }
}

/** Those of the documents that are public in the locale, in the order asked for. */
export async function documentsOf(
  payload: Payload,
  references: readonly DocumentReference[],
  locale: Locale,
): Promise<readonly PublicDocument[]> {
  if (references.length === 0) return []
  await freshen(payload)
  const { rows } = await databaseOf(payload).execute<{ document: PublicDocument }>(sql`
    select document from public_documents
    join jsonb_to_recordset(${JSON.stringify(references.map(({ collection, id }) => ({ collection, id })))}::jsonb)
      as wanted (collection text, id uuid)
      on wanted.collection = public_documents.collection and wanted.id = item_id
    where ${isPublic} and locale = ${locale}
  `)
  const found = new Map(rows.map(({ document }) => [document.id, document]))
  return references.flatMap(({ id }) => found.get(id) ?? [])
}

/**
 * What is found in other languages and not in this one: each document once, in the first of `preferred` in which it is
 * public, else in any.
 */
export async function documentsElsewhere(
  payload: Payload,
  browsing: Browsing,
  { preferred, limit }: { readonly preferred: readonly Locale[]; readonly limit: number },
): Promise<BrowsedPage> {
  await freshen(payload)
  const { locale, ...others } = browsing
  const { rows } = await databaseOf(payload).execute<{ document: PublicDocument; total: string }>(sql`
    with found as (
      select distinct on (item_id) document, sort_at, item_id from public_documents there
      where ${conditionOf({ ...others, locale: null })} and not exists (
        select from public_documents here
        where here.collection = there.collection and here.item_id = there.item_id and here.locale = ${locale}
          and here.document is not null and not here.hidden
      )
      order by item_id, array_position(${textArray(preferred)}, there.locale) nulls last,
        (there.locale = document->>'sourceLocale') desc, there.locale
    )
    select document, count(*) over () as total from found order by ${orders.newest()} limit ${limit}
  `)
  return { documents: rows.map(({ document }) => document), total: Number(rows[0]?.total ?? 0) }
}

/** Where a document is on the globe. */
export interface DocumentPoint {
  readonly title: string
  readonly url: string
  readonly latitude: number
  readonly longitude: number
}

/** Where the documents are that have coordinates. */
export async function documentPoints(
  payload: Payload,
  browsing: Browsing,
  limit: number,
): Promise<readonly DocumentPoint[]> {
  await freshen(payload)
  const { rows } = await databaseOf(payload).execute<DocumentPoint & Record<string, unknown>>(sql`
    select title, document->>'url' as url, (place->>'latitude')::float8 as latitude,
      (place->>'longitude')::float8 as longitude
    from public_documents, lateral (select document->'details'->'location' as place) located
    where ${conditionOf(browsing)} and place->>'latitude' is not null and place->>'longitude' is not null
    order by ${orders.newest()} limit ${limit}
  `)
  return rows
}

const isPublic = sql`document is not null and not hidden`

function conditionOf({
  collections,
  locale,
  facets = [],
  from,
  before,
  endingAfter,
  endedBy,
}: Omit<Browsing, 'locale'> & { readonly locale: Locale | null }): Expression {
  const at = (moment: Date) => sql`${moment.toISOString()}::timestamptz`
  return sql.join(
    [
      isPublic,
      sql`collection = any(${textArray(collections)})`,
      ...(locale === null ? [] : [sql`locale = ${locale}`]),
      ...facets.map((group) => sql`facets && ${textArray(group)}`),
      ...(from === undefined ? [] : [sql`sort_at >= ${at(from)}`]),
      ...(before === undefined ? [] : [sql`sort_at < ${at(before)}`]),
      ...(endingAfter === undefined ? [] : [sql`ends_at > ${at(endingAfter)}`]),
      ...(endedBy === undefined ? [] : [sql`ends_at <= ${at(endedBy)}`]),
    ],
    sql` and `,
  )
}
