import { type Database, sql } from '../../database/database.ts'
import { type MemoryOrigin, type MemoryPair, sourceHashOf } from './memory-pair.ts'
import { storedKeys } from './search-keys.ts'

/**
 * Remembers approved pairs. What the same place said about the same source before is replaced, unless it is newer; pairs of
 * an earlier source stay, they were approved too. A pair without words on either side teaches nothing and is left out.
 * @returns how many rows are new or changed.
 */
export const remember = (pairs: readonly MemoryPair[], database: Database): Promise<number> =>
  store(pairs, 'approved', database)

/** The same for pairs of a file, which never replace what an editor of ours approved. */
export const rememberImported = (pairs: readonly MemoryPair[], database: Database): Promise<number> =>
  store(pairs, 'tmx', database)

interface Row {
  readonly [column: string]: unknown
}

async function store(
  pairs: readonly MemoryPair[],
  origin: MemoryOrigin,
  database: Database,
): Promise<number> {
  // One statement must not touch a row twice.
  const placed = new Map<string, Row>()
  const elsewhere = new Map<string, Row>()
  for (const pair of pairs) {
    if (pair.sourceText.trim() === '' || pair.targetText.trim() === '') continue
    const row = rowOf(pair, origin)
    const key = [pair.sourceLocale, pair.targetLocale, row.source_hash]
    if (pair.context === '') elsewhere.set([...key, pair.targetText].join('\n'), row)
    else placed.set([...key, pair.context].join('\n'), row)
  }
  return (
    (await insert(
      [...placed.values()],
      sql`(source_locale, target_locale, source_hash, context) where context <> ''`,
      database,
    )) +
    (await insert(
      [...elsewhere.values()],
      sql`(source_locale, target_locale, source_hash, md5(target_text)) where context = ''`,
      database,
    ))
  )
}

const rowOf = (pair: MemoryPair, origin: MemoryOrigin): Row => ({
  source_locale: pair.sourceLocale,
  target_locale: pair.targetLocale,
  source_text: pair.sourceText,
  target_text: pair.targetText,
  source_hash: sourceHashOf(pair.sourceText),
  context: pair.context,
  field: pair.field,
  origin,
  provenance: pair.provenance,
  author_id: pair.authorId,
  keys: storedKeys([pair.sourceLocale, pair.targetLocale], pair.sourceText),
  updated_at: pair.at.toISOString(),
})

async function insert(
  rows: readonly Row[],
  place: ReturnType<typeof sql>,
  database: Database,
): Promise<number> {
  if (rows.length === 0) return 0
  const { rowCount } = await database.execute(sql`
    insert into translation_memory as known
      (source_locale, target_locale, source_text, target_text, source_hash, context, field, origin, provenance,
       author_id, keys, updated_at)
    select source_locale, target_locale, source_text, target_text, source_hash, context, field, origin, provenance,
           author_id, keys, updated_at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row
      (source_locale text, target_locale text, source_text text, target_text text, source_hash text, context text,
       field text, origin text, provenance text, author_id uuid, keys integer[], updated_at timestamptz)
    on conflict ${place} do update
    set target_text = excluded.target_text, source_text = excluded.source_text, field = excluded.field,
        origin = excluded.origin, provenance = excluded.provenance, author_id = excluded.author_id,
        updated_at = excluded.updated_at
    where excluded.updated_at >= known.updated_at
      and (excluded.origin = 'approved' or known.origin = 'tmx')
      and (excluded.target_text, excluded.source_text, excluded.field, excluded.origin, excluded.provenance,
           excluded.author_id, excluded.updated_at)
          is distinct from
          (known.target_text, known.source_text, known.field, known.origin, known.provenance, known.author_id,
           known.updated_at)
  `)
  return rowCount ?? 0
}
