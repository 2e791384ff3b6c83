import { linksToCheck } from '../lint/link-checks.ts'
import { type EditionUnderLint, type Finding, lintChecks, lintEdition } from '../lint/lint-edition.ts'
import { renderMjml } from './render-mjml.ts'

export interface LintReport {
  readonly findings: readonly Finding[]
  /** How many things were looked for. */
  readonly checks: number
}

/** What takes long enough to be done beside the main thread. Values cross by structured clone. */
export const letterTasks = {
  render: renderMjml,
  links: linksToCheck,
  lint: (edition: EditionUnderLint): LintReport => ({
    findings: lintEdition(edition),
    checks: lintChecks.length,
  }),
}

export type LetterTasks = typeof letterTasks
