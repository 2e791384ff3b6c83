import type { Payload } from 'payload'

import { type Database, databaseOf } from '../../database/database.ts'
import { type MailSettlement, settleMails } from '../../ledger/email-deliveries.ts'
import type { HeldMail } from '../../ledger/hold-mails.ts'
import { reportAway, reportThere, returnProbe } from '../../ledger/pace/breaker.ts'
import { markWaiting } from '../../ledger/pace/mark-waiting.ts'
import { giveBackToDay } from '../../ledger/pace/sending-days.ts'
import { slowDown } from '../../ledger/pace/slow-down.ts'
import type { Outcome } from '../../newsletter/transports/transport.ts'
import { followRefusals, type MailboxRefusal, mailboxRefusal } from '../feedback/follow-refusals.ts'
import { holdRefusing } from '../feedback/hold-domain.ts'
import { isAway, isSilent, settlementOf, wasAsked } from '../mail-settlement.ts'
import { persistently } from '../persistently.ts'
import type { DeferralsSeen } from './deferrals-seen.ts'
import type { Done } from './in-hand.ts'
import { groupKey } from './pace-now.ts'
import type { RateSeen } from './rate-seen.ts'
import { type RefusalsSeen, refusesUs } from './refusals-seen.ts'

/** A mail that was handed over. */
export interface Handed {
  readonly mail: HeldMail
  readonly leaseToken: string
  /** On which day of the network it counts, as `2026-11-29`. */
  readonly day: string
}

export interface Circumstances {
  readonly issueId: string
  readonly transport: string
  readonly senderDomain: string
  /** What this worker sees leave. */
  readonly seen: RateSeen
  /** What this worker sees put off. */
  readonly deferrals: DeferralsSeen
  /** What this worker sees refused by policy. */
  readonly refusals: RefusalsSeen
  /** Whether the transport was away, and this is the one mail that is tried. */
  readonly isProbe: boolean
  /** Whether the transport failed before. */
  readonly isSuspect: boolean
}

/** What the next mails are to know. */
export interface Lesson {
  /** The transport failed: ask whether it is shut. */
  readonly isAway: boolean
  /** To whom nothing may leave for a while. */
  readonly slowGroups: readonly string[]
  /** Who refuses us: nothing leaves until a person decides. */
  readonly refusingGroups: readonly string[]
}

type Delay = Extract<Outcome, { kind: 'not-now' }>

/**
 * Writes down what came of mails, and draws the conclusions: a transport that is away is left alone and costs no mail an
 * attempt; a group of mail exchangers that asks for patience gets it, and one that refuses us is left alone; a mailbox that
 * is not there is not written to again. A transport that takes mails and answers none of them is away as well: those mails
 * are in doubt, and the next would be.
 */
export async function settleOutcomes(
  payload: Payload,
  told: readonly Done<Handed, Outcome>[],
  circumstances: Circumstances,
): Promise<Lesson> {
  const database = databaseOf(payload)
  const done = told.map((each) => aboutGroups(each, circumstances.deferrals))
  const failures = done.flatMap(({ result }) => (isFailure(result) ? [result] : []))
  const asked = done.filter(({ result }) => wasAsked(result))
  const isThere = failures.length < asked.length
  const refusals = await settle(done, isThere, database)
  await persistently(() => followRefusals(payload, refusals))
  const delays = done.filter(({ result }) => result.kind === 'not-now')
  const { senderDomain } = circumstances
  for (const [day, ofDay] of Map.groupBy(delays, ({ item }) => item.day))
    await giveBackToDay(ofDay.length, { senderDomain, day }, database)
  for (const { item, result } of done)
    if (result.kind === 'accepted') circumstances.seen.note(item.mail.mxGroup)
  if (isThere && (circumstances.isProbe || circumstances.isSuspect))
    await reportThere(circumstances.transport, database)
  if (!isThere) await reportAll(failures, circumstances, database)
  if (asked.length === 0 && circumstances.isProbe) await returnProbe(circumstances.transport, database)
  return {
    isAway: failures.length > 0,
    slowGroups: await slowGroups(done, circumstances, database),
    refusingGroups: await refusingGroups(payload, done, circumstances),
  }
}

type Failure = Delay | Extract<Outcome, { kind: 'ambiguous' }>

/** It tells nothing of the mail, and among nothing but such the transport is away. */
const isFailure = (outcome: Outcome): outcome is Failure => speaksOfUs(outcome) || isSilent(outcome)

