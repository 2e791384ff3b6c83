import { createHash, randomUUID } from 'node:crypto'

import type { TranslatableReference } from '../content/translatable.ts'
import { type Database, sql } from '../database/database.ts'

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22)

/** The source of an item as the translation tables keep it, without the item: what requests and engines work on. */
export async function createSource(
  database: Database,
  texts: Readonly<Record<string, string>>,
): Promise<TranslatableReference> {
  const item = { collection: 'news', id: randomUUID() } as const
  await database.execute(sql`
    insert into translation_items (collection, item_id, title, source_locale, revision, segments, characters, changed_at)
    values ('news', ${item.id}, ${texts.title ?? 'Untitled'}, 'en', 1, ${Object.keys(texts).length},
      ${Object.values(texts).join('').length}, now())
  `)
  const rows = Object.entries(texts).map(([key, text], position) => ({
    key,
    text,
    position,
    hash: hashOf(text),
  }))
  await database.execute(sql`
    insert into translation_segments (collection, item_id, key, field, position, text, marks, hash, revision)
    select 'news', ${item.id}::uuid, key, split_part(key, '#', 1), position, text, '[]', hash, 1
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (key text, text text, position int, hash text)
  `)
  return item
}

/** Saves another text of one piece: a new revision of the item. */
export async function changeSource(
  database: Database,
  { id }: TranslatableReference,
  key: string,
  text: string,
): Promise<void> {
  await database.execute(sql`
    with item as (
      update translation_items set revision = revision + 1, changed_at = now()
      where collection = 'news' and item_id = ${id} returning revision
    )
    update translation_segments s set text = ${text}, hash = ${hashOf(text)}, revision = item.revision
    from item where s.collection = 'news' and s.item_id = ${id} and s.key = ${key}
  `)
}

/** Writes a translation as a person does. */
export async function writeAsPerson(
  database: Database,
  { id }: TranslatableReference,
  place: { readonly locale: string; readonly key: string; readonly text: string; readonly state?: string },
): Promise<void> {
  const { locale, key, text, state = 'approved' } = place
  await database.execute(sql`
    insert into translation_targets
      (collection, item_id, locale, key, text, state, source_hash, source_text, source_revision, origin)
    select 'news', item_id, ${locale}, key, ${text}, ${state}, hash, text, revision, 'person'
    from translation_segments where collection = 'news' and item_id = ${id} and key = ${key}
    on conflict (collection, item_id, locale, key) do update set
      text = excluded.text, state = excluded.state, origin = 'person', engine = null,
      source_hash = excluded.source_hash, version = translation_targets.version + 1
  `)
}

/** What stands in a locale, by key: `text (state, origin)`. */
export async function targetTexts(
  database: Database,
  { id }: TranslatableReference,
  locale: string,
): Promise<Record<string, string>> {
  const { rows } = await database.execute<{ key: string; said: string }>(sql`
    select key, text || ' (' || state || ', ' || coalesce(engine, origin) || ')' as said
    from translation_targets where item_id = ${id} and locale = ${locale} order by key
  `)
  return Object.fromEntries(rows.map(({ key, said }) => [key, said]))
}
