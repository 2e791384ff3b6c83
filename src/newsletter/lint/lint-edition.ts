import type { Check } from './check.ts'
import { contrastChecks } from './contrast-checks.ts'
import type { EditionUnderLint } from './edition-under-lint.ts'
import { inboxChecks } from './inbox-checks.ts'
import { languageChecks } from './language-checks.ts'
import { letterUnderLint } from './letter.ts'
import { linkChecks } from './link-checks.ts'
import { footChecks, stopChecks } from './stop-checks.ts'
import { structureChecks } from './structure-checks.ts'

export type { EditionUnderLint }

/** Something in an edition that its readers should not get. */
export interface Finding {
  /** Name of the check. */
  readonly check: string
  /** `stop`: it is not sent like this. `warn`: somebody should look at it. */
  readonly level: 'stop' | 'warn'
  /** Where: a few words of the letter, or the number that is too large. Null: the letter as a whole. */
  readonly part: string | null
}

/** Everything that is looked for, in the order in which it is told. */
export const lintChecks: readonly Check[] = [
  ...stopChecks,
  ...inboxChecks,
  ...footChecks,
  ...languageChecks,
  ...linkChecks,
  ...structureChecks,
  ...contrastChecks,
]

/** A fault that stands everywhere is told by its first places: a list of fifty helps nobody. */
const MAX_PARTS = 3

/** Looks an edition over as one reader would get it. Asks nobody: whether links still lead somewhere asks `linkChecker`. */
export function lintEdition(edition: EditionUnderLint): Finding[] {
  const letter = letterUnderLint(edition)
  return lintChecks.flatMap(({ name, level, find }) =>
    [...new Set(find(letter))].slice(0, MAX_PARTS).map((part) => ({ check: name, level, part })),
  )
}
