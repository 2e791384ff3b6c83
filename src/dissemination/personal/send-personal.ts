import { setTimeout as wait } from 'node:timers/promises'

import type { Payload } from 'payload'

import { databaseOf } from '../../database/database.ts'
import {
  type HeldPersonalMail,
  type HeldPersonalMails,
  holdPersonalMails,
  type WhichMails,
} from '../../ledger/hold-personal-mails.ts'
import { enterTransport, reportAway, reportThere, returnProbe } from '../../ledger/pace/breaker.ts'
import { countInDay, giveBackToDay } from '../../ledger/pace/sending-days.ts'
import {
  beginPersonalMails,
  type PersonalSettlement,
  releasePersonalMails,
  settlePersonalMails,
} from '../../ledger/personal-mails.ts'
import { transportWants } from '../../newsletter/transports/request-pace.ts'
import type { Outcome, SingleMail, Transport } from '../../newsletter/transports/transport.ts'
import { followRefusals, mailboxRefusal } from '../feedback/follow-refusals.ts'
import { isAway, isSilent, wasAsked } from '../mail-settlement.ts'
import { awaitTurn, nap } from '../pace/await-turn.ts'
import { type Pace, paceNow, senderWants } from '../pace/pace-now.ts'
import { persistently } from '../persistently.ts'
import { sealHandedOver } from './handed-over.ts'
import type { PersonalRenderers } from './personal-renderer.ts'
import { personalSettlement } from './personal-settlement.ts'
import { type PreparedPersonal, preparePersonal } from './prepare-personal.ts'
import { personalRenderers } from './renderers.ts'

/** Held at a time by one worker: few enough to be rendered long before they lapse. */
const HELD = 25
/** Under way at a time: as many as a vanished worker can leave unconfirmed. */
const UNDER_WAY = 5
/** A service that counts requests by the second is waited for in place, but no longer than this. */
const LONGEST_PACE_MS = 5_000
/** A mail that is begun leaves, whatever the pace. */
export const LONGEST_TURN_MS = 60_000

interface SendPersonal {
  /** One, or several in order of preference: what was certainly not taken by one that is away goes with the next. */
  readonly transport: Transport | readonly Transport[]
  /** Stops after what is under way. */
  readonly signal: AbortSignal
  /** @default those of the product */
  readonly renderers?: PersonalRenderers
}

type Sending = Required<SendPersonal> & { readonly transport: Transport; readonly isProbe: boolean }

/**
 * Sends the mails that are made for one person, until none is due. Several workers may do so at once; each mail is held by
 * one of them. Where the transport drops a repeated key an answer that was lost is asked for again under the same key;
 * elsewhere intent is committed for a few mails at a time, and a lost answer leaves them unconfirmed. They take their turn
 * with newsletters, and count in the day, but are not held back by it: each was asked for by its reader.
 */
export async function sendPersonal(
  payload: Payload,
  { transport, signal, renderers = personalRenderers }: SendPersonal,
): Promise<void> {
  const transports = [transport].flat() as readonly Transport[]
  const canRepeat = transports.some(({ capabilities }) => capabilities.idempotent)
  let which: WhichMails | null = null
  for (const each of transports) {
    const { idempotent } = each.capabilities
    // The first that is there takes the rest; of those after it, one that was left in doubt is asked again.
    if (which !== null && !idempotent) continue
    const mine: WhichMails = which !== null ? 'in-doubt' : idempotent || !canRepeat ? 'all' : 'certain'
    const isThere = await sendBy(payload, { transport: each, signal, renderers }, mine)
    if (isThere) which = mine
  }
  if (which === null && !signal.aborted)
    payload.logger.warn({ msg: 'the mail transport is away; personal mails go on later' })
}

/** Answers whether the transport could be reached, or was not needed. */
async function sendBy(
  payload: Payload,
  { transport, signal, renderers }: Omit<Sending, 'isProbe'>,
  which: WhichMails,
): Promise<boolean> {
  const database = databaseOf(payload)
  while (!signal.aborted) {
    const gate = await enterTransport(transport.name, database)
    if (gate.kind === 'shut') return false
    const isProbe = gate.kind === 'probe'
    const held = await holdPersonalMails(
      { limit: isProbe ? 1 : HELD, which },
      transport.capabilities,
      database,
    )
    if (held.mails.length === 0 && isProbe) await returnProbe(transport.name, database)
    if (held.examined === 0) return true
    try {
      await sendHeld(payload, held, { transport, signal, renderers, isProbe })
    } finally {
      await releasePersonalMails(held.leaseToken, database)
    }
  }
  return false
}

/** Ends early when the transport cannot be reached. */
async function sendHeld(
  payload: Payload,
  { mails, leaseToken }: HeldPersonalMails,
  sending: Sending,
): Promise<void> {
  for (let from = 0; from < mails.length; from += UNDER_WAY) {
    if (sending.signal.aborted) return
    const group = mails.slice(from, from + UNDER_WAY)
    const ready = await readyOf(payload, group, leaseToken, sending.renderers)
    const outcomes = await submit(payload, ready, leaseToken, sending)
    const isAwayNow = await learn(payload, outcomes, sending)
    if (isAwayNow) return
    await keepPace(outcomes, sending.signal)
  }
}

