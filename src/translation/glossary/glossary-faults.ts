import type { GlossaryTerm } from './glossary-terms.ts'
import { placesOf, termsIn, type WordRange } from './terms-in.ts'
import { type WordsOfText, wordsIn } from './words.ts'

/** How a translation departs from what the network agreed on. */
export type GlossaryFault =
  /** A term that stays as it is does not stand there unchanged. */
  | { readonly kind: 'translated'; readonly term: string; readonly expected: string }
  /** The agreed translation is not there, in any form. */
  | { readonly kind: 'missing'; readonly term: string; readonly expected: string }
  /** A word is there that must not be used for the term. */
  | {
      readonly kind: 'avoided'
      readonly term: string
      readonly found: string
      readonly expected: string | null
    }

/** Each fault once, in the order of the source. A translation that says nothing departs from nothing. */
export function glossaryFaults(
  sourceText: string,
  targetText: string,
  terms: readonly GlossaryTerm[],
): GlossaryFault[] {
  const target = wordsIn(targetText)
  if (target.words.length === 0) return []
  const used = new Map(termsIn(sourceText, terms).map((place) => [place.term.id, place]))
  return [...used.values()].flatMap(({ term, start, end }) =>
    term.doNotTranslate
      ? unlessUnchanged(term, sourceText.slice(start, end), target)
      : unlessTranslated(term, target),
  )
}

/** As the glossary writes it or as the source does. */
function unlessUnchanged({ term }: GlossaryTerm, written: string, target: WordsOfText): GlossaryFault[] {
  const ask = { caseSensitive: true, tolerance: 'attached' } as const
  const isThere = [term, written].some((phrase) => placesOf(phrase, target, ask).length > 0)
  return isThere ? [] : [{ kind: 'translated', term, expected: term }]
}

function unlessTranslated({ term, translation, avoid }: GlossaryTerm, target: WordsOfText): GlossaryFault[] {
  const faults: GlossaryFault[] = []
  const inflected = { caseSensitive: false, tolerance: 'inflected' } as const
  const right = translation === null ? [] : placesOf(translation, target, inflected)
  if (translation !== null && right.length === 0)
    faults.push({ kind: 'missing', term, expected: translation })
  for (const word of avoid) {
    const wrong = placesOf(word, target, { caseSensitive: false, tolerance: 'plural' })
    // A word to avoid may be part of the right words.
    if (wrong.some((place) => !right.some((range) => isWithin(place, range))))
      faults.push({ kind: 'avoided', term, found: word, expected: translation })
  }
  return faults
}

const isWithin = (inner: WordRange, outer: WordRange): boolean =>
  inner.from >= outer.from && inner.to <= outer.to
