import type { DeliveryState, EmailSkipReason } from '../../ledger/delivery-state.ts'
import type { IssueCount } from '../../ledger/issue-report.ts'

/** How many people for one reason. Null: none is known. */
export interface ReasonCount {
  readonly reason: string | null
  readonly people: number
}

type Count = Pick<IssueCount, 'state' | 'reason' | 'people'>

export const peopleIn = (counts: readonly Count[], ...states: readonly DeliveryState[]): number =>
  counts.filter(({ state }) => states.includes(state)).reduce((sum, { people }) => sum + people, 0)

export const peopleFor = (counts: readonly Count[], why: EmailSkipReason | 'language-held'): number =>
  counts.filter(({ reason }) => reason === why).reduce((sum, { people }) => sum + people, 0)

/** Whom the issue was to reach, those whom a cancel left without it among them. */
export const wereToGet = (counts: readonly Count[]): number =>
  peopleIn(counts, 'planned', 'submitting', 'submitted', 'unconfirmed', 'failed') +
  peopleFor(counts, 'cancelled')

/** Those in one state by reason, the most frequent first. */
export function peopleOf(counts: readonly Count[], state: DeliveryState): ReasonCount[] {
  const byReason = Map.groupBy(
    counts.filter((count) => count.state === state),
    ({ reason }) => reason,
  )
  return [...byReason]
    .map(([reason, of]) => ({ reason, people: of.reduce((sum, { people }) => sum + people, 0) }))
    .sort((one, other) => other.people - one.people)
}

/** Whether they wait for a language that is held. */
export const isHeld = ({ reason }: IssueCount): boolean => reason === 'language-held'

/** Whether they get an edition in a language that they did not ask for. */
export const isFallback = ({ localeReason }: IssueCount): boolean => localeReason === 'fallback-edition'
