import type { Payload } from 'payload'

import { databaseOf, sql } from '../database/database.ts'
import { textArray } from '../database/text-array.ts'
import type { Locale } from '../i18n/locales.ts'
import type { PublicDocument, ReadableCollection } from '../reading/contract/document.ts'
import { freshen } from '../reading/documents/freshen.ts'
import { entryId } from './entry-id.ts'
import type { Tombstone } from './feed-meta.ts'

export interface FeedQuery {
  readonly collections: readonly ReadableCollection[]
  readonly locale: Locale
  /** Every group must hold; of a group any one. */
  readonly facets: readonly (readonly string[])[]
  readonly limit: number
  readonly now: Date
}

export interface FeedItems {
  /** Published last, first. */
  readonly documents: readonly PublicDocument[]
  /** Of the last weeks, newest first. */
  readonly gone: readonly Tombstone[]
}

/** Readers that are away for their holidays hear of it too. */
const TOMBSTONE_DAYS = 45
/** What a reader may be sent in one go, when somebody takes back everything at once. */
const MAX_TOMBSTONES = 1000

/** What is new in a language, by the moment in which it was published in it, and what was taken back. */
export async function readFeed(payload: Payload, query: FeedQuery): Promise<FeedItems> {
  await freshen(payload)
  const { collections, locale, facets, limit, now } = query
  const chosen = sql.join(facets.map((group) => sql` and facets && ${textArray(group)}`))
  // One after the other, each by its index: a rare collection is found among a hundred thousand of another.
  const newest = sql.join(
    collections.map(
      (collection) => sql`(
        select document, published_at, item_id from public_documents
        where collection = ${collection} and locale = ${locale} and document is not null and not hidden${chosen}
        order by published_at desc, item_id desc limit ${limit}
      )`,
    ),
    sql` union all `,
  )
  const database = databaseOf(payload)
  const { rows } = await database.execute<{ document: PublicDocument }>(sql`
    select document from (${newest}) newest order by published_at desc, item_id desc limit ${limit}
  `)
  const since = new Date(now.getTime() - TOMBSTONE_DAYS * 24 * 3_600_000)
  const { rows: graves } = await database.execute<{ id: string; at: string | Date }>(sql`
    select item_id as id, changed_at as at from public_documents
    where document is null and locale = ${locale} and collection = any(${textArray(collections)})
      and changed_at > ${since.toISOString()}::timestamptz${chosen}
    order by seq desc limit ${MAX_TOMBSTONES}
  `)
  return {
    documents: rows.map(({ document }) => document),
    gone: graves.map(({ id, at }) => ({ entryId: entryId({ id, locale }), at: new Date(at) })),
  }
}
