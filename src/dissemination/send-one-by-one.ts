import type { Payload } from 'payload'

import { databaseOf } from '../database/database.ts'
import { refusedInARow } from '../ledger/domain-refusals.ts'
import { beginSubmitting, releaseHeld } from '../ledger/email-deliveries.ts'
import { enterTransport, returnProbe } from '../ledger/pace/breaker.ts'
import { returnPlaces } from '../ledger/pace/day-places.ts'
import { readingZones } from '../ledger/pace/known-zones.ts'
import { waitForTomorrow } from '../ledger/pace/sending-days.ts'
import { giveBack, takeTokens } from '../ledger/pace/take-tokens.ts'
import { transportWants } from '../newsletter/transports/request-pace.ts'
import type { FrozenBatch, Outcome, Transport } from '../newsletter/transports/transport.ts'
import { admit } from './pace/admit.ts'
import { nap } from './pace/await-turn.ts'
import { deferralsSeen } from './pace/deferrals-seen.ts'
import { inHand } from './pace/in-hand.ts'
import { type Pace, paceNow, senderWants } from './pace/pace-now.ts'
import { rateSeen } from './pace/rate-seen.ts'
import { refusalsSeen } from './pace/refusals-seen.ts'
import { type Handed, settleOutcomes } from './pace/settle-outcomes.ts'
import { takeTurns } from './pace/take-turns.ts'
import { sendableMails } from './sendable-mails.ts'
import type { Sending, SendingEnd } from './sending.ts'

/** Held at a time by one worker: few enough for others to have their share. */
const HELD = 200
/** Nothing is held for longer than it takes to be begun, at the network's own pace. */
const HELD_SECONDS = 20
/** A group that takes something again so soon is waited for in place. */
const PATIENCE_MS = 5_000

/**
 * For transports that drop no repeated mail: intent is committed for a few mails at a time, just before they leave, and as
 * soon as some have an outcome others take their place. A worker that vanishes leaves what it had in hand unconfirmed, and
 * no more.
 */
