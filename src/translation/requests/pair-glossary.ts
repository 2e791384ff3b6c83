import { type Database, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import type { PairGlossary } from './pieces.ts'

/** A term of the glossary as it concerns one pair of languages. */
interface GlossaryRule {
  readonly term: string
  readonly doNotTranslate: boolean
  readonly caseSensitive: boolean
  /** Null: none is laid down. */
  readonly translation: string | null
  /** Words not to be used. Null: none. */
  readonly avoid: string | null
}

/** Terms that a translation does not follow; empty when it follows all. */
export type GlossaryCheck = (
  source: string,
  target: string,
  rules: readonly GlossaryRule[],
) => readonly string[]

/** The network's glossary, judged by `check`. */
export const glossaryWith =
  (check: GlossaryCheck) =>
  async (source: Locale, target: Locale, database: Database): Promise<PairGlossary> => {
    const { rows } = await database.execute<{
      term: string
      do_not_translate: boolean | null
      case_sensitive: boolean | null
      translation: string | null
      avoid: string | null
    }>(sql`
      select g.term, g.do_not_translate, g.case_sensitive, l.translation, l.avoid
      from glossary g
      left join glossary_locales l on l._parent_id = g.id and l._locale::text = ${target}
      where g.source_locale::text = ${source}
      order by length(g.term) desc, g.term
    `)
    const rules = rows.map((row) => ({
      term: row.term,
      doNotTranslate: row.do_not_translate ?? false,
      caseSensitive: row.case_sensitive ?? false,
      translation: row.translation,
      avoid: row.avoid,
    }))
    return {
      keep: rules.filter(({ doNotTranslate }) => doNotTranslate),
      breaches: (text, translated) => check(text, translated, rules),
    }
  }
