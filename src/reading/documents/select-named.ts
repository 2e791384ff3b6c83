import type { Payload } from 'payload'

import { databaseOf, sql } from '../../database/database.ts'
import { textArray } from '../../database/text-array.ts'
import type { Locale } from '../../i18n/locales.ts'
import type { DocumentReference, ReadableCollection } from '../contract/document.ts'
import { freshen } from './freshen.ts'
import { isNamed } from './named.ts'
import { chainOf, type DocumentQuery, isPublic } from './select-documents.ts'

export interface NamedDocument {
  readonly collection: ReadableCollection
  readonly slugOrId: string
}

/** Each document is answered in the first of these in which it is public. */
export type Languages = Pick<DocumentQuery, 'locale' | 'fallback'>

type Expression = ReturnType<typeof sql>
type Columns = (collection: ReadableCollection) => Expression

/** A row that was found, with whatever was selected of it. */
type NamedRow<Selected> = Selected & {
  readonly collection: ReadableCollection
  readonly id: string
  readonly locale: Locale
}

/**
 * One document by slug or id. Null: it is public in none of the languages.
 * @param selected what to select of `public_documents`.
 */
export async function selectNamed<Selected>(
  payload: Payload,
  { collection, slugOrId }: NamedDocument,
  languages: Languages,
  selected: Columns,
): Promise<NamedRow<Selected> | null> {
  await freshen(payload, { collection, slugOrId })
  const chain = textArray(chainOf(languages))
  const { rows } = await databaseOf(payload).execute<Record<string, unknown>>(sql`
    select collection, item_id as id, locale, ${selected(collection)}
    from public_documents
    where ${isPublic} and collection = ${collection} and locale = any(${chain}) and item_id = (
      select item_id from public_documents
      where ${isPublic} and collection = ${collection} and locale = any(${chain}) and ${isNamed(slugOrId)}
      order by array_position(${chain}, locale) limit 1
    )
    order by array_position(${chain}, locale) limit 1
  `)
  return (rows[0] as NamedRow<Selected> | undefined) ?? null
}

/** These documents in their order, in one statement. Those that are public in none of the languages are left out. */
export async function selectThese<Selected>(
  payload: Payload,
  references: readonly DocumentReference[],
  languages: Languages,
  selected: Columns,
): Promise<readonly NamedRow<Selected>[]> {
  if (references.length === 0) return []
  await freshen(payload)
  const chain = textArray(chainOf(languages))
  const collections = [...new Set(references.map(({ collection }) => collection))]
  const arms = collections.map((collection) => {
    const ids = references.filter((each) => each.collection === collection).map(({ id }) => id)
    return sql`(
      select distinct on (item_id) collection, item_id as id, locale, ${selected(collection)}
      from public_documents
      where ${isPublic} and collection = ${collection} and item_id = any(${textArray(ids)}::uuid[])
        and locale = any(${chain})
      order by item_id, array_position(${chain}, locale)
    )`
  })
  const { rows } = await databaseOf(payload).execute<Record<string, unknown>>(
    sql.join(arms, sql` union all `),
  )
  const found = new Map((rows as unknown as NamedRow<Selected>[]).map((row) => [row.id, row]))
  return references.flatMap(({ id }) => found.get(id) ?? [])
}
