import type { Database } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import { type KnownWord, wordsBeginning, wordsNear, wordsRelated } from './find-words.ts'
import { type Lexicon, loadLexicon } from './lexemes.ts'
import { type Clause, parseQuery } from './parse-query.ts'
import { inTitle } from './search-vector.ts'
import type { TextWord } from './words-in.ts'

/** What Postgres is asked, as text of its type `tsquery`. */
export interface PlannedQuery {
  /** The very words, in the forms that the dictionary knows. */
  readonly exact: string
  /** These, words that are being typed, and related forms. */
  readonly broad: string
  /** What is found: as `broad`, without what a beginning finds anyway. */
  readonly found: Finding
  /** All of that in the title. */
  readonly title: Finding
  /** What is to be marked in a text: lexemes, and beginnings of words. */
  readonly lexemes: readonly string[]
  readonly beginnings: readonly string[]
}

/** Documents that are looked for. */
export interface Finding {
  /** Of Postgres's type `tsquery`. */
  readonly query: string
  /** Where one word is all that it asks for, in all its forms: each of these is enough. Else none. */
  readonly operands: readonly Operand[]
}

/** A lexeme, or how lexemes begin. */
interface Operand {
  readonly lexeme: string
  readonly isWhole: boolean
}

/** One word of a query and everything that counts as it. */
interface Alternatives {
  readonly lexemes: readonly string[]
  readonly related: readonly string[]
  readonly beginning: string | null
}

/** What somebody asks for, understood. */
export interface UnderstoodQuery {
  readonly required: readonly Clause[]
  readonly excluded: readonly Clause[]
  readonly lexicon: Lexicon
  readonly locale: Locale
}

/** Null: it asks for nothing. */
export async function understand(
  typed: string,
  locale: Locale,
  database: Database,
): Promise<UnderstoodQuery | null> {
  const { required, excluded } = parseQuery(typed)
  if (required.length === 0) return null
  const words = [...required, ...excluded].flatMap((clause) => clause.words)
  const lexicon = await loadLexicon(
    [{ locale, words: [...words, ...words.flatMap(withoutUmlauts)] }],
    database,
  )
  const telling = required.filter(({ words: [word], isPhrase }) => isPhrase || isTelling(word))
  return { required: telling.length > 0 ? telling : required, excluded, lexicon, locale }

  /** A letter alone, such as an article that lost its vowel, and a common word ask for nothing beside others. */
  function isTelling(word: TextWord | undefined): boolean {
    return word !== undefined && word.folded.length > 1 && !lexicon(word, locale).isCommon
  }
}

/** As who has no umlauts on the keyboard writes them. */
function withoutUmlauts(word: TextWord): TextWord[] {
  const folded = word.folded.replace(/([aou])e/g, '$1')
  return folded === word.folded ? [] : [{ ...word, folded, lowered: folded }]
}

export async function planQuery(query: UnderstoodQuery, database: Database): Promise<PlannedQuery> {
  const { locale } = query
  const alternatives = new Map<TextWord, Alternatives>()
  for (const { words, isPhrase, isUnfinished } of query.required)
    for (const word of words) {
      const related = isPhrase ? [] : await wordsRelated(word.folded, locale, database)
      const begun = isUnfinished ? lexemesIn(await wordsBeginning(word.folded, locale, database)) : []
      alternatives.set(word, {
        lexemes: lexemesOf(word, query),
        // What begins like the word is found by that; a stem may be shorter than what is typed so far.
        related: [...lexemesIn(related), ...begun.filter((lexeme) => !lexeme.startsWith(word.folded))],
        beginning: isUnfinished ? word.folded : null,
      })
    }
  return written(query, alternatives)
}

/** The same with words in place of each that it may have been meant to be. Null: no other word is near. */
export async function planNearQuery(
  query: UnderstoodQuery,
  database: Database,
): Promise<{ readonly plan: PlannedQuery; readonly nearest: ReadonlyMap<TextWord, KnownWord> } | null> {
  const alternatives = new Map<TextWord, Alternatives>()
  const nearest = new Map<TextWord, KnownWord>()
  for (const { words, isPhrase, isUnfinished } of query.required)
    for (const word of words) {
      const near = isPhrase ? [] : await wordsNear(word.folded, query.locale, database)
      const related = isPhrase ? [] : await wordsRelated(word.folded, query.locale, database)
      if (near[0] !== undefined) nearest.set(word, near[0])
      alternatives.set(word, {
        lexemes: lexemesOf(word, query),
        related: lexemesIn([...near, ...related]),
        beginning: isUnfinished ? word.folded : null,
      })
    }
  return nearest.size === 0 ? null : { plan: written(query, alternatives), nearest }
}