/** Answers whether the transport was away for all of them, or said nothing. */
async function learn(
  payload: Payload,
  all: readonly Outcome[],
  { transport, isProbe }: Sending,
): Promise<boolean> {
  const outcomes = all.filter(wasAsked)
  const database = databaseOf(payload)
  const failures = outcomes.flatMap((outcome) =>
    (outcome.kind === 'not-now' && isAway(outcome)) || isSilent(outcome) ? [outcome] : [],
  )
  const [failure] = failures
  if (failure === undefined || failures.length < outcomes.length) {
    if (isProbe) await (outcomes.length > 0 ? reportThere : returnProbe)(transport.name, database)
    return false
  }
  const { reason } = failure
  const until = failure.kind === 'ambiguous' || reason === 'unreachable' ? null : failure.retryAt
  await reportAway({ transport: transport.name, reason, until, isProbe }, database)
  return true
}

type Ready = PreparedPersonal & { readonly kind: 'ready' }

/** Renders them; what cannot or need not leave is settled at once. */
async function readyOf(
  payload: Payload,
  group: readonly HeldPersonalMail[],
  leaseToken: string,
  renderers: PersonalRenderers,
): Promise<readonly Ready[]> {
  const ready: Ready[] = []
  const settled: PersonalSettlement[] = []
  for (const mail of group) {
    const prepared = await preparePersonal(payload, mail, renderers)
    if (prepared.kind === 'ready') ready.push(prepared)
    else settled.push(prepared.settlement)
  }
  if (settled.length > 0) await settlePersonalMails(settled, leaseToken, databaseOf(payload))
  return ready
}

async function submit(
  payload: Payload,
  ready: readonly Ready[],
  leaseToken: string,
  sending: Sending,
): Promise<readonly Outcome[]> {
  if (ready.length === 0) return []
  const database = databaseOf(payload)
  const { capabilities } = sending.transport
  const pace = await paceNow(database)
  const made = ready.map(({ mail: { id, handedOver }, single, locale, items }) => ({
    id,
    locale,
    items,
    handedOver: capabilities.idempotent && handedOver === null ? sealHandedOver(id, single) : null,
  }))
  // Counted before it leaves, so that the day never has more than it says; what may have been taken counted when it left first.
  const isFresh = ({ mail }: Ready) => mail.firstAttemptAt === null
  const { senderDomain } = pace
  const counted = ready.filter(isFresh).length
  const day = await countInDay(counted, senderDomain, database)
  const ours = await beginPersonalMails(made, leaseToken, capabilities, database)
  const submitted = ready.filter(({ mail }) => ours.has(mail.id))
  const ends = await Promise.allSettled(
    submitted.map(({ single }) => handOver(payload, single, pace, sending)),
  )
  // Whatever went wrong with one of them, what is known of the others is written down.
  const done = submitted.flatMap((each, index) => {
    const end = ends[index]
    return end?.status === 'fulfilled' ? [{ each, ...end.value }] : []
  })
  const settled = done.map(({ each, outcome }) => {
    const settlement = personalSettlement(each.mail, outcome, capabilities, new Date())
    return { settlement, refusal: mailboxRefusal(outcome, settlement) }
  })
  const written = await persistently(() =>
    settlePersonalMails(
      settled.map(({ settlement }) => settlement),
      leaseToken,
      database,
    ),
  )
  // Where this worker was too late another one may have sent it, and did not count it again.
  const stayed = done.filter(
    ({ each, outcome }) => isFresh(each) && outcome.kind === 'not-now' && written.has(each.mail.id),
  ).length
  const notBegun = counted - submitted.filter(isFresh).length
  await giveBackToDay(stayed + notBegun, { senderDomain, day }, database)
  await followRefusals(
    payload,
    settled.flatMap(({ refusal }) => refusal ?? []),
  )
  const faults = [
    ...ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : [])),
    ...done.flatMap(({ fault }) => (fault === null ? [] : [fault])),
  ]
  if (faults.length > 0) throw faults[0]
  return done.map(({ outcome }) => outcome)
}

interface HandedOver {
  readonly outcome: Outcome
  /** What went wrong before it was handed to anybody. Null: nothing did. */
  readonly fault: unknown
}

/** No signal: cutting a mail short would leave it in doubt. Stopping waits for the few that are under way. */
async function handOver(
  payload: Payload,
  single: SingleMail,
  pace: Pace,
  { transport, signal, isProbe }: Sending,
): Promise<HandedOver> {
  try {
    if (!isProbe) await ownTurn(payload, pace, { transport, signal })
  } catch (fault) {
    const retryAt = new Date()
    return { outcome: { kind: 'not-now', reason: 'busy', retryAt, code: null, about: 'nobody' }, fault }
  }
  const options = { signal: new AbortController().signal, patience: signal }
  return { outcome: await transport.sendOne(single, options), fault: null }
}

async function ownTurn(
  payload: Payload,
  pace: Pace,
  { transport, signal }: Pick<Sending, 'transport' | 'signal'>,
): Promise<void> {
  const wanted = [...senderWants(pace, 1, { whole: false }), ...transportWants(transport, 1)]
  const until = Date.now() + LONGEST_TURN_MS
  while (Date.now() < until) {
    const turn = await awaitTurn(wanted, { database: databaseOf(payload), signal })
    if (turn.kind !== 'later') return
    await nap(turn.at.getTime() - Date.now(), signal)
  }
}

async function keepPace(outcomes: readonly Outcome[], signal: AbortSignal): Promise<void> {
  const limited = outcomes.flatMap((outcome) =>
    outcome.kind === 'not-now' && outcome.reason === 'rate-limited'
      ? outcome.retryAt.getTime() - Date.now()
      : [],
  )
  const pause = Math.min(Math.max(0, ...limited), LONGEST_PACE_MS)
  // Being told to stop ends the wait; the loop then sees it.
  if (pause > 0) await Promise.race([wait(pause), stopped(signal)])
}

const stopped = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
