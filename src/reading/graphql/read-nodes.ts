import type { Payload } from 'payload'

import { sql } from '../../database/database.ts'
import { textArray } from '../../database/text-array.ts'
import type { Locale } from '../../i18n/locales.ts'
import type { DocumentReference, PublicDocument, ReadableCollection } from '../contract/document.ts'
import { contractFields } from '../documents/plain-fields.ts'
import { type DocumentPlace, type DocumentQuery, selectDocuments } from '../documents/select-documents.ts'
import { type Languages, type NamedDocument, selectNamed, selectThese } from '../documents/select-named.ts'
import { documentProperties } from '../openapi/shared-schemas.ts'
import { richTextPaths } from '../v1/document-texts.ts'

/** A document with why it is in its language. Of its parts, those that are asked for. */
export type ReadNode = Partial<PublicDocument> &
  Pick<PublicDocument, 'collection' | 'id' | 'locale'> & {
    readonly served: {
      readonly locale: Locale
      readonly requested: Locale
      readonly reason: 'requested' | 'fallback'
    }
  }

interface Row {
  readonly document: PublicDocument
}

/** What reading documents needs to know of a request, and tells it. */
export interface Asked {
  readonly payload: Payload
  /** Names of all fields that are asked for, wherever they stand: what is not among them need not be read. */
  readonly names: ReadonlySet<string>
  /** Languages in the answer. */
  readonly served: Set<Locale>
}

/** One page. */
export async function readNodes(
  reading: Asked,
  query: DocumentQuery,
): Promise<{ readonly nodes: readonly ReadNode[]; readonly next: DocumentPlace | null }> {
  const { rows, next } = await selectDocuments<Row>(reading.payload, query, columns(reading))
  return { nodes: rows.map(({ document }) => nodeOf(document, query, reading)), next }
}

/** One document by slug or id. Null: it is public in none of the languages. */
export async function readNode(
  reading: Asked,
  named: NamedDocument,
  languages: Languages,
): Promise<ReadNode | null> {
  const row = await selectNamed<Row>(reading.payload, named, languages, columns(reading))
  return row === null ? null : nodeOf(row.document, languages, reading)
}

/** These documents by their ids, in one statement. */
export async function readNodesOf(
  reading: Asked,
  references: readonly DocumentReference[],
  languages: Languages,
): Promise<ReadonlyMap<string, ReadNode>> {
  const rows = await selectThese<Row>(reading.payload, references, languages, columns(reading))
  return new Map(rows.map(({ id, document }) => [id, nodeOf(document, languages, reading)]))
}

function nodeOf(document: PublicDocument, { locale: requested }: Languages, { served }: Asked): ReadNode {
  const { locale } = document
  served.add(locale)
  return {
    ...document,
    served: { locale, requested, reason: locale === requested ? 'requested' : 'fallback' },
  }
}

/** What tells one document from another, and its language, is always read. */
const always = new Set(['id', 'collection', 'locale', 'served'])

/** Postgres leaves out what nobody asks for: most of a document's bytes are texts. */
const columns =
  ({ payload, names }: Asked) =>
  (collection: ReadableCollection) => {
    const unwanted = Object.keys(documentProperties).filter((name) => !always.has(name) && !names.has(name))
    const base = sql`document - ${textArray([...unwanted, 'details'])}`
    if (!names.has('details')) return sql`${base} as document`
    const details = wantedDetails(payload, collection, names)
    return sql`(${base}) || jsonb_build_object('details', ${details}) as document`
  }

function wantedDetails(payload: Payload, collection: ReadableCollection, names: ReadonlySet<string>) {
  const { flattenedFields: fields } = payload.collections[collection].config
  const unwanted = contractFields(fields, true)
    .map(({ name }) => name)
    .filter((name) => !names.has(name))
  const wanted =
    unwanted.length === 0 ? sql`document -> 'details'` : sql`(document -> 'details') - ${textArray(unwanted)}`
  if (names.has('lexical')) return wanted
  return richTextPaths(fields)
    .filter(([name = '']) => names.has(name))
    .reduce((shown, path) => sql`(${shown}) #- ${`{${[...path, 'lexical'].join(',')}}`}::text[]`, wanted)
}
