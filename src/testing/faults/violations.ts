import type { DeliveryState } from '../../ledger/delivery-state.ts'
import type { Outcome } from '../../newsletter/transports/transport.ts'

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
  /** Whether a worker handed it to the mail server, and no answer came. */
  readonly isUnanswered: boolean
  /** Whether something was told of their mail that shows that it was taken. */
  readonly isTold: boolean
}

/** What is known of a mail that was made for one person. */
export interface PersonalFacts extends PersonFacts {
  /** Whether it is not handed over again: they went, left what it belongs to or are barred, or its key is forgotten. */
  readonly isStopped: boolean
}

/** What is known of a mail that somebody waits for and no ledger knows of. */
interface ConfirmationFacts {
  /** What whoever sent it was told. `fault`: it was not handed over. */
  readonly outcome: Outcome['kind'] | 'fault'
  /** How often the other side took it. */
  readonly accepted: number
}

/** All that must be true of an issue, and of what leaves beside it, once everything is settled. */
export interface IssueFacts {
  readonly people: readonly PersonFacts[]
  /** Rows of the issue. */
  readonly rows: number
  /** Mails that were planned for one person each. */
  readonly personal: readonly PersonalFacts[]
  /** Rows of such mails. */
  readonly personalRows: number
  readonly confirmations: readonly ConfirmationFacts[]
  /** How many mails the days say that left, by which caps go. */
  readonly counted: number
}

export type Violation =
  | 'rows-are-not-candidates'
  | 'rows-are-not-planned' // an occasion has two mails for one person, or none
  | 'lost' // no mail, and no row that says why
  | 'double' // more mails than anybody asked for
  | 'not-settled'
  | 'accepted-but-denied' // the row says that they got nothing, and they did
  | 'submitted-but-not-accepted'
  | 'doubt-denied' // nobody can know, and the row says something all the same
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
  personal,
  personalRows,
  confirmations,
  counted,
}: IssueFacts): readonly (readonly [Violation, string])[] {
  const all = [...people, ...personal]
  const broken = all.flatMap((mail) =>
    brokenFor(mail).map((violation) => [violation, mail.deliveryId] as const),
  )
  const taken = all.reduce((sum, { accepted }) => sum + accepted.length, 0)
  return [
    ...(rows === people.length ? [] : [['rows-are-not-candidates', String(rows)] as const]),
    ...(personalRows === personal.length ? [] : [['rows-are-not-planned', String(personalRows)] as const]),
    ...(taken <= counted ? [] : [['left-uncounted', String(taken - counted)] as const]),
    ...broken,
    ...confirmations.flatMap((each) =>
      brokenOf(each).map((violation) => [violation, 'confirmation'] as const),
    ),
  ]
}

/** Nothing is promised to who waits but that they get no two, and that whoever sent it knows what came of it. */
function brokenOf({ outcome, accepted }: ConfirmationFacts): Violation[] {
  if (accepted > 1) return ['double']
  if (outcome === 'accepted') return accepted === 1 ? [] : ['submitted-but-not-accepted']
  return outcome === 'ambiguous' || accepted === 0 ? [] : ['accepted-but-denied']
}

function brokenFor(person: PersonFacts): Violation[] {
  const { state, reason, locale, accepted, again, leftInTime, isRefused, isUnanswered, isTold } = person
  const got = accepted.length
  const says = (...states: readonly DeliveryState[]) => state !== null && states.includes(state)
  const rules: readonly (readonly [Violation, boolean])[] = [
    ['lost', state === null && got === 0],
    ['double', got > 1 + again],
    ['not-settled', says('planned', 'submitting')],
    ['accepted-but-denied', got > again && !says('submitted', 'unconfirmed', 'planned', 'submitting')],
    ['submitted-but-not-accepted', says('submitted') && reason !== 'assumed' && got === 0],
    ['doubt-denied', isUnanswered && again === 0 && !isTold && !says('unconfirmed') && reason !== 'assumed'],
    ['unconfirmed-though-told', says('unconfirmed') && isTold],
    ['no-reason', says('unconfirmed', 'failed', 'skipped') && reason === null],
    ['failed-without-refusal', says('failed') && !isRefused],
    ['wrote-to-who-left', leftInTime && got > again],
    ['wrong-language', accepted.some((language) => language !== locale)],
  ]
  return rules.filter(([, isBroken]) => isBroken).map(([violation]) => violation)
}
