import type { MarkFault } from '../../translation/segments/coded-text.ts'
import type { SaveOutcome, TargetEdit } from '../../translation/targets/save-target.ts'
import type { TranslatedSegment } from '../../translation/targets/translation.ts'

/** How far what stands in a field is from being kept. */
export type Saving = 'saved' | 'unsaved' | 'saving' | 'unreachable' | 'failed' | 'signed-out' | 'forbidden'

/** Why the server did not write. */
export type Objection =
  | {
      readonly kind: 'conflict'
      readonly version: number
      readonly text: string
      readonly authorName: string | null
    }
  | { readonly kind: 'refused'; readonly reason: RefusalReason; readonly faults: readonly MarkFault[] }
  | { readonly kind: 'source-changed' }

type RefusalReason = Extract<SaveOutcome, { outcome: 'refused' }>['reason']

/** One segment as it stands in the editor. */
export interface Entry {
  /** As the server told it last. */
  readonly segment: TranslatedSegment
  /** What stands in the field. */
  readonly text: string
  /** Of the target that is edited, as it goes back with a save. 0: there is none. */
  readonly version: number
  readonly origin: TargetEdit['origin']
  readonly saving: Saving
  readonly objection: Objection | null
  /** The source as it was when this page showed it first, where it has changed since. Null: it has not. */
  readonly sourceBefore: string | null
}

export const entryOf = (segment: TranslatedSegment): Entry => ({
  segment,
  text: segment.target?.text ?? '',
  version: segment.target?.version ?? 0,
  origin: 'person',
  saving: 'saved',
  objection: null,
  sourceBefore: null,
})

/** What the server has. */
export const keptText = ({ segment }: Entry): string => segment.target?.text ?? ''

export const isKept = ({ saving }: Entry): boolean => saving === 'saved'

/** A segment after the server took an edit of it. */
export function savedSegment(
  segment: TranslatedSegment,
  { text, origin, verdict }: Pick<TargetEdit, 'text' | 'origin' | 'verdict'>,
  { version, state }: Extract<SaveOutcome, { outcome: 'saved' }>,
): TranslatedSegment {
  const isFinished = verdict !== 'in-translation'
  const { target } = segment
  return {
    ...segment,
    state,
    target: {
      text,
      origin,
      version,
      state: state === 'current' ? 'approved' : isFinished ? 'needs-review' : 'in-translation',
      sourceText: isFinished || (target?.text ?? '') === '' ? segment.text : (target?.sourceText ?? ''),
      engine: null,
      authorName: null,
      updatedAt: '',
      isInDraft: false,
    },
  }
}

/** An entry after the server told its segment anew. What is typed stays, and so does what it was typed over. */
export function refreshed(segment: TranslatedSegment, entry: Entry | undefined): Entry {
  if (entry === undefined) return entryOf(segment)
  const sourceBefore = segment.hash === entry.segment.hash ? entry.sourceBefore : entry.segment.text
  if (isKept(entry)) return { ...entryOf(segment), sourceBefore }
  return { ...entry, sourceBefore, segment }
}
