import type { Payload } from 'payload'

import { type Database, databaseOf, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import type { PublicDocument, ReadableCollection } from '../contract/document.ts'
import { freshen } from './freshen.ts'

/** `newest` and `oldest` by the moment that readers expect: an event's start, a date that was typed, else publishing. */
export type DocumentOrder = 'newest' | 'oldest' | 'title'

export interface DocumentQuery {
  readonly collections: readonly ReadableCollection[]
  readonly locale: Locale
  /** Every group must hold; of a group any one: `[['topic:finance', 'topic:training'], ['country:BE']]`. */
  readonly facets?: readonly (readonly string[])[]
  /** Only events that end after this. */
  readonly endingAfter?: Date
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

export interface DocumentPage {
  readonly documents: readonly PublicDocument[]
  /** Null: that was the last page. */
  readonly next: DocumentPlace | null
}

/** What `where` needs to be true of a row that may be answered. */
const isPublic = sql`document is not null and not hidden`

/** One page of what is public in a locale. */
export async function readDocuments(payload: Payload, query: DocumentQuery): Promise<DocumentPage> {
  await freshen(payload)
  const { order = 'newest', limit, after } = query
  const key = order === 'title' ? sql`title` : sql`sort_at`
  const [direction, comparison] = order === 'newest' ? [sql`desc`, sql`<`] : [sql`asc`, sql`>`]
  const cast = order === 'title' ? sql`text` : sql`timestamptz`
  const { rows } = await databaseOf(payload).execute<{
    document: PublicDocument
    at: string
    id: string
  }>(sql`
    select document, item_id as id, ${
      order === 'title'
        ? sql`title`
        : sql`to_char(sort_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
    } as at
    from public_documents
    where ${isPublic} and ${conditionOf(query)}
      and ${after === undefined ? sql`true` : sql`(${key}, item_id) ${comparison} (${after.at}::${cast}, ${after.id}::uuid)`}
    order by ${key} ${direction}, item_id ${direction}
    limit ${limit + 1}
  `)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    documents: page.map(({ document }) => document),
    next: rows.length > limit && last !== undefined ? { at: last.at, id: last.id } : null,
  }
}

/** How many there are. */
export async function countDocuments(payload: Payload, query: Omit<DocumentQuery, 'limit'>): Promise<number> {
  await freshen(payload)
  const { rows } = await databaseOf(payload).execute<{ total: string }>(sql`
    select count(*) as total from public_documents where ${isPublic} and ${conditionOf(query)}
  `)
  return Number(rows[0]?.total ?? 0)
}

function conditionOf({ collections, locale, facets = [], endingAfter }: Omit<DocumentQuery, 'limit'>) {
  const groups = facets.map((group) => sql` and facets && ${textArray(group)}`)
  return sql`collection = any(${textArray(collections)}) and locale = ${locale}${sql.join(groups)}${
    endingAfter === undefined ? sql`` : sql` and ends_at > ${endingAfter.toISOString()}::timestamptz`
  }`
}

/** Spelled out, so that Postgres sees how many there are when it plans. */
const textArray = (values: readonly string[]) =>
  sql`array[${sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  )}]::text[]`

/** By slug or id. Null: not public in that locale. */
export async function readDocument(
  payload: Payload,
  collection: ReadableCollection,
  slugOrId: string,
  locale: Locale,
): Promise<PublicDocument | null> {
  await freshen(payload)
  return findDocument(collection, slugOrId, locale, databaseOf(payload))
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

async function findDocument(
  collection: ReadableCollection,
  slugOrId: string,
  locale: Locale,
  database: Database,
): Promise<PublicDocument | null> {
  const named = uuid.test(slugOrId) ? sql`item_id = ${slugOrId}::uuid` : sql`slug = ${slugOrId}`
  const { rows } = await database.execute<{ document: PublicDocument }>(sql`
    select document from public_documents
    where ${isPublic} and collection = ${collection} and locale = ${locale} and ${named} limit 1
  `)
  return rows[0]?.document ?? null
}
