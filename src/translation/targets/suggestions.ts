import type { Endpoint } from 'payload'

import type { TranslatableReference } from '../../content/translatable.ts'
import { type Database, databaseOf, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import { answer, forTranslators } from '../answers.ts'
import { type GlossaryTerm, glossaryFor } from '../glossary/glossary-terms.ts'
import { termsIn } from '../glossary/terms-in.ts'
import { findMatches } from '../memory/find-matches.ts'
import { contextOf } from '../memory/memory-pair.ts'
import { withoutMarks } from '../segments/coded-text.ts'

/** A text that was approved before. */
interface SuggestedMatch {
  /** Per cent; above 98 the source is the same. */
  readonly score: number
  readonly sourceText: string
  readonly text: string
  readonly provenance: string
  /** ISO 8601. */
  readonly at: string
}

/** Start and end of a stretch of text, in UTF-16 units. */
type Place = readonly [start: number, end: number]

/** A term of the glossary that stands in the source. */
export interface SuggestedTerm extends GlossaryTerm {
  /** In the source without its marks, in order. */
  readonly places: readonly Place[]
}

/** What helps with one segment. */
export interface Suggestions {
  readonly matches: readonly SuggestedMatch[]
  readonly terms: readonly SuggestedTerm[]
}

/** One key on the keyboard for each. */
const MAX_MATCHES = 9

const read = forTranslators(async ({ item, locale }, req) => {
  const { key } = req.query
  const database = databaseOf(req.payload)
  const source = typeof key === 'string' ? await sourceOf(item, key, database) : null
  if (source === null) return answer(404, { error: 'no-such-segment', field: 'key' })
  const languages = { sourceLocale: source.source_locale, targetLocale: locale }
  const lookup = {
    ...languages,
    sourceText: source.text,
    context: contextOf(item.collection, item.id, String(key)),
    field: `${item.collection}.${source.field}`,
  }
  const matches = await findMatches(lookup, database, MAX_MATCHES)
  const glossary = await glossaryFor(source.source_locale, locale, req.payload, req)
  const suggestions: Suggestions = {
    matches: matches.map(({ score, sourceText, targetText, provenance, at }) => ({
      score,
      sourceText,
      text: targetText,
      provenance,
      at: at.toISOString(),
    })),
    terms: placedTerms(withoutMarks(source.text), glossary),
  }
  return answer(200, suggestions)
})

/** Each term once, in the order in which they first stand there. */
function placedTerms(text: string, glossary: readonly GlossaryTerm[]): SuggestedTerm[] {
  const places = new Map<GlossaryTerm, Place[]>()
  for (const { term, start, end } of termsIn(text, glossary))
    places.set(term, [...(places.get(term) ?? []), [start, end]])
  return Array.from(places, ([term, found]) => ({ ...term, places: found }))
}

async function sourceOf(
  { collection, id }: TranslatableReference,
  key: string,
  database: Database,
): Promise<{ text: string; field: string; source_locale: Locale } | null> {
  const { rows } = await database.execute<{ text: string; field: string; source_locale: Locale }>(sql`
    select segment.text, field, source_locale
    from translation_segments segment join translation_items using (collection, item_id)
    where collection = ${collection} and item_id = ${id} and key = ${key}
  `)
  return rows[0] ?? null
}

/** What helps whoever translates: `?key=` names the segment. */
export const suggestionEndpoint: Endpoint = {
  path: '/translation/items/:collection/:id/:locale/suggestions',
  method: 'get',
  handler: read,
}
