import type { Payload } from 'payload'

import type { TranslatableReference } from '../content/translatable.ts'
import { databaseOf, sql } from '../database/database.ts'
import type { ExchangeSegment } from '../translation/exchange/exchange-file.ts'

/** Puts the source of an item in pieces, as translators see it, whatever the item itself says. Targets go with it. */
export async function writeSegments(
  payload: Payload,
  { collection, id }: TranslatableReference,
  segments: readonly Pick<
    ExchangeSegment,
    'key' | 'field' | 'source' | 'marks' | 'sourceHash' | 'maxCharacters'
  >[],
): Promise<void> {
  const database = databaseOf(payload)
  for (const table of ['items', 'segments', 'targets', 'locales'])
    await database.execute(
      sql`delete from ${sql.identifier(`translation_${table}`)} where collection = ${collection} and item_id = ${id}`,
    )
  await database.execute(sql`
    insert into translation_items (collection, item_id, title, source_locale, revision, segments, characters, changed_at)
    values (${collection}, ${id}, 'Mentoring starts', 'en', 3, ${segments.length}, 100, now())
  `)
  await database.execute(sql`
    insert into translation_segments (collection, item_id, key, field, position, text, marks, hash, max_characters, revision)
    select ${collection}, ${id}::uuid, key, field, row_number() over (), source, marks, "sourceHash", "maxCharacters", 3
    from jsonb_to_recordset(${JSON.stringify(segments)}::jsonb) as segment (key text, field text, source text,
      marks jsonb, "sourceHash" text, "maxCharacters" int)
  `)
}

/** What stands in the database for an item, by locale and key. */
export async function targetRows(payload: Payload, { collection, id }: TranslatableReference) {
  const { rows } = await databaseOf(payload).execute(sql`
    select locale, key, text, state, source_hash, source_text, source_revision, origin, author_id is not null as signed,
      version
    from translation_targets where collection = ${collection} and item_id = ${id} order by locale, key
  `)
  return rows
}
