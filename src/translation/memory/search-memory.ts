import { type Database, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import type { MemoryOrigin } from './memory-pair.ts'

/** What a person looks for in the memory. Null: does not matter. */
export interface MemorySearch {
  /** Stands in the source or in the translation, whatever its case. */
  readonly text: string | null
  readonly from: Locale | null
  readonly to: Locale | null
  /** Only pairs that came in before this one. */
  readonly before: number | null
}

export interface FoundPair {
  readonly id: number
  readonly sourceLocale: Locale
  readonly targetLocale: Locale
  readonly sourceText: string
  readonly targetText: string
  readonly origin: MemoryOrigin
  readonly provenance: string
  /** Null: nobody of ours, or nobody any more. */
  readonly authorName: string | null
  readonly at: Date
}

export interface FoundPairs {
  /** Those that came in last first. */
  readonly pairs: readonly FoundPair[]
  /** Of all that match, but for `before`: at most `MOST_COUNTED`. */
  readonly count: number
  /** For the next ones. Null: there are no more. */
  readonly next: number | null
}

/** To count further would go through the whole table. */
export const MOST_COUNTED = 1000
const PAGE = 50

interface Row extends Record<string, unknown> {
  readonly id: string
  readonly source_locale: Locale
  readonly target_locale: Locale
  readonly source_text: string
  readonly target_text: string
  readonly origin: MemoryOrigin
  readonly provenance: string
  readonly author_name: string | null
  readonly updated_at: string
}

export async function searchMemory(search: MemorySearch, database: Database): Promise<FoundPairs> {
  const matches = conditionOf(search)
  const { rows } = await database.execute<Row>(sql`
    select memory.id, source_locale, target_locale, source_text, target_text, origin, provenance, memory.updated_at,
           users.name as author_name
    from translation_memory as memory left join users on users.id = author_id
    where ${matches} and (${search.before}::bigint is null or memory.id < ${search.before})
    order by memory.id desc
    limit ${PAGE + 1}
  `)
  const counted = await database.execute<{ count: number }>(sql`
    select count(*)::integer as count
    from (select from translation_memory as memory where ${matches} limit ${MOST_COUNTED + 1}) as matching
  `)
  const pairs = rows.slice(0, PAGE).map(pairOf)
  return {
    pairs,
    count: counted.rows[0]?.count ?? 0,
    next: rows.length > PAGE ? (pairs.at(-1)?.id ?? null) : null,
  }
}

function conditionOf({ text, from, to }: MemorySearch): ReturnType<typeof sql> {
  const conditions = [sql`true`]
  if (from !== null) conditions.push(sql`source_locale = ${from}`)
  if (to !== null) conditions.push(sql`target_locale = ${to}`)
  if (text !== null) {
    const pattern = `%${text.replace(/[\\%_]/gu, '\\$&')}%`
    conditions.push(sql`(source_text ilike ${pattern} or target_text ilike ${pattern})`)
  }
  return sql.join(conditions, sql` and `)
}

const pairOf = (row: Row): FoundPair => ({
  id: Number(row.id),
  sourceLocale: row.source_locale,
  targetLocale: row.target_locale,
  sourceText: row.source_text,
  targetText: row.target_text,
  origin: row.origin,
  provenance: row.provenance,
  authorName: row.author_name,
  at: new Date(row.updated_at),
})
