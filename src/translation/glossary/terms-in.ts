import type { GlossaryTerm } from './glossary-terms.ts'
import { isFormOf, type Tolerance } from './word-forms.ts'
import { folded, type WordsOfText, wordsIn } from './words.ts'

/** Where a term stands in the coded text. */
export interface TermPlace {
  readonly term: GlossaryTerm
  readonly start: number
  /** Behind its last letter. */
  readonly end: number
}

interface Ask {
  readonly caseSensitive: boolean
  readonly tolerance: Tolerance
}

/** Words of a text, first and behind the last. */
export interface WordRange {
  readonly from: number
  readonly to: number
}

/**
 * The terms of a text, in the order of the text. Of terms that overlap the longest counts: a `good practice guide` is no
 * `good practice`. Plurals count, for terms that are translated.
 */
export function termsIn(sourceText: string, terms: readonly GlossaryTerm[]): TermPlace[] {
  const text = wordsIn(sourceText)
  const taken = new Set<number>()
  const places: TermPlace[] = []
  const longestFirst = terms.toSorted(
    (one, other) => wordCount(other.term) - wordCount(one.term) || other.term.length - one.term.length,
  )
  for (const term of longestFirst) {
    const ask = {
      caseSensitive: term.caseSensitive,
      tolerance: term.doNotTranslate ? 'same' : 'plural',
    } as const
    for (const { from, to } of placesOf(term.term, text, ask)) {
      const range = Array.from({ length: to - from }, (_, offset) => from + offset)
      if (range.some((index) => taken.has(index))) continue
      for (const index of range) taken.add(index)
      places.push({ term, start: text.words[from]?.start ?? 0, end: text.words[to - 1]?.end ?? 0 })
    }
  }
  return places.toSorted((one, other) => one.start - other.start)
}

const wordCount = (phrase: string): number => wordsIn(phrase).words.length

/** Where all words of a phrase stand side by side. */
export function placesOf(phrase: string, { words, isJoined }: WordsOfText, ask: Ask): WordRange[] {
  const wanted = wordsIn(phrase).words
  if (wanted.length === 0) return []
  const places: WordRange[] = []
  for (let from = 0; from + wanted.length <= words.length; from++) {
    const fits = wanted.every((word, offset) => {
      const there = words[from + offset]
      if (there === undefined || (offset > 0 && !isJoined[from + offset])) return false
      return ask.caseSensitive
        ? isFormOf(there.written, word.written, ask.tolerance)
        : isFormOf(there.folded, folded(word.written), ask.tolerance)
    })
    if (fits) places.push({ from, to: from + wanted.length })
  }
  return places
}
