import type { ResendFault } from '../fake-resend.ts'
import type { SmtpFault } from '../fake-smtp.ts'
import { seededRandom } from '../seeded-random.ts'
import { drawPersonal, type TurnOfPersonal } from './draw-personal.ts'
import type { Fate } from './life.ts'

/** What people, the world and the machine do while an issue is being sent. */
const happenings = [
  'pause',
  'resume',
  'cancel',
  'leave', // somebody ends their subscription
  'erase', // somebody has themselves erased
  'webhooks', // what the service tells so far, some of it twice and in any order
  'lapse', // time passes for everybody: all leases end, while their holders go on
  'sweep',
  'cut-database', // every session with the database ends, as when it restarts
  'clock-ahead', // this machine's clock is wrong by a day from now on
  'clock-behind',
  'decide-again', // an operator has all that are unconfirmed sent again
  'decide-assumed',
  'move-address', // somebody's mail goes to another address from now on
  'rename', // of the newsletter, and whom it is from
  'rotate-key', // links are signed with another key from now on
  'change-sender', // mails come from another address from now on
  'refused-by-policy', // whoever takes mail for them wants none from us for a while
  'hold-ended', // an operator has it sent to them all the same
  'hold-given-up', // or leaves it at that
] as const
/** Where another transport stands in: all that the one is asked for fails for a while. */
const outages = ['smtp-away', 'resend-away'] as const
/** And the one is taken out of the settings: workers that begin from now on know the other alone. */
const removals = ['transport-gone'] as const
/** Where a language is held: its translation is finished, or nobody waits for it any longer. */
const turnsOfLanguage = ['language-ready', 'language-given-up'] as const
const restarts = ['restart-fast', 'restart-immediate'] as const

export type Happening =
  | (typeof happenings)[number]
  | (typeof outages)[number]
  | (typeof removals)[number]
  | (typeof turnsOfLanguage)[number]
  | (typeof restarts)[number]
  | TurnOfPersonal

/** A stretch in which workers work; then time passes, and whoever died is started again. */
export interface Round {
  /** One for each worker. Null: it does its work. */
  readonly fates: readonly (Fate | null)[]
  readonly smtp: readonly SmtpFault[]
  readonly resend: readonly ResendFault[]
  /** `turn`: how often the workers have turned to the world by then, all together. */
  readonly meanwhile: readonly { readonly turn: number; readonly what: Happening }[]
  /** How much time passes afterwards, in milliseconds. */
  readonly pass: number
  /** Whether those who stand still go on before the others begin the next round. */
  readonly wakesEarly: boolean
}

export interface Schedule {
  readonly seed: number
  readonly transport: 'smtp' | 'resend'
  /** Which one sends while that is away. Null: none. */
  readonly standIn: 'smtp' | 'resend' | null
  /** What becomes of readers of a language that is not ready at its deadline. Null: all are ready. */
  readonly held: 'fallback' | 'skip' | null
  /** Whether mails that are made for one person leave beside it. */
  readonly hasPersonal: boolean
  readonly people: number
  /** Of them, whom the other side refuses for good. */
  readonly refused: number
  readonly batchMax: number
  readonly rounds: readonly Round[]
}

const MINUTE_MS = 60_000
const passes = [0, 2, 20, 120, 25 * 60].map((minutes) => minutes * MINUTE_MS)

const stages = ['greeting', 'mail', 'rcpt', 'data'] as const
const smtpFaults: readonly SmtpFault[] = [
  ...stages.map((at) => ({ at, hangUp: true }) as const),
  { at: 'dot', hangUp: true },
  { at: 'accepted', hangUp: true },
  { at: 'mail', stall: true },
  { at: 'data', stall: true },
  { at: 'dot', stall: true },
  { at: 'accepted', stall: true },
  ...stages.map((at) => ({ at, answer: '421 4.3.2 shutting down' }) as const),
  { at: 'rcpt', answer: '450 4.2.1 try again later' },
  { at: 'rcpt', answer: '451 4.7.1 greylisted' },
  { at: 'data', answer: '452 4.3.1 no room' },
]

