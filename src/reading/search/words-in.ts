import { fold, lowered } from './fold.ts'

/** A word where it stands in a text. */
export interface TextWord {
  /** As the dictionary of its language knows it. */
  readonly lowered: string
  /** As it is looked up. Never empty. */
  readonly folded: string
  /** In UTF-16 units, as `slice` takes them. */
  readonly start: number
  readonly end: number
}

/**
 * Letters and digits in a row. An apostrophe parts words (French `l'emploi`), but not in Cyrillic (Ukrainian `п'ять`);
 * a soft hyphen is in none's way.
 */
const word = /(?:(?!\u02BC)[\p{L}\p{N}\p{M}]|\u00AD|(?<=\p{sc=Cyrl})['’\u02BC](?=\p{sc=Cyrl}))+/gu

export function wordsIn(text: string): TextWord[] {
  return [...text.matchAll(word)].flatMap(({ 0: found, index }) => {
    const folded = fold(found)
    if (folded === '') return []
    return [{ lowered: lowered(found), folded, start: index, end: index + found.length }]
  })
}
