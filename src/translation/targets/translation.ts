import type { TranslatableReference } from '../../content/translatable.ts'
import { type Database, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import type { Mark, SegmentState, TargetState } from '../segments/segment.ts'

/** What a segment says in the target locale. */
interface Target {
  readonly text: string
  readonly state: TargetState
  /** The source as it was when this was written, for the diff. */
  readonly sourceText: string
  readonly origin: 'person' | 'memory' | 'engine' | 'import'
  readonly engine: string | null
  readonly authorName: string | null
  /** Sent back with a change, so that nobody overwrites what they have not seen. */
  readonly version: number
  /** ISO 8601. */
  readonly updatedAt: string
  /** Whether the item's draft holds it already. */
  readonly isInDraft: boolean
}

export interface TranslatedSegment {
  readonly key: string
  readonly field: string
  readonly text: string
  readonly marks: readonly Mark[]
  readonly hash: string
  /** Null: no limit. */
  readonly maxCharacters: number | null
  readonly state: SegmentState
  /** Null: nothing yet. */
  readonly target: Target | null
}

export interface Comment {
  readonly id: string
  readonly key: string
  readonly text: string
  readonly authorName: string
  /** ISO 8601. */
  readonly at: string
}

/** An item on its way into one locale, as its translator sees it. */
export interface Translation extends TranslatableReference {
  readonly title: string
  readonly sourceLocale: Locale
  readonly locale: Locale
  readonly revision: number
  readonly isPublic: boolean
  readonly isWithdrawn: boolean
  /** ISO 8601. Null: none. */
  readonly deadline: string | null
  readonly segments: readonly TranslatedSegment[]
  readonly comments: readonly Comment[]
}

/** Null: no such item, or the locale is its source's or not enabled. */
export async function readTranslation(
  { collection, id }: TranslatableReference,
  locale: Locale,
  database: Database,
): Promise<Translation | null> {
  const { rows } = await database.execute<{
    title: string
    source_locale: Locale
    revision: number
    is_public: boolean
    is_withdrawn: boolean
    deadline: string | Date | null
  }>(sql`
    select title, source_locale, revision, is_public, is_withdrawn, deadline
    from translation_items join translation_locales using (collection, item_id)
    where collection = ${collection} and item_id = ${id} and locale = ${locale}
  `)
  const [item] = rows
  if (item === undefined) return null
  return {
    collection,
    id,
    title: item.title,
    sourceLocale: item.source_locale,
    locale,
    revision: item.revision,
    isPublic: item.is_public,
    isWithdrawn: item.is_withdrawn,
    deadline: item.deadline === null ? null : new Date(item.deadline).toISOString(),
    segments: await segmentsWithTargets({ collection, id }, locale, database),
    comments: await commentsOn({ collection, id }, locale, database),
  }
}

interface SegmentRow extends Record<string, unknown> {
  key: string
  field: string
  text: string
  marks: readonly Mark[]
  hash: string
  max_characters: number | null
  target_text: string | null
  state: TargetState
  source_hash: string
  source_text: string
  origin: Target['origin']
  engine: string | null
  author_name: string | null
  version: number
  updated_at: string | Date
  draft_text: string
}

async function segmentsWithTargets(
  { collection, id }: TranslatableReference,
  locale: Locale,
  database: Database,
): Promise<TranslatedSegment[]> {
  const { rows } = await database.execute<SegmentRow>(sql`
    select segment.key, segment.field, segment.text, segment.marks, segment.hash, segment.max_characters,
      target.text as target_text, target.state, target.source_hash, target.source_text, target.origin, target.engine,
      author.name as author_name, target.version, target.updated_at, target.draft_text
    from translation_segments segment
    left join translation_targets target on target.collection = segment.collection and target.item_id = segment.item_id
      and target.key = segment.key and target.locale = ${locale}
    left join users author on author.id = target.author_id
    where segment.collection = ${collection} and segment.item_id = ${id}
    order by segment.position
  `)
  return rows.map((row) => ({
    key: row.key,
    field: row.field,
    text: row.text,
    marks: row.marks,
    hash: row.hash,
    maxCharacters: row.max_characters,
    state: stateOf(row),
    target: targetOf(row),
  }))
}

/** The same rule as in `refreshLocales`, for one segment. */
function stateOf({ target_text, state, source_hash, hash }: SegmentRow): SegmentState {
  if (target_text === null || (target_text === '' && state !== 'approved')) return 'missing'
  if (source_hash !== hash) return 'outdated'
  return state === 'approved' ? 'current' : state
}

function targetOf(row: SegmentRow): Target | null {
  if (row.target_text === null) return null
  return {
    text: row.target_text,
    state: row.state,
    sourceText: row.source_text,
    origin: row.origin,
    engine: row.engine,
    authorName: row.author_name,
    version: row.version,
    updatedAt: new Date(row.updated_at).toISOString(),
    isInDraft: row.draft_text === row.target_text,
  }
}

async function commentsOn(
  { collection, id }: TranslatableReference,
  locale: Locale,
  database: Database,
): Promise<Comment[]> {
  const { rows } = await database.execute<{
    id: string
    key: string
    text: string
    author_name: string | null
    at: string | Date
  }>(sql`
    select comment.id, comment.key, comment.text, author.name as author_name, comment.at
    from translation_comments comment left join users author on author.id = comment.author_id
    where collection = ${collection} and item_id = ${id} and locale = ${locale} order by comment.at
  `)
  return rows.map(({ id: commentId, key, text, author_name, at }) => ({
    id: commentId,
    key,
    text,
    authorName: author_name ?? '',
    at: new Date(at).toISOString(),
  }))
}
