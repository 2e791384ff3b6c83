import { type Database, sql } from '../../database/database.ts'
import { textArray } from '../../database/text-array.ts'
import type { Locale } from '../../i18n/locales.ts'
import { goesByLetters, joinsWords } from './dictionaries.ts'
import { beginningKeys, lexemeKey, nearKeys, partKeys, slipsBetween } from './letters.ts'

/** A word of the locale's texts. */
export interface KnownWord {
  /** Folded. */
  readonly word: string
  /** With its accents. */
  readonly spelled: string
  readonly lexemes: readonly string[]
}

/** Words that begin with the same letters are looked through, up to so many. */
const MOST_FOUND = 1000
/** Of those that begin with what is typed. */
const MOST_BEGUN = 50
/** Of those that it could have been meant to be. */
const MOST_NEAR = 8

/** Words of the locale's texts that begin with these letters. */
export async function wordsBeginning(
  beginning: string,
  locale: Locale,
  database: Database,
): Promise<KnownWord[]> {
  const found = await wordsWith([beginningKeys(beginning, locale)], database)
  return found.filter(({ word }) => word.startsWith(beginning)).slice(0, MOST_BEGUN)
}

/**
 * What the locale's dictionary does not say: without one, other forms of the word, which share all but a few letters at
 * its end; where nouns are joined, longer words that it is part of.
 */
export async function wordsRelated(word: string, locale: Locale, database: Database): Promise<KnownWord[]> {
  const length = [...word].length
  const shared = [...word].slice(0, sharedLength(length)).join('')
  const hasForms = goesByLetters(locale) && length >= SHORTEST_WITH_FORMS
  const hasParts = joinsWords(locale) && length >= SHORTEST_PART
  const found = await wordsWith(
    [hasForms ? beginningKeys(shared, locale) : [], hasParts ? partKeys(word, locale) : []],
    database,
  )
  return found.filter(
    (known) => (hasForms && isFormOf(known.word, word)) || (hasParts && known.word.includes(word)),
  )
}

const SHORTEST_WITH_FORMS = 4
const SHORTEST_PART = 5
/** Letters that an ending has at most; after a short stem fewer. */
const LONGEST_ENDING = 4

const sharedLength = (length: number): number => Math.max(3, Math.ceil(length * 0.65))

function isFormOf(one: string, other: string): boolean {
  const [letters, others] = [[...one], [...other]]
  const differing = letters.findIndex((letter, place) => letter !== others[place])
  const shared = differing === -1 ? letters.length : differing
  return (
    shared >= sharedLength(Math.min(letters.length, others.length)) &&
    Math.max(letters.length, others.length) - shared <= Math.min(LONGEST_ENDING, Math.ceil(shared * 0.6))
  )
}

/** How many slips of the keyboard a word may have: in short words each makes another word. */
const slipsIn = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2)

/** Words of the locale's texts that this one may have been meant to be, the nearest first. Not itself. */
export async function wordsNear(word: string, locale: Locale, database: Database): Promise<KnownWord[]> {
  const slips = slipsIn([...word].length)
  if (slips === 0) return []
  const found = await wordsWith(nearKeys(word, slips, locale), database, {
    length: [...word].length,
    slips,
  })
  return found
    .map((known) => ({ known, distance: slipsBetween(word, known.word) }))
    .filter(({ distance }) => distance > 0 && distance <= slips)
    .sort((one, other) => one.distance - other.distance || (one.known.word < other.known.word ? -1 : 1))
    .slice(0, MOST_NEAR)
    .map(({ known }) => known)
}

/** The words that are looked up as one of these lexemes: what is to be marked in a text. */
export async function wordsOf(
  lexemes: readonly string[],
  locale: Locale,
  database: Database,
): Promise<KnownWord[]> {
  return wordsWith(
    lexemes.map((lexeme) => [lexemeKey(lexeme, locale)]),
    database,
  )
}

/** Words that have all keys of at least one of these sets. Each key says of which locale. */
async function wordsWith(
  sets: readonly (readonly string[])[],
  database: Database,
  bounds?: { readonly length: number; readonly slips: number },
): Promise<KnownWord[]> {
  const asked = sets.filter((keys) => keys.length > 0).map((keys) => sql`(${textArray(keys)})`)
  if (asked.length === 0) return []
  const length =
    bounds === undefined
      ? sql``
      : sql` and char_length(word) between ${bounds.length - bounds.slips}::int and ${bounds.length + bounds.slips}::int`
  const { rows } = await database.execute<KnownWord & Record<string, unknown>>(sql`
    select distinct on (found.word) found.word, found.spelled, found.lexemes
    from (values ${sql.join(asked, sql`, `)}) as asked (keys), lateral (
      select word, spelled, lexemes from search_words
      where search_words.keys @> asked.keys${length} limit ${MOST_FOUND}
    ) found
    order by found.word
  `)
  return rows
}
