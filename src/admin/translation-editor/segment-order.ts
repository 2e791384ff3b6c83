import type { SegmentState } from '../../translation/segments/segment.ts'

interface Place {
  readonly key: string
  readonly state: SegmentState
}

/** Whether a segment still asks something of the person who works on it: an editor decides, a translator hands in. */
export const isOpen = (state: SegmentState, mayApprove: boolean): boolean =>
  state !== 'current' && (mayApprove || state !== 'needs-review')

/**
 * The next open segment after this one, from the beginning again where there is none below. Null: all are done.
 */
export function nextOpen(segments: readonly Place[], key: string, mayApprove: boolean): string | null {
  const at = segments.findIndex((segment) => segment.key === key)
  const after = [...segments.slice(at + 1), ...segments.slice(0, Math.max(0, at))]
  return after.find(({ state }) => isOpen(state, mayApprove))?.key ?? null
}

/** The segment above or below. The first and the last have none beyond them. */
export function neighbour(segments: readonly Place[], key: string, step: 1 | -1): string | null {
  const at = segments.findIndex((segment) => segment.key === key)
  return segments[at + step]?.key ?? null
}

/** What stands in the way of the last step: open for whoever works on it; for an editor, what waits for them does not. */
export const firstInTheWay = (segments: readonly Place[]): string | null =>
  segments.find(({ state }) => isOpen(state, false))?.key ?? null
