import type { SuggestedTerm } from '../../translation/targets/suggestions.ts'

/** How a translation deals with a term of its source. */
export interface TermStanding {
  /** Whether the wanted words, or the term itself where it stays, stand in the translation. */
  readonly isUsed: boolean
  /** Words in the translation that must not be used for the term. */
  readonly avoided: readonly string[]
}

/** @param text in coded form. */
export function termStanding(
  { term, translation, doNotTranslate, avoid, caseSensitive }: SuggestedTerm,
  text: string,
  locale: string,
): TermStanding {
  const folded = (words: string): string => (caseSensitive ? words : words.toLocaleLowerCase(locale))
  const isIn = (words: string): boolean => folded(text).includes(folded(words.trim()))
  const wanted = doNotTranslate ? term : translation
  return { isUsed: wanted !== null && isIn(wanted), avoided: avoid.filter(isIn) }
}
