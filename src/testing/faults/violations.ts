import type { DeliveryState } from '../../ledger/delivery-state.ts'

/** What is known of one person of the audience when all is over. */
export interface PersonFacts {
  readonly deliveryId: string
  /** Null: there is no row. */
  readonly state: DeliveryState | null
  readonly reason: string | null
  /** Language that the row says. */
  readonly locale: string | null
  /** Language of each mail to them that the other side took. */
  readonly accepted: readonly string[]
  /** How often an operator had it sent again. */
  readonly again: number
  /** Whether nobody had claimed it yet when they left or were erased. */
  readonly leftInTime: boolean
  /** Whether the other side refuses them for good. */
  readonly isRefused: boolean
  /** Whether something was told of their mail that shows that it was taken. */
  readonly isTold: boolean
}

/** All that must be true of an issue once everything is settled. */
export interface IssueFacts {
  readonly people: readonly PersonFacts[]
  /** Rows of the issue. */
  readonly rows: number
  /** How many mails the days say that left, by which caps go. */
  readonly counted: number
}

export type Violation =
  | 'rows-are-not-candidates'
  | 'lost' // no mail, and no row that says why
  | 'double' // more mails than anybody asked for
  | 'not-settled'
  | 'accepted-but-denied' // the row says that they got nothing, and they did
  | 'submitted-but-not-accepted'
  | 'unconfirmed-though-told'
  | 'no-reason'
  | 'failed-without-refusal'
  | 'wrote-to-who-left'
  | 'wrong-language'
  | 'left-uncounted' // more mails were taken than count in the day, so a cap would not hold

/** Which of the product's promises are broken, and for whom. Empty: none. */
export function violationsOf({
  people,
  rows,
  counted,
}: IssueFacts): readonly (readonly [Violation, string])[] {
  const broken = people.flatMap((person) =>
    brokenFor(person).map((violation) => [violation, person.deliveryId] as const),
  )
  const taken = people.reduce((sum, { accepted }) => sum + accepted.length, 0)
  return [
    ...(rows === people.length ? [] : [['rows-are-not-candidates', String(rows)] as const]),
    ...(taken <= counted ? [] : [['left-uncounted', String(taken - counted)] as const]),
    ...broken,
  ]
}

function brokenFor(person: PersonFacts): Violation[] {
  const { state, reason, locale, accepted, again, leftInTime, isRefused, isTold } = person
  const got = accepted.length
  const says = (...states: readonly DeliveryState[]) => state !== null && states.includes(state)
  const rules: readonly (readonly [Violation, boolean])[] = [
    ['lost', state === null && got === 0],
    ['double', got > 1 + again],
    ['not-settled', says('planned', 'submitting')],
    ['accepted-but-denied', got > again && !says('submitted', 'unconfirmed', 'planned', 'submitting')],
    ['submitted-but-not-accepted', says('submitted') && reason !== 'assumed' && got === 0],
    ['unconfirmed-though-told', says('unconfirmed') && isTold],
    ['no-reason', says('unconfirmed', 'failed', 'skipped') && reason === null],
    ['failed-without-refusal', says('failed') && !isRefused],
    ['wrote-to-who-left', leftInTime && got > again],
    ['wrong-language', accepted.some((language) => language !== locale)],
  ]
  return rules.filter(([, isBroken]) => isBroken).map(([violation]) => violation)
}
