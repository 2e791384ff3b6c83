import type { CellState } from '../translation/matrix/cell-state.ts'
import type { MarkName, Tone } from './marks.tsx'

/** How each state of a translation is drawn. `source` is the language that it was written in. */
export const translationMark: Readonly<
  Record<CellState | 'source', { readonly mark: MarkName; readonly tone: Tone }>
> = {
  missing: { mark: 'missing', tone: 'plain' },
  machine: { mark: 'machine', tone: 'machine' },
  'in-translation': { mark: 'submitting', tone: 'info' },
  'needs-review': { mark: 'review', tone: 'warn' },
  current: { mark: 'current', tone: 'ok' },
  outdated: { mark: 'outdated', tone: 'bad' },
  withdrawn: { mark: 'skipped', tone: 'quiet' },
  unwanted: { mark: 'unwanted', tone: 'quiet' },
  source: { mark: 'source', tone: 'quiet' },
}
