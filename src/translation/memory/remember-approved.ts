import type { TranslatableReference } from '../../content/translatable.ts'
import { type Database, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import { contextOf, type MemoryPair } from './memory-pair.ts'
import { remember } from './remember.ts'

/** A segment of an item in one locale. */
export interface ApprovedTarget {
  readonly locale: Locale
  readonly key: string
}

/** Learns from what was just approved, in the same transaction. What was changed or outdated since teaches nothing. */
export async function rememberApproved(
  { collection, id }: TranslatableReference,
  approved: readonly ApprovedTarget[],
  database: Database,
): Promise<void> {
  if (approved.length === 0) return
  const { rows } = await database.execute<{
    key: string
    field: string
    locale: Locale
    source_locale: Locale
    source_text: string
    target_text: string
    title: string
    author_id: string | null
    updated_at: string | Date
  }>(sql`
    select segment.key, segment.field, target.locale, item.source_locale, segment.text as source_text,
      target.text as target_text, item.title, target.author_id, target.updated_at
    from jsonb_to_recordset(${JSON.stringify(approved)}::jsonb) as approved (locale text, key text)
    join translation_targets target on target.collection = ${collection} and target.item_id = ${id}
      and target.locale = approved.locale and target.key = approved.key and target.state = 'approved'
    join translation_segments segment on segment.collection = ${collection} and segment.item_id = ${id}
      and segment.key = target.key and segment.hash = target.source_hash
    join translation_items item on item.collection = ${collection} and item.item_id = ${id}
  `)
  await remember(
    rows.map(
      (row): MemoryPair => ({
        sourceLocale: row.source_locale,
        targetLocale: row.locale,
        sourceText: row.source_text,
        targetText: row.target_text,
        context: contextOf(collection, id, row.key),
        field: `${collection}.${row.field}`,
        provenance: row.title,
        authorId: row.author_id,
        at: new Date(row.updated_at),
      }),
    ),
    database,
  )
}