const patience = { 'retry-after': '2', 'ratelimit-reset': '2', 'ratelimit-remaining': '0' }
const resendFaults: readonly ResendFault[] = [
  { status: 429, name: 'rate_limit_exceeded', headers: patience },
  { status: 429, name: 'daily_quota_exceeded' },
  { status: 500, name: 'internal_server_error' },
  { serverError: 'after' },
  { gatewayError: 502 },
  { status: 409, name: 'concurrent_idempotent_requests' },
  { status: 409, name: 'invalid_idempotent_request' },
  { status: 401, name: 'restricted_api_key' },
  { hangUp: 'before' },
  { hangUp: 'after' },
  { truncate: 'after' },
  { loseIds: 'after' },
  { stall: 'before' },
  { stall: 'after' },
]

const STANDS_IN = 0.25
const IS_HELD = 0.12
const RESTARTS = 0.04

interface Draw {
  /** Whether the database may be stopped. @default false */
  readonly canRestart?: boolean
}

/** One of a million ways in which sending an issue may go wrong: the same one for a seed. */
export function drawSchedule(seed: number, { canRestart = false }: Draw = {}): Schedule {
  const random = seededRandom(seed)
  const below = (limit: number) => Math.floor(random() * limit)
  const oneOf = <Value>(values: readonly Value[]): Value => values[below(values.length)] as Value
  const some = <Value>(most: number, draw: () => Value): Value[] =>
    Array.from({ length: below(most + 1) }, draw)

  const transport = oneOf(['smtp', 'resend'] as const)
  const other = transport === 'smtp' ? 'resend' : 'smtp'
  const standIn = random() < STANDS_IN ? other : null
  const held = random() < IS_HELD ? oneOf(['fallback', 'skip'] as const) : null
  const isRestarted = random() < RESTARTS && canRestart
  const may: readonly Happening[] = [
    ...happenings,
    ...(standIn === null ? [] : [...outages, ...removals]),
    // As likely as all others together: without them nothing comes of a held language.
    ...(held === null ? [] : Array.from(happenings, (_, index) => turnsOfLanguage[index % 2] ?? 'sweep')),
  ]
  const uses = (name: 'smtp' | 'resend') => transport === name || standIn === name
  const workers = 1 + below(3)
  const drawFate = (): Fate | null =>
    random() < 0.4
      ? null
      : { what: oneOf(['dies', 'dies', 'stalls']), at: 1 + below(24), when: oneOf(['before', 'after']) }
  const drawRound = (): Round => ({
    fates: Array.from({ length: workers }, drawFate),
    smtp: uses('smtp') ? some(3, () => oneOf(smtpFaults)) : [],
    resend: uses('resend') ? some(3, () => oneOf(resendFaults)) : [],
    meanwhile: [
      ...some(4, () => ({ turn: 1 + below(40), what: oneOf(may) })),
      ...(isRestarted ? [{ turn: 1 + below(40), what: oneOf(restarts) }] : []),
    ],
    pass: oneOf(passes),
    wakesEarly: random() < 0.5,
  })
  return {
    seed,
    transport,
    standIn,
    held,
    people: 4 + below(15),
    refused: below(3),
    batchMax: 2 + below(5),
    ...withPersonal(seed, Array.from({ length: 1 + below(3) }, drawRound)),
  }
}

function withPersonal(seed: number, rounds: readonly Round[]): Pick<Schedule, 'hasPersonal' | 'rounds'> {
  const turns = drawPersonal(seed, rounds.length)
  return {
    hasPersonal: turns !== null,
    rounds: rounds.map((round, index) => ({
      ...round,
      meanwhile: [...round.meanwhile, ...(turns?.[index] ?? [])],
    })),
  }
}
