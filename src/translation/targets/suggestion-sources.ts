import type { PayloadRequest } from 'payload'

import { type Database, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'

/** What is looked up. */
export interface Lookup {
  /** In coded form. */
  readonly sourceText: string
  readonly sourceLocale: Locale
  readonly targetLocale: Locale
  /** `practices/<id>#howItWorks#<node>` */
  readonly context: string
  /** `practices.howItWorks` */
  readonly field: string
}

/** A pair that may serve, and where it comes from. */
export interface Match {
  /** Per cent. 101: the same source in the same place. 100: in the same field. 99: elsewhere. Below: similar. */
  readonly score: number
  readonly sourceText: string
  readonly targetText: string
  /** Title of the item, or the name of the file it came from. */
  readonly provenance: string
  readonly at: Date
}

/** Lowest similarity that is worth showing, of 1. */
const LOWEST = 0.7

/** The best first, each target text once. */
export async function findMatches(lookup: Lookup, database: Database, limit: number): Promise<Match[]> {
  const { rows } = await database.execute<{
    score: number
    source_text: string
    target_text: string
    provenance: string
    updated_at: string | Date
  }>(sql`
    select * from (
      select distinct on (target_text) source_text, target_text, provenance, updated_at, case
          when source_text <> ${lookup.sourceText}
            then least(98, floor(similarity(source_text, ${lookup.sourceText}) * 100))::int
          when context = ${lookup.context} then 101
          when field = ${lookup.field} then 100
          else 99
        end as score
      from translation_memory
      where source_locale = ${lookup.sourceLocale} and target_locale = ${lookup.targetLocale}
        and similarity(source_text, ${lookup.sourceText}) >= ${LOWEST}
      order by target_text, score desc, updated_at desc
    ) matches order by score desc, updated_at desc limit ${limit}
  `)
  return rows.map(({ score, source_text, target_text, provenance, updated_at }) => ({
    score,
    sourceText: source_text,
    targetText: target_text,
    provenance,
    at: new Date(updated_at),
  }))
}

/** What the network has agreed on for one term in one language. */
export interface GlossaryTerm {
  readonly id: string
  readonly term: string
  /** Stays as it is in every language; then there is no translation. */
  readonly doNotTranslate: boolean
  readonly caseSensitive: boolean
  /** Null: none was agreed on in this language. */
  readonly translation: string | null
  /** Words that must not be used for it. */
  readonly avoid: readonly string[]
  readonly note: string | null
}

/** The terms of a source language, as far as something was agreed on for the target's. */
export async function glossaryFor(
  { sourceLocale, targetLocale }: Pick<Lookup, 'sourceLocale' | 'targetLocale'>,
  req: PayloadRequest,
): Promise<GlossaryTerm[]> {
  const { docs } = await req.payload.find({
    collection: 'glossary',
    where: { sourceLocale: { equals: sourceLocale } },
    locale: targetLocale,
    fallbackLocale: false,
    depth: 0,
    pagination: false,
  })
  return docs
    .map(({ id, term, translation, doNotTranslate, caseSensitive, avoid, note }) => ({
      id: String(id),
      term: term.trim(),
      doNotTranslate: doNotTranslate === true,
      caseSensitive: caseSensitive === true,
      translation: doNotTranslate ? null : translation?.trim() || null,
      avoid: doNotTranslate ? [] : (avoid ?? '').split(/[,،;؛]/u).flatMap((word) => word.trim() || []),
      note: note?.trim() || null,
    }))
    .filter((term) => term.doNotTranslate || term.translation || term.note || term.avoid.length > 0)
}
