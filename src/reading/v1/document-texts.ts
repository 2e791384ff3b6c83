import type { FlattenedField, Payload } from 'payload'

import { databaseOf, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import type { DocumentReference, ReadableCollection } from '../contract/document.ts'
import { isNamed } from '../documents/named.ts'
import { contractFields } from '../documents/plain-fields.ts'
import {
  type DocumentPlace,
  type DocumentQuery,
  isPublic,
  selectDocuments,
} from '../documents/select-documents.ts'
import { type Languages, type NamedDocument, selectNamed, selectThese } from '../documents/select-named.ts'

/** A document as it is answered: its JSON comes from Postgres and is put into the answer as it is. */
export interface DocumentText {
  readonly collection: ReadableCollection
  readonly id: string
  /** The language that it is served in. */
  readonly locale: Locale
  /** A JSON object. */
  readonly text: string
  /** Address of its licence. Null: it has none. */
  readonly licence: string | null
  /** When it last changed for its readers. ISO 8601 */
  readonly changedAt: string
}

interface Shape {
  /** Formatted texts also as the editor keeps them. */
  readonly withLexical: boolean
}

/** One page of documents. */
export async function readTexts(
  payload: Payload,
  query: DocumentQuery,
  shape: Shape,
): Promise<{ readonly documents: readonly DocumentText[]; readonly next: DocumentPlace | null }> {
  const { rows, next } = await selectDocuments<DocumentText>(payload, query, (collection) =>
    columns(payload, collection, query.locale, shape),
  )
  return { documents: rows, next }
}

/** One document by slug or id, in the first of the languages in which it is public. Null: it is public in none of them. */
export const readText = (
  payload: Payload,
  named: NamedDocument,
  languages: Languages,
  shape: Shape,
): Promise<DocumentText | null> =>
  selectNamed<DocumentText>(payload, named, languages, (collection) =>
    columns(payload, collection, languages.locale, shape),
  )

/** These documents, each in the first of the languages in which it is public. Those that are in none are left out. */
export const readTextsOf = (
  payload: Payload,
  references: readonly DocumentReference[],
  languages: Languages,
  shape: Shape,
): Promise<readonly DocumentText[]> =>
  selectThese<DocumentText>(payload, references, languages, (collection) =>
    columns(payload, collection, languages.locale, shape),
  )

/** Where a document is or was public under this name. */
export async function readTraces(
  payload: Payload,
  { collection, slugOrId }: NamedDocument,
): Promise<readonly { readonly locale: Locale; readonly isThere: boolean }[]> {
  const { rows } = await databaseOf(payload).execute<{ locale: Locale; isThere: boolean }>(sql`
    select locale, (${isPublic}) as "isThere" from public_documents
    where collection = ${collection} and item_id in (
      select item_id from public_documents where collection = ${collection} and ${isNamed(slugOrId)}
    ) order by locale
  `)
  return rows
}

/** With why it is in its language, and without what only an editor could read unless that is asked for. */
function columns(
  payload: Payload,
  collection: ReadableCollection,
  requested: Locale,
  { withLexical }: Shape,
) {
  const document = withLexical
    ? sql`document`
    : richTextPaths(payload.collections[collection].config.flattenedFields).reduce(
        (shown, path) => sql`(${shown} #- ${`{details,${path.join(',')},lexical}`}::text[])`,
        sql`document`,
      )
  const served = sql`jsonb_build_object(
    'locale', locale, 'requested', ${requested}::text,
    'reason', case when locale = ${requested} then 'requested' else 'fallback' end
  )`
  return sql`
    '{"served": ' || ${served}::text || ', ' || substr((${document})::text, 2) as text,
    document #>> '{licence,url}' as licence,
    to_char(changed_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "changedAt"
  `
}

/** Where formatted texts stand in `details`, those within lists aside. */
export function richTextPaths(
  fields: readonly FlattenedField[],
  parents: readonly string[] = [],
): string[][] {
  return contractFields(fields, parents.length === 0).flatMap((field) => {
    const path = [...parents, field.name]
    if (field.type === 'richText') return [path]
    const isGroup = 'flattenedFields' in field && field.type !== 'array'
    return isGroup ? richTextPaths(field.flattenedFields, path) : []
  })
}
