import type { Outcome, Transport } from '../../newsletter/transports/transport.ts'
import { seededRandom } from '../seeded-random.ts'
import type { Schedule } from './schedule.ts'
import type { Candidate, Stage } from './stage.ts'
import type { eventAbout } from './webhooks.ts'

/** By what somebody has it: a subscription, what they follow, or what they asked. */
export type PlannedKind = 'digest' | 'notice' | 'answer'

/** A mail for one person, as it was planned beside the issue. */
export interface PlannedPersonal {
  readonly deliveryId: string
  readonly subscriberId: string
  readonly kind: PlannedKind
}

/** A mail that somebody waits for and no ledger knows of. */
interface Confirmation {
  readonly address: string
  /** `fault`: whoever sends it failed before it was handed to anybody. */
  readonly outcome: Promise<Outcome['kind'] | 'fault'>
}

/** What has come about in a schedule, as far as it is needed to judge what is found in the end. */
export interface Course {
  readonly stage: Stage
  readonly candidates: readonly Candidate[]
  readonly random: () => number
  /** Index of the first mail at the service that belongs to this schedule, and at the mail server. */
  readonly firstMail: number
  readonly firstLetter: number
  /** Ids of deliveries, each as often as an operator had it sent again. */
  readonly again: string[]
  /** Ids of deliveries, mails for one person among them, that nobody had claimed when their person went. */
  readonly leftInTime: Set<string>
  /** Mails for one person, as they were planned, and what decides about them. */
  readonly personal: { readonly planned: PlannedPersonal[]; readonly random: () => number }
  readonly confirmations: Confirmation[]
  /** Webhooks that were not taken, so the service comes again. */
  readonly untold: ReturnType<typeof eventAbout>[]
  /** Names of all that are in the settings at first, the preferred one first. */
  readonly transports: readonly Transport['name'][]
  /** Whether the transport that is preferred is in the settings no more. */
  isTransportGone: boolean
  /** Settles when the database that was stopped last answers again. */
  isBack: Promise<void>
}

/** Nothing has come about yet. */
export const beginCourse = (
  stage: Stage,
  candidates: readonly Candidate[],
  { seed, transport, standIn }: Pick<Schedule, 'seed' | 'transport' | 'standIn'>,
): Course => ({
  stage,
  candidates,
  random: seededRandom(seed + 1),
  firstMail: stage.resend.mails().length,
  firstLetter: stage.smtp.mails().length,
  again: [],
  leftInTime: new Set(),
  personal: { planned: [], random: seededRandom(-seed - 1) },
  confirmations: [],
  untold: [],
  transports: [transport, ...(standIn === null ? [] : [standIn])],
  isTransportGone: false,
  isBack: Promise.resolve(),
})

/** Those that are in the settings by now. */
export const transportsNow = ({ transports, isTransportGone }: Course): readonly Transport['name'][] =>
  transports.slice(isTransportGone ? 1 : 0)

export const oneOf = <Value>(values: readonly Value[], random: () => number): Value | undefined =>
  values[Math.floor(random() * values.length)]
