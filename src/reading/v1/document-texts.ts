import type { FlattenedField, Payload } from 'payload'

import { databaseOf, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import type { DocumentReference, ReadableCollection } from '../contract/document.ts'
import { freshen } from '../documents/freshen.ts'
import { isNamed } from '../documents/named.ts'
import { contractFields } from '../documents/plain-fields.ts'
import {
  chainOf,
  type DocumentPlace,
  type DocumentQuery,
  isPublic,
  selectDocuments,
  textArray,
} from '../documents/select-documents.ts'

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

type Languages = Pick<DocumentQuery, 'locale' | 'fallback'>

/** One document by slug or id, in the first of the languages in which it is public. Null: it is public in none of them. */
export async function readText(
  payload: Payload,
  { collection, slugOrId }: { readonly collection: ReadableCollection; readonly slugOrId: string },
  languages: Languages,
  shape: Shape,
): Promise<DocumentText | null> {
  await freshen(payload, { collection, slugOrId })
  const chain = textArray(chainOf(languages))
  const { rows } = await databaseOf(payload).execute<Record<keyof DocumentText, never>>(sql`
    select collection, item_id as id, locale, ${columns(payload, collection, languages.locale, shape)}
    from public_documents
    where ${isPublic} and collection = ${collection} and locale = any(${chain}) and item_id = (
      select item_id from public_documents
      where ${isPublic} and collection = ${collection} and locale = any(${chain}) and ${isNamed(slugOrId)}
      order by array_position(${chain}, locale) limit 1
    )
    order by array_position(${chain}, locale) limit 1
  `)
  return rows[0] ?? null
}

/**
 * These documents, in this order, each in the first of the languages in which it is public. Those that are in none are left
 * out. Read with one statement, however many they are.
 */
export async function readTextsOf(
  payload: Payload,
  references: readonly DocumentReference[],
  languages: Languages,
  shape: Shape,
): Promise<readonly DocumentText[]> {
  if (references.length === 0) return []
  await freshen(payload)
  const chain = textArray(chainOf(languages))
  const wanted = references.map(({ collection, id }, place) => ({ collection, id, place }))
  const arms = [...new Set(references.map(({ collection }) => collection))].map(
    (collection) => sql`(
      select distinct on (wanted.place) wanted.place, collection, item_id as id, locale,
        ${columns(payload, collection, languages.locale, shape)}
      from wanted join public_documents using (collection, item_id)
      where ${isPublic} and collection = ${collection} and locale = any(${chain})
      order by wanted.place, array_position(${chain}, locale)
    )`,
  )
  const { rows } = await databaseOf(payload).execute<Record<keyof DocumentText, never>>(sql`
    with wanted as (
      select collection, id as item_id, place
      from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as given (collection text, id uuid, place int)
    )
    select * from (${sql.join(arms, sql` union all `)}) found order by place
  `)
  return rows
}

/** Where a document is or was public under this name. */
export async function readTraces(
  payload: Payload,
  { collection, slugOrId }: { readonly collection: ReadableCollection; readonly slugOrId: string },
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

/** Where formatted texts stand in `details`. */
function richTextPaths(fields: readonly FlattenedField[], parents: readonly string[] = []): string[][] {
  return contractFields(fields, parents.length === 0).flatMap((field) => {
    const path = [...parents, field.name]
    if (field.type === 'richText') return [path]
    const isGroup = 'flattenedFields' in field && field.type !== 'array'
    return isGroup ? richTextPaths(field.flattenedFields, path) : []
  })
}
