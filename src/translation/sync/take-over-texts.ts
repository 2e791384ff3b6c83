import type { TranslatableReference } from '../../content/translatable.ts'
import { type Database, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import type { ApprovedTarget } from '../memory/remember-approved.ts'
import type { KnownSegment } from './write-source.ts'

/** What the item's latest draft says in one locale. */
export interface WrittenLocale {
  readonly locale: Locale
  /** Coded texts by key of the source's segment. */
  readonly texts: ReadonlyMap<string, string>
  /** Readers see this very text. */
  readonly isPublic: boolean
}

/** A target as it was last kept. */
interface KnownTarget extends Record<string, unknown> {
  locale: string
  key: string
  text: string
  draft_text: string
  state: string
  source_hash: string
}

interface Taken {
  readonly locale: Locale
  readonly key: string
  readonly text: string
  readonly state: 'approved' | 'in-translation' | null
  readonly source_hash: string
  readonly source_text: string
  readonly source_revision: number
}

/**
 * Takes over what somebody wrote into the item itself, past the translation editor. Only what this save changed counts:
 * work that is not yet put into the item stays. Publishing approves what a person wrote; a machine's draft stays one.
 * @param authorId null: nobody signed in.
 * @returns what was approved by being published.
 */
export async function takeOverTexts(
  item: TranslatableReference,
  written: readonly WrittenLocale[],
  segments: ReadonlyMap<string, KnownSegment>,
  { known, authorId }: { readonly known: KnownTargets; readonly authorId: string | null },
  database: Database,
): Promise<readonly ApprovedTarget[]> {
  const changed: Taken[] = []
  const drafted: { locale: Locale; key: string; text: string }[] = []
  const approved: ApprovedTarget[] = []
  for (const { locale, texts, isPublic } of written)
    for (const segment of segments.values()) {
      const { key } = segment
      const text = texts.get(key) ?? ''
      const stored = known.get(`${locale} ${key}`)
      const isNew = text !== (stored?.draft_text ?? '')
      const isOurs = stored?.text === text
      if (isNew && isOurs) drafted.push({ locale, key, text })
      if (isNew && !isOurs) changed.push(takenOver(segment, { locale, text, isPublic }))
      // Never what somebody is working on: that is another text than the one that readers see.
      const isHandedIn = isOurs && ['in-translation', 'needs-review'].includes(stored.state)
      if (isPublic && text !== '' && (isHandedIn || (isNew && !isOurs))) approved.push({ locale, key })
    }
  await storeTaken(item, changed, authorId, database)
  await storeDrafted(item, drafted, database)
  await storeApproved(item, approved, database)
  return approved
}

function takenOver(
  { key, hash, text: source, revision }: KnownSegment,
  { locale, text, isPublic }: { readonly locale: Locale; readonly text: string; readonly isPublic: boolean },
): Taken {
  return {
    locale,
    key,
    text,
    state: text === '' ? null : isPublic ? 'approved' : 'in-translation',
    source_hash: hash,
    source_text: source,
    source_revision: revision,
  }
}

/** By locale and key. */
export type KnownTargets = ReadonlyMap<string, KnownTarget>

/** Locked until the save is through: what a translator saves meanwhile waits, and is told of what this save changed. */
export async function knownTargets(
  { collection, id }: TranslatableReference,
  database: Database,
): Promise<KnownTargets> {
  const { rows } = await database.execute<KnownTarget>(sql`
    select locale, key, text, draft_text, state, source_hash from translation_targets
    where collection = ${collection} and item_id = ${id} order by locale, key for update
  `)
  return new Map(rows.map((row) => [`${row.locale} ${row.key}`, row]))
}

/** What was emptied is missing again. */
async function storeTaken(
  { collection, id }: TranslatableReference,
  taken: readonly Taken[],
  authorId: string | null,
  database: Database,
): Promise<void> {
  if (taken.length === 0) return
  const emptied = taken.filter(({ state }) => state === null)
  if (emptied.length > 0)
    await database.execute(sql`
      delete from translation_targets where collection = ${collection} and item_id = ${id}
        and (locale, key) in (select value->>'locale', value->>'key' from jsonb_array_elements(${JSON.stringify(emptied)}::jsonb))
    `)
  const written = taken.filter(({ state }) => state !== null)
  await database.execute(sql`
    insert into translation_targets (collection, item_id, locale, key, text, draft_text, state, source_hash, source_text,
      source_revision, origin, author_id)
    select ${collection}, ${id}::uuid, locale, key, text, text, state, source_hash, source_text, source_revision,
      'person', ${authorId}::uuid
    from jsonb_to_recordset(${JSON.stringify(written)}::jsonb) as taken (locale text, key text, text text, state text,
      source_hash text, source_text text, source_revision int)
    on conflict (collection, item_id, locale, key) do update set text = excluded.text, draft_text = excluded.draft_text,
      state = excluded.state, source_hash = excluded.source_hash, source_text = excluded.source_text,
      source_revision = excluded.source_revision, origin = excluded.origin, engine = null,
      author_id = excluded.author_id, version = translation_targets.version + 1, updated_at = now()
  `)
}

async function storeDrafted(
  { collection, id }: TranslatableReference,
  drafted: readonly object[],
  database: Database,
): Promise<void> {
  if (drafted.length === 0) return
  await database.execute(sql`
    update translation_targets set draft_text = drafted.text
    from jsonb_to_recordset(${JSON.stringify(drafted)}::jsonb) as drafted (locale text, key text, text text)
    where collection = ${collection} and item_id = ${id} and translation_targets.locale = drafted.locale
      and translation_targets.key = drafted.key
  `)
}

async function storeApproved(
  { collection, id }: TranslatableReference,
  approved: readonly ApprovedTarget[],
  database: Database,
): Promise<void> {
  if (approved.length === 0) return
  await database.execute(sql`
    update translation_targets set state = 'approved', updated_at = now()
    from jsonb_to_recordset(${JSON.stringify(approved)}::jsonb) as approved (locale text, key text)
    where collection = ${collection} and item_id = ${id} and translation_targets.locale = approved.locale
      and translation_targets.key = approved.key and state in ('in-translation', 'needs-review')
  `)
}
