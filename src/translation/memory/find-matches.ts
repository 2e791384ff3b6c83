import { type Database, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import { type MemoryOrigin, marksOf, sourceHashOf } from './memory-pair.ts'
import { keyGroups } from './search-keys.ts'
import { wordShares } from './word-shares.ts'

/** What is looked up. */
export interface Lookup {
  /** In coded form. */
  readonly sourceText: string
  readonly sourceLocale: Locale
  readonly targetLocale: Locale
  /** As `contextOf` writes it. */
  readonly context: string
  /** `practices.howItWorks` */
  readonly field: string
}

/** A pair that may serve, and where it comes from. */
export interface MemoryMatch {
  readonly id: number
  /**
   * Per cent. 101: the same source in the same place. 100: the same in the same field. 99: the same elsewhere. At most 98:
   * similar, by the share of trigrams in common; less where the formatting differs.
   */
  readonly score: number
  readonly sourceText: string
  readonly targetText: string
  readonly origin: MemoryOrigin
  /** Title of the item, or the name of the file it came from. */
  readonly provenance: string
  readonly authorId: string | null
  readonly context: string
  readonly at: Date
}

/** Lowest score that is worth showing. */
const LOWEST_SCORE = 70
const IN_PLACE = 101
const IN_FIELD = 100
const ANYWHERE = 99
const MOST_SIMILAR = 98
/** Whoever takes such a text over has to set its formatting or links anew. */
const OTHER_MARKS = 3
/** Texts that are compared letter by letter at most: bounds what a text of very common words costs. */
const CANDIDATES = 1500
const SAME_TEXTS = 200

/** The best first, each target text once. */
export async function findMatches(lookup: Lookup, database: Database, limit = 5): Promise<MemoryMatch[]> {
  const same = await findSame(lookup, database)
  const similar = distinct(same).length >= limit ? [] : await findSimilar(lookup, database, limit * 3)
  return distinct([...same, ...similar].toSorted(byWorth)).slice(0, limit)
}

interface Row extends Record<string, unknown> {
  readonly id: string
  readonly source_text: string
  readonly target_text: string
  readonly origin: MemoryOrigin
  readonly provenance: string
  readonly author_id: string | null
  readonly context: string
  readonly field: string
  readonly updated_at: string
}

async function findSame(lookup: Lookup, database: Database): Promise<MemoryMatch[]> {
  const { rows } = await database.execute<Row>(sql`
    select id, source_text, target_text, origin, provenance, author_id, context, field, updated_at
    from translation_memory
    where source_locale = ${lookup.sourceLocale} and target_locale = ${lookup.targetLocale}
      and source_hash = ${sourceHashOf(lookup.sourceText)}
    order by context = ${lookup.context} desc, field = ${lookup.field} desc, updated_at desc
    limit ${SAME_TEXTS}
  `)
  return rows.map((row) => matchOf(row, sameScore(row, lookup)))
}

function sameScore({ context, field }: Row, lookup: Lookup): number {
  if (context !== '' && context === lookup.context) return IN_PLACE
  return field !== '' && field === lookup.field ? IN_FIELD : ANYWHERE
}

async function findSimilar(lookup: Lookup, database: Database, most: number): Promise<MemoryMatch[]> {
  const { sourceText, sourceLocale, targetLocale } = lookup
  const shares = await wordShares(sourceLocale, database)
  const groups = keyGroups([sourceLocale, targetLocale], sourceText, LOWEST_SCORE / 100, shares)
  if (groups.length === 0) return []
  const anyGroup = sql.join(
    groups.map((keys) => sql`keys @> ${`{${keys.join()}}`}::integer[]`),
    sql` or `,
  )
  // Similar enough is decided on what was fetched: the planner would look through the whole table for it.
  const { rows } = await database.execute<Row & { readonly similarity: number }>(sql`
    with candidates as materialized (
      select id, source_text, similarity(source_text, ${sourceText}) as similarity
      from translation_memory
      where (${anyGroup}) and source_hash <> ${sourceHashOf(sourceText)}
      limit ${CANDIDATES}
    )
    select id, memory.source_text, target_text, origin, provenance, author_id, context, field, updated_at, similarity
    from (
      select id, similarity from candidates where similarity >= ${LOWEST_SCORE / 100}
      order by similarity desc, id desc
      limit ${most}
    ) as best
    join translation_memory as memory using (id)
    where source_locale = ${sourceLocale} and target_locale = ${targetLocale}
  `)
  const marks = marksOf(sourceText)
  return rows
    .map((row) => matchOf(row, similarScore(row.similarity, marksOf(row.source_text) === marks)))
    .filter(({ score }) => score >= LOWEST_SCORE)
}

const similarScore = (similarity: number, marksAgree: boolean): number =>
  Math.min(MOST_SIMILAR, Math.floor(similarity * 100)) - (marksAgree ? 0 : OTHER_MARKS)

const matchOf = (row: Row, score: number): MemoryMatch => ({
  id: Number(row.id),
  score,
  sourceText: row.source_text,
  targetText: row.target_text,
  origin: row.origin,
  provenance: row.provenance,
  authorId: row.author_id,
  context: row.context,
  at: new Date(row.updated_at),
})

/** An approved text before one from a file, then the newer one. */
const byWorth = (one: MemoryMatch, other: MemoryMatch): number =>
  other.score - one.score ||
  Number(other.origin === 'approved') - Number(one.origin === 'approved') ||
  other.at.getTime() - one.at.getTime()

/** Of matches that propose the same text, the first. */
function distinct(matches: readonly MemoryMatch[]): MemoryMatch[] {
  const seen = new Set<string>()
  return matches.filter(({ targetText }) => {
    if (seen.has(targetText)) return false
    seen.add(targetText)
    return true
  })
}
