import { glossaryFaults } from '../../translation/glossary/glossary-faults.ts'
import type { SuggestedTerm } from '../../translation/targets/suggestions.ts'

/** How a translation deals with a term of its source. */
export interface TermStanding {
  /** Whether the wanted words, or the term itself where it stays, stand in the translation. */
  readonly isUsed: boolean
  /** Words in the translation that must not be used for the term. */
  readonly avoided: readonly string[]
}

/** @param text in coded form. */
export function termStanding(term: SuggestedTerm, text: string): TermStanding {
  const faults = glossaryFaults(term.term, text, [term])
  const isWanted = term.doNotTranslate || term.translation !== null
  const isMissing = text.trim() === '' || faults.some(({ kind }) => kind !== 'avoided')
  return {
    isUsed: isWanted && !isMissing,
    avoided: faults.flatMap((fault) => (fault.kind === 'avoided' ? [fault.found] : [])),
  }
}
