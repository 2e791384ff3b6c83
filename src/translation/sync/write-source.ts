import type { TranslatableReference } from '../../content/translatable.ts'
import { type Database, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import type { Segment } from '../segments/segment.ts'
import { textHash } from '../segments/text-hash.ts'

export interface Source {
  readonly title: string
  readonly locale: Locale
  readonly segments: readonly Segment[]
  /** The editor says that translations stay right although the text changed. */
  readonly isMinor: boolean
}

/** A source segment as translators last saw it. */
export interface KnownSegment {
  readonly key: string
  readonly text: string
  readonly hash: string
  readonly revision: number
}

interface Known extends Record<string, unknown> {
  key: string
  text: string
  hash: string
  revision: number
  position: number
  marks: unknown
  /** Of the item. */
  last: number
  source_locale: string
}

/**
 * Keeps what an item's source says now, segment by segment, and counts its revisions: only what a translator must react
 * to makes a new one.
 * @returns the segments by key, with the revision in which each last changed.
 */
export async function writeSource(
  item: TranslatableReference,
  source: Source,
  database: Database,
): Promise<{ readonly segments: ReadonlyMap<string, KnownSegment>; readonly revision: number }> {
  const { rows } = await database.execute<Known>(sql`
    select known.revision as last, known.source_locale, key, text, hash, segment.revision, position, marks
    from translation_items known left join translation_segments segment using (collection, item_id)
    where collection = ${item.collection} and item_id = ${item.id}
  `)
  const last = rows[0]?.last ?? 0
  const known = rows.filter(({ key }) => key !== null)
  if (rows.some(({ source_locale }) => source_locale !== source.locale))
    await forgetLocale(item, source.locale, database)
  const before = new Map(known.map((segment) => [segment.key, segment]))
  const now = source.segments.map((segment, position) => ({ ...segment, position, hash: textHash(segment) }))
  const renamed = renamings(before, now)
  await rename(item, renamed, database)

  const isChanged = ({ key, hash }: { readonly key: string; readonly hash: string }): boolean =>
    (before.get(key) ?? before.get(renamed.get(key) ?? ''))?.hash !== hash
  const changed = now.filter(isChanged)
  const counts = changed.length > 0 && !(source.isMinor && last > 0)
  const revision = counts ? last + 1 : Math.max(last, 1)
  if (source.isMinor) await carryOver(item, before, changed, database)

  const written = now.map(({ key, field, position, text, marks, hash, maxCharacters }) => ({
    key,
    field,
    position,
    text,
    marks,
    hash,
    max_characters: maxCharacters,
    revision: isChanged({ key, hash })
      ? revision
      : (before.get(renamed.get(key) ?? key)?.revision ?? revision),
  }))
  const isSame =
    known.length === written.length &&
    written.every(({ key, hash, text, position, marks }) => {
      const old = before.get(key)
      return (
        old !== undefined &&
        old.hash === hash &&
        old.text === text &&
        old.position === position &&
        JSON.stringify(old.marks) === JSON.stringify(marks)
      )
    })
  if (!isSame) await replaceSegments(item, written, database)
  await writeItem(item, source, { revision, isChanged: changed.length > 0 }, database)
  return { segments: new Map(written.map((segment) => [segment.key, segment])), revision }
}

/** An item that is written in another language from now on is no translation into it. */
async function forgetLocale(
  { collection, id }: TranslatableReference,
  locale: Locale,
  database: Database,
): Promise<void> {
  for (const table of ['translation_targets', 'translation_locales'])
    await database.execute(sql`
      delete from ${sql.identifier(table)} where collection = ${collection} and item_id = ${id} and locale = ${locale}
    `)
}

/** New key → old key, for words that only got another name: a node that was cut and pasted, a row that was made anew. */
function renamings(
  before: ReadonlyMap<string, Known>,
  now: readonly { readonly key: string; readonly hash: string }[],
): ReadonlyMap<string, string> {
  const keys = new Set(now.map(({ key }) => key))
  const gone = [...before.values()].filter(({ key }) => !keys.has(key))
  const renamed = new Map<string, string>()
  for (const { key, hash } of now.filter((segment) => !before.has(segment.key))) {
    const index = gone.findIndex((old) => old.hash === hash)
    const [old] = index < 0 ? [] : gone.splice(index, 1)
    if (old !== undefined) renamed.set(key, old.key)
  }
  return renamed
}

async function rename(
  { collection, id }: TranslatableReference,
  renamed: ReadonlyMap<string, string>,
  database: Database,
): Promise<void> {
  if (renamed.size === 0) return
  const pairs = Array.from(renamed, ([to, from]) => ({ from, to }))
  await database.execute(sql`
    update translation_targets set key = pair.to
    from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as pair ("from" text, "to" text)
    where collection = ${collection} and item_id = ${id} and key = pair.from
  `)
}

/** A minor edit outdates nothing: what was right for the old words is right for the new ones. */
async function carryOver(
  { collection, id }: TranslatableReference,
  before: ReadonlyMap<string, Known>,
  changed: readonly { readonly key: string; readonly hash: string; readonly text: string }[],
  database: Database,
): Promise<void> {
  const pairs = changed.flatMap(({ key, hash, text }) => {
    const old = before.get(key)
    return old === undefined ? [] : [{ key, old: old.hash, now: hash, text }]
  })
  if (pairs.length === 0) return
  await database.execute(sql`
    update translation_targets set source_hash = pair.now, source_text = pair.text
    from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as pair (key text, old text, now text, text text)
    where collection = ${collection} and item_id = ${id} and translation_targets.key = pair.key and source_hash = pair.old
  `)
}

async function replaceSegments(
  { collection, id }: TranslatableReference,
  segments: readonly object[],
  database: Database,
): Promise<void> {
  const pieces = JSON.stringify(segments)
  await database.execute(sql`
    with gone as (
      delete from translation_segments where collection = ${collection} and item_id = ${id}
        and key not in (select value->>'key' from jsonb_array_elements(${pieces}::jsonb)) returning key
    )
    delete from translation_targets where collection = ${collection} and item_id = ${id} and key in (select key from gone)
  `)
  await database.execute(sql`
    insert into translation_segments (collection, item_id, key, field, position, text, marks, hash, max_characters, revision)
    select ${collection}, ${id}::uuid, key, field, position, text, marks, hash, max_characters, revision
    from jsonb_to_recordset(${pieces}::jsonb) as piece
      (key text, field text, position int, text text, marks jsonb, hash text, max_characters int, revision int)
    on conflict (collection, item_id, key) do update set field = excluded.field, position = excluded.position,
      text = excluded.text, marks = excluded.marks, hash = excluded.hash, max_characters = excluded.max_characters,
      revision = excluded.revision
  `)
}

async function writeItem(
  { collection, id }: TranslatableReference,
  { title, locale, segments }: Source,
  { revision, isChanged }: { readonly revision: number; readonly isChanged: boolean },
  database: Database,
): Promise<void> {
  const characters = segments.reduce((sum, { text }) => sum + text.length, 0)
  await database.execute(sql`
    insert into translation_items (collection, item_id, title, source_locale, revision, segments, characters, changed_at)
    values (${collection}, ${id}, ${title}, ${locale}, ${revision}, ${segments.length}, ${characters}, now())
    on conflict (collection, item_id) do update set title = excluded.title, source_locale = excluded.source_locale,
      revision = excluded.revision, segments = excluded.segments, characters = excluded.characters,
      changed_at = case when ${isChanged} then now() else translation_items.changed_at end
  `)
}
