import type { TranslatableReference } from '../../content/translatable.ts'
import { type Database, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import { rememberApproved } from '../memory/remember-approved.ts'
import { type MarkFault, markFaults, withoutMarks } from '../segments/coded-text.ts'
import type { SegmentState, TargetState } from '../segments/segment.ts'
import { refreshLocales } from '../sync/refresh-locales.ts'

/** How far its writer says a text is. `still-right`: as it was, although the source changed. */
export type Verdict = 'in-translation' | 'needs-review' | 'approved' | 'still-right'

export interface TargetEdit {
  readonly key: string
  readonly text: string
  /** Of the target that was edited; 0 where there was none. */
  readonly version: number
  readonly verdict: Verdict
  /** Where the words came from; `memory` while a match stands unchanged. */
  readonly origin: 'person' | 'memory'
  /** Of the source that its writer saw. A text that is finished for another one is refused. */
  readonly sourceHash?: string | undefined
}

export type SaveOutcome =
  | { readonly outcome: 'saved'; readonly version: number; readonly state: SegmentState }
  /** Somebody else saved in between; nothing was written. */
  | {
      readonly outcome: 'conflict'
      readonly version: number
      readonly text: string
      readonly authorName: string | null
    }
  /** Not finished by the rules; nothing was written. Work under way may break them. */
  | {
      readonly outcome: 'refused'
      readonly reason: 'empty' | 'marks' | 'too-long'
      readonly faults: readonly MarkFault[]
    }
  /** The source changed while it was translated; nothing was written, for nobody has read the new one yet. */
  | { readonly outcome: 'source-changed' }
  /** The source no longer has such a segment. */
  | { readonly outcome: 'no-such-segment' }

interface Author {
  readonly id: string
  /** Whose word is the last: what they finish is approved. */
  readonly mayApprove: boolean
}

/**
 * Writes what a translator says for one segment. Each segment is by itself, so two people never block each other, and
 * whoever saves over a text that they have not seen is told.
 * @param database a transaction, or each statement for itself: the version decides in one statement.
 */
export async function saveTarget(
  item: TranslatableReference,
  locale: Locale,
  edit: TargetEdit,
  author: Author,
  database: Database,
): Promise<SaveOutcome> {
  const source = await sourceOf(item, edit.key, database)
  if (source === null) return { outcome: 'no-such-segment' }
  const state = storedState(edit.verdict, author)
  if (state !== 'in-translation' && (edit.sourceHash ?? source.hash) !== source.hash)
    return { outcome: 'source-changed' }
  const refusal = state === 'in-translation' ? null : refusalOf(source, edit.text)
  if (refusal !== null) return refusal
  const written = await writeTarget(item, locale, edit, { ...source, state }, author, database)
  if (written === null) return conflict(item, locale, edit.key, database)
  if (state === 'approved') await rememberApproved(item, [{ locale, key: edit.key }], database)
  await refreshLocales(item, database)
  return { outcome: 'saved', version: written.version, state: derived(written, source.hash) }
}

/** Who may not approve hands in for review. */
function storedState(verdict: Verdict, { mayApprove }: Author): Exclude<TargetState, 'machine'> {
  if (verdict === 'in-translation') return 'in-translation'
  return mayApprove && verdict !== 'needs-review' ? 'approved' : 'needs-review'
}

interface SourceSegment {
  readonly text: string
  readonly hash: string
  readonly revision: number
  readonly maxCharacters: number | null
}

function refusalOf({ text, maxCharacters }: SourceSegment, target: string): SaveOutcome | null {
  if (target.trim() === '') return { outcome: 'refused', reason: 'empty', faults: [] }
  const faults = markFaults(text, target)
  if (faults.length > 0) return { outcome: 'refused', reason: 'marks', faults }
  const isTooLong = maxCharacters !== null && withoutMarks(target).length > maxCharacters
  return isTooLong ? { outcome: 'refused', reason: 'too-long', faults: [] } : null
}

async function sourceOf(
  { collection, id }: TranslatableReference,
  key: string,
  database: Database,
): Promise<SourceSegment | null> {
  const { rows } = await database.execute<{
    text: string
    hash: string
    revision: number
    max_characters: number | null
  }>(sql`
    select segment.text, hash, item.revision, max_characters
    from translation_segments segment join translation_items item using (collection, item_id)
    where collection = ${collection} and item_id = ${id} and key = ${key}
  `)
  const [row] = rows
  return row === undefined ? null : { ...row, maxCharacters: row.max_characters }
}

interface Written extends Record<string, unknown> {
  version: number
  text: string
  state: TargetState
  source_hash: string
}

/**
 * Null: the version is another. Work under way on an outdated text stays outdated until it is finished, so that nobody
 * takes a half-changed text for a current one.
 */
async function writeTarget(
  { collection, id }: TranslatableReference,
  locale: Locale,
  { key, text, version, origin, verdict }: TargetEdit,
  source: SourceSegment & { readonly state: TargetState },
  author: Author,
  database: Database,
): Promise<Written | null> {
  const isFinished = verdict !== 'in-translation'
  const { rows } = await database.execute<Written>(sql`
    insert into translation_targets as known (collection, item_id, locale, key, text, state, source_hash, source_text,
      source_revision, origin, author_id, version)
    select ${collection}, ${id}::uuid, ${locale}, ${key}, ${text}, ${source.state}, ${source.hash}, ${source.text},
      ${source.revision}, ${origin}, ${author.id}::uuid, 1
    where ${version} = 0 or exists (
      select 1 from translation_targets where collection = ${collection} and item_id = ${id} and locale = ${locale} and key = ${key}
    )
    on conflict (collection, item_id, locale, key) do update set text = excluded.text, state = excluded.state,
      source_hash = case when ${isFinished} or known.text = '' then excluded.source_hash else known.source_hash end,
      source_text = case when ${isFinished} or known.text = '' then excluded.source_text else known.source_text end,
      source_revision = case when ${isFinished} or known.text = '' then excluded.source_revision else known.source_revision end,
      origin = excluded.origin, engine = null, author_id = excluded.author_id, version = known.version + 1,
      updated_at = now()
    where known.version = ${version}
    returning version, text, state, source_hash
  `)
  return rows[0] ?? null
}

const derived = ({ text, state, source_hash }: Written, hash: string): SegmentState => {
  if (text === '' && state !== 'approved') return 'missing'
  if (source_hash !== hash) return 'outdated'
  return state === 'approved' ? 'current' : state
}

async function conflict(
  { collection, id }: TranslatableReference,
  locale: Locale,
  key: string,
  database: Database,
): Promise<SaveOutcome> {
  const { rows } = await database.execute<{ version: number; text: string; author_name: string | null }>(sql`
    select target.version, target.text, author.name as author_name
    from translation_targets target left join users author on author.id = target.author_id
    where collection = ${collection} and item_id = ${id} and locale = ${locale} and key = ${key}
  `)
  const [now] = rows
  return {
    outcome: 'conflict',
    version: now?.version ?? 0,
    text: now?.text ?? '',
    authorName: now?.author_name ?? null,
  }
}
