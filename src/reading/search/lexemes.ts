import { type Database, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import { dictionaryOf } from './dictionaries.ts'
import { fold } from './fold.ts'
import type { TextWord } from './words-in.ts'

type Word = Pick<TextWord, 'lowered' | 'folded'>

/** What a word is kept and looked up as. */
export interface Lexemes {
  /** Folded stems: of the word as it is written, and of the word without its accents. Never empty. */
  readonly of: readonly string[]
  /** Too common to be looked for beside other words. */
  readonly isCommon: boolean
}

/** Looks words of a language up in its dictionary. */
export type Lexicon = (word: Word, locale: Locale) => Lexemes

/**
 * Asks Postgres's dictionaries for all these words at once. A word always shares a lexeme with the same word without
 * accents: what is typed without them finds what is written with them, and the other way round.
 */
export async function loadLexicon(
  texts: readonly { readonly locale: Locale; readonly words: readonly Word[] }[],
  database: Database,
): Promise<Lexicon> {
  const wanted = texts.flatMap(({ locale, words }) => {
    const dictionary = dictionaryOf(locale)
    if (dictionary === 'trigram') return []
    const distinct = new Set(words.flatMap(({ lowered, folded }) => [lowered, folded]))
    return [{ dictionary, words: [...distinct] }]
  })
  const { rows } = await database.execute<{ dictionary: string; word: string; stems: string[] | null }>(sql`
    select dictionary, word, ts_lexize(known.oid::regdictionary, word) as stems
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as wanted (dictionary text, words text[])
      join pg_ts_dict known on known.dictname = wanted.dictionary and known.dictnamespace = 'pg_catalog'::regnamespace,
      unnest(wanted.words) as word
  `)
  const stems = new Map(rows.map((row) => [`${row.dictionary} ${row.word}`, row.stems]))
  return ({ lowered, folded }, locale) => {
    const stemsOf = (word: string) => stems.get(`${dictionaryOf(locale)} ${word}`)
    const found = [...(stemsOf(lowered) ?? []), ...(stemsOf(folded) ?? [])].map(fold).filter(Boolean)
    const isCommon = stemsOf(lowered)?.length === 0
    return { of: found.length === 0 || isCommon ? [folded] : [...new Set(found)], isCommon }
  }
}
