import type { Payload } from 'payload'

import { type Database, databaseOf, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import type { DocumentReference, PublicDocument, ReadableCollection } from '../contract/document.ts'
import { freshen } from './freshen.ts'
import { isNamed } from './named.ts'
import { type DocumentPlace, type DocumentQuery, isPublic, selectDocuments } from './select-documents.ts'

export {
  countDocuments,
  type DocumentOrder,
  type DocumentPlace,
  type DocumentQuery,
} from './select-documents.ts'

export interface DocumentPage {
  readonly documents: readonly PublicDocument[]
  /** Null: that was the last page. */
  readonly next: DocumentPlace | null
}

/** One page of what is public in a locale, or in its fallback. */
export async function readDocuments(payload: Payload, query: DocumentQuery): Promise<DocumentPage> {
  const { rows, next } = await selectDocuments<{ readonly document: PublicDocument }>(
    payload,
    query,
    () => sql`document`,
  )
  return { documents: rows.map(({ document }) => document), next }
}

/** By slug or id. Null: not public in that locale. */
export async function readDocument(
  payload: Payload,
  collection: ReadableCollection,
  slugOrId: string,
  locale: Locale,
): Promise<PublicDocument | null> {
  await freshen(payload, { collection, slugOrId })
  const { rows } = await databaseOf(payload).execute<{ document: PublicDocument }>(sql`
    select document from public_documents
    where ${isPublic} and collection = ${collection} and locale = ${locale} and ${isNamed(slugOrId)} limit 1
  `)
  return rows[0]?.document ?? null
}

/**
 * What readers are served of an item now, by locale: pages, feeds and interfaces are made of it. Makes nothing anew, so what
 * waits to be made is as it was before.
 */
export async function servedDocuments(
  { collection, id }: DocumentReference,
  database: Database,
): Promise<ReadonlyMap<Locale, PublicDocument>> {
  const { rows } = await database.execute<{ locale: Locale; document: PublicDocument }>(sql`
    select locale, document from public_documents
    where ${isPublic} and collection = ${collection} and item_id = ${id}::uuid
  `)
  return new Map(rows.map(({ locale, document }) => [locale, document]))
}
