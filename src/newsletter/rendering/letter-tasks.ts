import { type EditionUnderLint, type Finding, lintEdition } from '../lint/lint-edition.ts'
import { renderMjml } from './render-mjml.ts'

/** What takes long enough to be done beside the main thread. Values cross by structured clone. */
export const letterTasks = {
  render: renderMjml,
  lint: (edition: EditionUnderLint): readonly Finding[] => lintEdition(edition),
}

export type LetterTasks = typeof letterTasks
