import type { Locale } from '../../i18n/locales.ts'

/**
 * Keys of a word in the list of words: every three letters in a row, its ends being blanks. In one list for all
 * languages, so each says of which.
 */
export const trigramKeys = (word: string, locale: Locale): string[] => keysOf(` ${word} `, locale)

/** Of words that begin like this. */
export const beginningKeys = (word: string, locale: Locale): string[] => keysOf(` ${word}`, locale)

/** Of words that have this anywhere in them. */
export const partKeys = (part: string, locale: Locale): string[] => keysOf(part, locale)

/** Of words that are looked up as this lexeme. */
export const lexemeKey = (lexeme: string, locale: Locale): string => `${locale}=${lexeme}`

/**
 * Several sets of keys, so that each word within so many slips of this one has all keys of at least one set: of `slips + 1`
 * pieces of a word one stays whole. Two letters that changed places across a seam would spoil two pieces, so that they are
 * put right by sets of their own.
 */
export function nearKeys(word: string, slips: number, locale: Locale): string[][] {
  const letters = [...` ${word} `]
  const seams = Array.from({ length: slips + 2 }, (_, n) => Math.round((n * letters.length) / (slips + 1)))
  const pieces = seams.slice(1).map((end, n) => letters.slice(seams[n], end).join(''))
  const swapped = seams
    .slice(1, -1)
    .map((at) =>
      [...letters.slice(0, at - 1), letters[at], letters[at - 1], ...letters.slice(at + 1)].join(''),
    )
  return [...pieces, ...swapped].map((each) => keysOf(each, locale))
}

function keysOf(text: string, locale: Locale): string[] {
  const letters = [...text]
  const grams = letters.slice(2).map((_, n) => letters.slice(n, n + 3).join(''))
  return [...new Set(grams)].map((gram) => `${locale}:${gram}`)
}

/** How many letters are to be added, left out, changed or swapped with their neighbour: optimal string alignment. */
export function slipsBetween(one: string, other: string): number {
  const [from, to] = [[...one], [...other]]
  let [beforeLast, last]: [number[], number[]] = [[], to.map((_, n) => n)]
  last.push(to.length)
  from.forEach((letter, row) => {
    const next = [row + 1]
    to.forEach((target, column) => {
      const at = (line: readonly number[], place: number) => line[place] ?? Number.POSITIVE_INFINITY
      const change = at(last, column) + (letter === target ? 0 : 1)
      const isSwap = letter === to[column - 1] && from[row - 1] === target
      next.push(
        Math.min(
          change,
          at(last, column + 1) + 1,
          at(next, column) + 1,
          isSwap ? at(beforeLast, column - 1) + 1 : Number.POSITIVE_INFINITY,
        ),
      )
    })
    beforeLast = last
    last = next
  })
  return last[to.length] ?? 0
}