/** Before a recipient was named, or whoever it is. */
const speaksOfUs = (outcome: Outcome): outcome is Delay =>
  outcome.kind === 'not-now' && (isAway(outcome) || outcome.about === 'transport')

/**
 * Among others that got an answer, a mail whose connection is cut each time uses up its attempts like any other. Answers
 * what was said of mailboxes.
 */
async function settle(
  done: readonly Done<Handed, Outcome>[],
  isThere: boolean,
  database: Database,
): Promise<readonly MailboxRefusal[]> {
  const byToken = new Map<string, MailSettlement[]>()
  const refusals: MailboxRefusal[] = []
  for (const { item, result } of done) {
    const { mail, leaseToken } = item
    const handed = { id: mail.id, attempts: mail.attempts + 1 }
    const settlement =
      speaksOfUs(result) && !isThere ? untried(mail.id, result) : settlementOf(handed, result)
    const settlements = byToken.get(leaseToken) ?? []
    settlements.push(settlement)
    byToken.set(leaseToken, settlements)
    const refusal = mailboxRefusal(result, settlement)
    if (refusal !== null) refusals.push(refusal)
  }
  for (const [leaseToken, settlements] of byToken)
    await persistently(() => settleMails(settlements, leaseToken, database))
  return refusals
}

/** Others are tried first when the transport is back, should it be this mail that it cannot stand. */
const LAST_IN_LINE_MS = 5_000

const untried = (id: string, { reason }: Delay): MailSettlement => ({
  id,
  state: 'planned',
  reason,
  providerId: null,
  dueAt: new Date(Date.now() + (reason === 'unreachable' ? LAST_IN_LINE_MS : 0)),
  isFree: true,
})

async function reportAll(
  failures: readonly Failure[],
  { transport, isProbe }: Circumstances,
  database: Database,
): Promise<void> {
  for (const failure of failures) {
    const { reason } = failure
    const isLasting = reason === 'unauthorised' || reason === 'quota'
    const until = isLasting && failure.kind === 'not-now' ? failure.retryAt : null
    await reportAway({ transport, reason, until, isProbe }, database)
  }
}

/** After a provider spoke of our rate it gets one mail a second, and then more. Gmail asks for as much. */
const AFTER_RATE_LIMIT = 1

/** Of the rate, whenever a provider asks for patience. */
const KEPT = 0.5

async function slowGroups(
  done: readonly Done<Handed, Outcome>[],
  { issueId, transport, seen }: Circumstances,
  database: Database,
): Promise<readonly string[]> {
  const slow = new Map<string, Delay>()
  for (const { item, result } of done)
    if (result.kind === 'not-now' && result.about === 'provider') slow.set(item.mail.mxGroup, result)
  for (const [group, { reason, retryAt }] of slow) {
    const isOurRate = reason === 'rate-limited'
    await slowDown(
      {
        key: groupKey(transport, group),
        reason,
        until: retryAt,
        observed: seen.perSecond(group),
        atMost: isOurRate ? AFTER_RATE_LIMIT : null,
        keeps: KEPT,
        forgivenSeconds: null,
      },
      database,
    )
    await markWaiting(issueId, group, database)
  }
  return [...slow.keys()]
}

/** Greylisting puts off one mail; several in a row are about us, whatever the words are. */
function aboutGroups(
  { item, result }: Done<Handed, Outcome>,
  deferrals: DeferralsSeen,
): Done<Handed, Outcome> {
  const group = item.mail.mxGroup
  if (result.kind === 'accepted') deferrals.taken(group)
  const isOfMailbox = result.kind === 'not-now' && result.about === 'mailbox' && result.reason === 'busy'
  return isOfMailbox && deferrals.putOff(group)
    ? { item, result: { ...result, about: 'provider' } }
    : { item, result }
}

/** Answers those that refused too many in a row, after what is left for them is held. */
async function refusingGroups(
  payload: Payload,
  done: readonly Done<Handed, Outcome>[],
  { issueId, refusals }: Circumstances,
): Promise<readonly string[]> {
  const refusing = new Map<string, string | null>()
  for (const { item, result } of done) {
    const group = item.mail.mxGroup
    if (result.kind === 'accepted') refusals.taken(group)
    if (refusesUs(result) && refusals.refused(group)) refusing.set(group, result.code)
  }
  for (const [group, code] of refusing)
    await persistently(() => holdRefusing(payload, { issueId, group, code }))
  return [...refusing.keys()]
}
