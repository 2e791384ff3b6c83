import type { Locale } from '../../i18n/locales.ts'
import type { Lexicon } from './lexemes.ts'
import { type TextWord, wordsIn } from './words-in.ts'

/** A: title, B: summary, C: what it is named with, D: the rest. */
export type Weight = 'A' | 'B' | 'C' | 'D'

/** The words of a document, by how much they say about it. */
export type WeighedWords = readonly (readonly [Weight, readonly TextWord[]])[]

/** Words beyond these say little more about a document. A position of Postgres ends at 16,383. */
const MOST_WORDS = 10_000
/** Nothing that is looked for as one phrase lies in two texts. */
const GAP = 10

export function weighedWords(texts: readonly (readonly [Weight, string])[]): WeighedWords {
  let left = MOST_WORDS
  return texts.map(([weight, text]) => {
    const words = wordsIn(text).slice(0, left)
    left -= words.length
    return [weight, words] as const
  })
}

/** Marks the lexemes of a title, so that the index alone tells who has a word in it. */
export const inTitle = (lexeme: string): string => `=${lexeme}`

/**
 * What Postgres is given to keep: `'financ':1A,7B '=financ'`. Written here and not by `to_tsvector`, which knows neither
 * our folding nor two forms of one word. Common words are kept of the title only.
 */
export function searchVector(words: WeighedWords, lexicon: Lexicon, locale: Locale): string {
  const places = new Map<string, string[]>()
  const add = (lexeme: string, place?: string) => {
    const known = places.get(lexeme) ?? []
    if (place !== undefined) known.push(place)
    places.set(lexeme, known)
  }
  let position = 1
  for (const [weight, found] of words) {
    for (const word of found) {
      const { of, isCommon } = lexicon(word, locale)
      for (const lexeme of isCommon && weight !== 'A' ? [] : of) {
        add(lexeme, `${position}${weight}`)
        if (weight === 'A') add(inTitle(lexeme))
      }
      position++
    }
    position += GAP
  }
  return [...places]
    .map(
      ([lexeme, at]) => `'${lexeme}'${at.length > 0 ? `:${[...new Set(at)].slice(0, 255).join(',')}` : ''}`,
    )
    .join(' ')
}
