import { lacksEvent } from './compose/lacks-event.ts'
import { hasReadableSegment } from './enter-issue-audience.ts'
import type { IssueSource } from './issue-source.ts'
import type { IssueProblem } from './issue-state.ts'
import type { LanguageStanding } from './readiness/language-standings.ts'

export type IssueHindrance = Extract<IssueProblem, 'no-items' | 'no-event' | 'no-edition' | 'bad-segment'>

/**
 * Why the issue cannot leave as it is. Null: it can. It may leave with nothing but held languages, but not while nothing of
 * it is public anywhere.
 */
export function hindranceOf(
  issue: IssueSource,
  standings: readonly LanguageStanding[],
): IssueHindrance | null {
  if (issue.items.length === 0 && standings.every(({ edition }) => edition === null)) return 'no-items'
  if (lacksEvent(issue)) return 'no-event'
  if (!hasReadableSegment(issue)) return 'bad-segment'
  const isWritten = standings.some(({ edition }) => edition !== null)
  const comes = standings.some(
    ({ state, edition }) => state === 'on-hold' || (edition !== null && state !== 'left-out'),
  )
  return isWritten && comes ? null : 'no-edition'
}

/** The field that a person changes to remove it. */
export const fieldOf = {
  'no-items': 'contents',
  'no-event': 'design',
  'no-edition': 'contents',
  'bad-segment': 'segment',
} as const satisfies Record<IssueHindrance, string>