export async function sendOneByOne(payload: Payload, sending: Sending): Promise<SendingEnd> {
  const { issueId, transport, signal } = sending
  const database = databaseOf(payload)
  const zones = await readingZones(database)
  const nextTurn = takeTurns({ issueId, transport: transport.name, zones }, database)
  const seen = rateSeen()
  const deferrals = deferralsSeen()
  const refusals = refusalsSeen(await refusedInARow(issueId, database))
  const now: Now = { pace: await paceNow(database), isProbe: false, isSuspect: false, isAway: false }
  const queue: Handed[] = []

  const hand = inHand<Handed, Outcome>(transport.capabilities.concurrency, async (done) => {
    const { pace, isProbe, isSuspect } = now
    const { senderDomain } = pace
    const circumstances = { issueId, transport: transport.name, senderDomain, seen, deferrals, refusals }
    const lesson = await settleOutcomes(payload, done, { ...circumstances, isProbe, isSuspect })
    await sending.watch(done.map(({ item, result }) => ({ outcome: result, group: item.mail.mxGroup })))
    now.isAway ||= lesson.isAway
    now.isSuspect &&= lesson.isAway
    const goesTo = (groups: readonly string[]) => taken(queue, ({ mail }) => groups.includes(mail.mxGroup))
    await giveUp(payload, goesTo(lesson.refusingGroups))
    await giveUp(payload, goesTo(lesson.slowGroups), 'waits-for-provider')
  })

  const work = async (): Promise<SendingEnd> => {
    for (;;) {
      if (signal.aborted) return { kind: 'stopped' }
      if (queue.length === 0 || now.isAway) {
        const gate = await enterTransport(transport.name, database)
        if (gate.kind === 'shut') return { kind: 'transport-away', until: gate.until }
        now.isAway = false
        now.isSuspect = gate.kind === 'open' && gate.isSuspect
        if (gate.kind === 'probe') {
          const end = await probe()
          if (end !== null) return end
          continue
        }
      }
      if (queue.length === 0) {
        const end = await refill(HELD)
        if (end !== null) return end
        continue
      }
      await beginSome()
    }
  }

  /** Answers how it ended, when there is nothing to send. */
  const refill = async (limit: number): Promise<SendingEnd | null> => {
    now.pace = await paceNow(database)
    const found = await nextTurn(heldAtOnce(limit, now.pace, transport))
    if (found.kind === 'waits' && found.until.getTime() - Date.now() < PATIENCE_MS) {
      await nap(found.until.getTime() - Date.now(), signal)
      return null
    }
    if (found.kind !== 'held') return found
    const { held } = found
    const mails = await sendableMails(payload, held)
    const { pace } = now
    const admitted = await admit({ ...held, mails }, { pace, transport: transport.name }, database)
    const { day } = admitted
    queue.push(...admitted.mails.map((mail) => ({ mail, leaseToken: held.leaseToken, day })))
    if (admitted.isDayOver && admitted.mails.length === 0) {
      const waiting = await waitForTomorrow(issueId, database)
      payload.logger.info({
        msg: 'the day’s mails are used up; the issue goes on tomorrow',
        issueId,
        waiting,
      })
    }
    return null
  }

  /** Tries one mail. Answers how it ended, when there is none. */
  const probe = async (): Promise<SendingEnd | null> => {
    await hand.emptied()
    const end = queue.length === 0 ? await refill(1) : null
    await giveUp(payload, queue.splice(1))
    now.isProbe = true
    const begun = queue.length === 0 ? 0 : await beginSome()
    await hand.emptied()
    now.isProbe = false
    if (begun === 0) await returnProbe(transport.name, database)
    return end
  }

  /** Begins as many as there is room for and the network's pace allows; answers how many. */
  const beginSome = async (): Promise<number> => {
    const room = await hand.room(Math.min(queue.length, Math.ceil(transport.capabilities.concurrency / 2)))
    const wanted = Math.min(room, queue.length)
    const wait = now.isProbe ? null : await takeTurn(wanted)
    if (wait !== null && wait.granted === 0) {
      await nap(wait.waitMs, signal)
      return 0
    }
    return begin(queue.splice(0, wait?.granted ?? wanted))
  }

  /** How many of them the network and the server allow now. Null: neither sets a pace. */
  const takeTurn = async (mails: number) => {
    const wanted = [...senderWants(now.pace, mails, { whole: false }), ...transportWants(transport, mails)]
    if (wanted.length === 0 || mails === 0) return null
    const given = await takeTokens(wanted, database)
    const turns = wanted.map(({ key }) => ({ key, granted: 0, waitMs: 0, ...given.get(key) }))
    const granted = Math.min(...turns.map((turn) => turn.granted))
    await giveBack(
      turns.map((turn) => ({ key: turn.key, amount: turn.granted - granted })),
      database,
    )
    const held = turns.filter((turn) => turn.granted === granted)
    return { granted, waitMs: Math.max(...held.map(({ waitMs }) => waitMs)) }
  }

  const begin = async (mails: readonly Handed[]): Promise<number> => {
    let begun = 0
    // What cannot be opened or written must not be marked as under way.
    const letters = new Map<string, Letter>()
    for (const { mail } of mails) {
      const { compiled, freeze } = await sending.mailing(mail.editionId)
      letters.set(mail.id, { edition: compiled, mails: [freeze(mail)] })
    }
    for (const [leaseToken, ofToken] of Map.groupBy(mails, (each) => each.leaseToken)) {
      const ids = ofToken.map(({ mail }) => mail.id)
      const ours = await beginSubmitting(ids, { leaseToken, transport: transport.name }, database)
      for (const handed of ofToken) {
        const letter = letters.get(handed.mail.id)
        if (letter !== undefined && ours.has(handed.mail.id))
          hand.begin(handed, handOver({ key: leaseToken, ...letter }, sending))
      }
      await returnPlaces(ids.length - ours.size, leaseToken, database)
      begun += ours.size
    }
    return begun
  }

  try {
    return await work()
  } finally {
    // Others may have what was not begun, while what is under way is waited for and written down.
    await giveUp(payload, queue.splice(0)).finally(() => hand.emptied())
  }
}

/** One mail, written. */
type Letter = Pick<FrozenBatch, 'edition' | 'mails'>

/** What changes while it goes on. */
interface Now {
  pace: Pace
  isProbe: boolean
  isSuspect: boolean
  /** Something failed since the transport was last asked for. */
  isAway: boolean
}

/**
 * No signal: cutting a mail short would leave it in doubt. Stopping waits for the few that are under way, not for those that
 * have no connection yet.
 */
async function handOver(letter: FrozenBatch, { transport, signal: patience }: Sending): Promise<Outcome> {
  const [outcome] = await transport.send(letter, { signal: new AbortController().signal, patience })
  if (outcome === undefined) throw new Error(`the transport ${transport.name} said nothing of a mail`)
  return outcome
}

/** Gives back what is held and was not begun. */
async function giveUp(
  payload: Payload,
  handed: readonly Handed[],
  reason: string | null = null,
): Promise<void> {
  const database = databaseOf(payload)
  for (const [leaseToken, ofToken] of Map.groupBy(handed, (each) => each.leaseToken)) {
    await releaseHeld({ ids: ofToken.map(({ mail }) => mail.id), leaseToken, reason }, database)
    await returnPlaces(ofToken.length, leaseToken, database)
  }
}

/** Takes those out of the queue that meet the condition. */
function taken(queue: Handed[], isMeant: (handed: Handed) => boolean): readonly Handed[] {
  const meant = queue.filter(isMeant)
  const others = queue.filter((each) => !meant.includes(each))
  if (meant.length > 0) queue.splice(0, queue.length, ...others)
  return meant
}

function heldAtOnce(limit: number, { mailsPerSecond }: Pace, { capabilities }: Transport): number {
  const rates = [mailsPerSecond, capabilities.requestsPerSecond].filter((rate) => rate !== null)
  return Math.max(1, Math.min(limit, ...rates.map((rate) => Math.floor(rate * HELD_SECONDS))))
}
