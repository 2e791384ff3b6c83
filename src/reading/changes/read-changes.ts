import { type Database, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import type { PublicDocument, ReadableCollection } from '../contract/document.ts'

/** What a consumer is to do with what it has of a document in a locale. */
export interface DocumentChange {
  readonly collection: ReadableCollection
  readonly id: string
  readonly locale: Locale
  /** `public`: keep the document; `withdrawn` and `deleted`: forget what there is. */
  readonly change: 'public' | 'withdrawn' | 'deleted'
  /** ISO 8601, UTC. */
  readonly at: string
  /** As it is now, whatever it was in between. Null unless `public`. */
  readonly document: PublicDocument | null
  /** Place in the feed; later changes have greater ones. */
  readonly seq: number
}

export interface ChangesQuery {
  /** 0: from the beginning. */
  readonly since: number
  /** Empty: all. */
  readonly collections: readonly ReadableCollection[]
  readonly locales: readonly Locale[]
  /** 1 to 500. */
  readonly limit: number
}

interface Row extends Record<string, unknown> {
  seq: string
  collection: ReadableCollection
  id: string
  locale: Locale
  at: string | Date
  gone: 'withdrawn' | 'deleted' | null
  document: PublicDocument | null
}

/**
 * What changed since a place, oldest first: each document and locale once, at its latest. Places are given in the order
 * of commits, so whoever goes on where a page ended misses nothing. What is being withdrawn at this moment is left out and
 * comes again as such.
 */
export async function readChanges(
  { since, collections, locales, limit }: ChangesQuery,
  database: Database,
): Promise<DocumentChange[]> {
  const { rows } = await database.execute<Row>(sql`
    select seq, collection, item_id as id, locale, changed_at as at, gone, document from public_documents
    where seq > ${since} and not hidden ${among(sql`collection`, collections)} ${among(sql`locale`, locales)}
    order by seq limit ${limit}
  `)
  return rows.map(({ seq, collection, id, locale, at, gone, document }) => ({
    collection,
    id,
    locale,
    change: gone ?? 'public',
    at: new Date(at).toISOString(),
    document,
    seq: Number(seq),
  }))
}

const among = (column: ReturnType<typeof sql>, values: readonly string[]) =>
  values.length === 0
    ? sql``
    : sql`and ${column} in (select jsonb_array_elements_text(${JSON.stringify(values)}::jsonb))`
