import { type TextWord, wordsIn } from './words-in.ts'

/** Words that must stand in a document, or must not: one, or several in a row. */
export interface Clause {
  /** Never empty. */
  readonly words: readonly TextWord[]
  readonly isPhrase: boolean
  /** Somebody may still be typing it: the beginning of a word. */
  readonly isUnfinished: boolean
}

export interface ParsedQuery {
  readonly required: readonly Clause[]
  readonly excluded: readonly Clause[]
}

/** In characters. What is longer is cut. */
export const MAX_QUERY = 200
const MAX_WORDS = 12
/** Letters. What begins with fewer is nearly everything. */
const SHORTEST_BEGINNING = 3

/** `-word`, `"several words"`, `-"several words"` or a word. A quotation mark that is never closed ends with the query. */
const piece = /(?<minus>(?<!\S)-)?(?:["“”„«»](?<quoted>[^"“”„«»]*)["“”„«»]?|(?<plain>[^\s"“”„«»]+))/gu

/** Reads what somebody typed. There is no wrong query: what means nothing asks for nothing. */
export function parseQuery(typed: string): ParsedQuery {
  const text = typed.slice(0, MAX_QUERY)
  const required: Clause[] = []
  const excluded: Clause[] = []
  let left = MAX_WORDS
  for (const { 0: found, groups = {}, index } of text.matchAll(piece)) {
    const words = wordsIn(groups.quoted ?? groups.plain ?? '').slice(0, left)
    left -= words.length
    const isEnd = index + found.length === text.length
    if (words.length === 0) continue
    if (groups.minus !== undefined) excluded.push({ words, isPhrase: true, isUnfinished: false })
    else if (groups.quoted !== undefined) required.push({ words, isPhrase: true, isUnfinished: false })
    else required.push(...words.map((word, n) => single(word, isEnd && n === words.length - 1)))
  }
  return { required, excluded }
}

const single = (word: TextWord, isLast: boolean): Clause => ({
  words: [word],
  isPhrase: false,
  isUnfinished: isLast && [...word.folded].length >= SHORTEST_BEGINNING,
})
