import type { EditionUnderLint, Finding } from '../lint/lint-edition.ts'

export interface LintReport {
  readonly findings: readonly Finding[]
  /** How many things were looked for. */
  readonly checks: number
}

/**
 * What takes long enough to be done beside the main thread. Values cross by structured clone. Each task loads what it
 * needs when it is first asked for: who only sends waits for no checks.
 */
export const letterTasks = {
  async render(source: string): Promise<string> {
    const { renderMjml } = await import('./render-mjml.ts')
    return renderMjml(source)
  },
  async lint(edition: EditionUnderLint): Promise<LintReport> {
    const { lintChecks, lintEdition } = await import('../lint/lint-edition.ts')
    return { findings: lintEdition(edition), checks: lintChecks.length }
  },
  async links(letter: { readonly html: string; readonly site: string }): Promise<string[]> {
    const { linksToCheck } = await import('../lint/link-checks.ts')
    return linksToCheck(letter)
  },
}

export type LetterTasks = typeof letterTasks