const lexemesIn = (words: readonly KnownWord[]): string[] => words.flatMap(({ lexemes }) => lexemes)

function lexemesOf(word: TextWord, { lexicon, locale }: UnderstoodQuery): string[] {
  const plain = locale === 'de' ? withoutUmlauts(word) : []
  return [...new Set([word, ...plain].flatMap((each) => lexicon(each, locale).of))]
}

function written(query: UnderstoodQuery, alternatives: ReadonlyMap<TextWord, Alternatives>): PlannedQuery {
  const { required, excluded, lexicon, locale } = query
  const alternativesOf = (word: TextWord): Alternatives =>
    alternatives.get(word) ?? { lexemes: lexicon(word, locale).of, related: [], beginning: null }
  const isCommon = (word: TextWord) => lexicon(word, locale).isCommon
  const not = excluded.map(
    ({ words }) => ` & !${phrase(words, (word) => alternativesOf(word).lexemes, isCommon)}`,
  )
  const all = (write: (clause: Clause) => string) => `${required.map(write).join(' & ')}${not.join('')}`
  const known = [...alternatives.values()]
  const [only] = required
  const isOneWord = required.length === 1 && only?.words.length === 1 && excluded.length === 0
  const rows = ({ words }: Clause) => phrase(words, (word) => alternativesOf(word).lexemes, isCommon)
  const inText = (word: TextWord) => operands(briefly(alternativesOf(word)))
  const inTitles = (word: TextWord) => operands(briefly(alternativesOf(word)), inTitle)
  return {
    exact: all(rows),
    broad: all((clause) =>
      clause.isPhrase ? rows(clause) : anyOf(clause.words.flatMap((word) => operands(alternativesOf(word)))),
    ),
    found: {
      query: all((clause) => (clause.isPhrase ? rows(clause) : anyOf(clause.words.flatMap(inText)))),
      operands: isOneWord ? only.words.flatMap(inText) : [],
    },
    title: {
      query: all(({ words }) => words.map((word) => anyOf(inTitles(word))).join(' & ')),
      operands: isOneWord ? only.words.flatMap(inTitles) : [],
    },
    lexemes: [...new Set(known.flatMap(({ lexemes, related }) => [...lexemes, ...related]))],
    beginnings: known.flatMap(({ beginning }) => (beginning === null ? [] : [beginning])),
  }
}

/** What begins so is found by that: to look for it as well only takes time. */
function briefly({ lexemes, related, beginning }: Alternatives): Alternatives {
  const isExtra = (lexeme: string) => beginning === null || !lexeme.startsWith(beginning)
  return { lexemes: lexemes.filter(isExtra), related: related.filter(isExtra), beginning }
}

function operands({ lexemes, related, beginning }: Alternatives, as = (lexeme: string) => lexeme): Operand[] {
  const whole = [...new Set([...lexemes, ...related])].map((each) => ({ lexeme: as(each), isWhole: true }))
  return beginning === null ? whole : [...whole, { lexeme: as(beginning), isWhole: false }]
}

/** A lexeme has letters and digits only: nothing of it can end the quotation. */
const anyOf = (found: readonly Operand[]): string =>
  `(${found.map(({ lexeme, isWhole }) => `'${lexeme}'${isWhole ? '' : ':*'}`).join(' | ')})`

/** Words in a row. Common ones are kept of titles alone: their places are left open. */
function phrase(
  words: readonly TextWord[],
  lexemes: (word: TextWord) => readonly string[],
  isCommon: (word: TextWord) => boolean,
): string {
  const telling = words.some((word) => !isCommon(word)) ? words.filter((word) => !isCommon(word)) : words
  const parts = telling.map((word, n) => {
    const before = telling[n - 1]
    const distance = before === undefined ? '' : ` <${words.indexOf(word) - words.indexOf(before)}> `
    return `${distance}${anyOf(lexemes(word).map((lexeme) => ({ lexeme, isWhole: true })))}`
  })
  return `(${parts.join('')})`
}
