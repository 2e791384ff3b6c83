import { setTimeout as wait } from 'node:timers/promises'

import type { Payload } from 'payload'

import { databaseOf } from '../../database/database.ts'
import {
  beginPersonalMails,
  type HeldPersonalMail,
  type HeldPersonalMails,
  holdPersonalMails,
  type PersonalSettlement,
  releasePersonalMails,
  settlePersonalMails,
} from '../../ledger/personal-mails.ts'
import type { Outcome, SingleMail, Transport } from '../../newsletter/transports/transport.ts'
import { enqueue } from '../../queue/queue.ts'
import { isAway } from '../mail-settlement.ts'
import type { PersonalRenderers } from './personal-renderer.ts'
import { personalSettlement } from './personal-settlement.ts'
import { type PreparedPersonal, preparePersonal } from './prepare-personal.ts'
import { personalRenderers } from './renderers.ts'

/** Held at a time by one worker: few enough to be rendered long before they lapse. */
const HELD = 25
/** Under way at a time: as many as a vanished worker can leave unconfirmed. */
const UNDER_WAY = 5
/** How long to wait for a transport that is away. */
const AWAY_MS = 5_000
/** A service that counts requests by the second is waited for in place, but no longer than this. */
const LONGEST_PACE_MS = 5_000

interface SendPersonal {
  readonly transport: Transport
  /** Stops after what is under way. */
  readonly signal: AbortSignal
  /** @default those of the product */
  readonly renderers?: PersonalRenderers
}

/**
 * Sends the mails that are made for one person, until none is due. Several workers may do so at once; each mail is held by
 * one of them. Where the transport drops a repeated key an answer that was lost is asked for again under the same key;
 * elsewhere intent is committed for a few mails at a time, and a lost answer leaves them unconfirmed.
 */
export async function sendPersonal(
  payload: Payload,
  { transport, signal, renderers = personalRenderers }: SendPersonal,
): Promise<void> {
  const database = databaseOf(payload)
  while (!signal.aborted) {
    const held = await holdPersonalMails(HELD, transport.capabilities, database)
    if (held.examined === 0) return
    try {
      const isUp = await sendHeld(payload, held, { transport, signal, renderers })
      if (isUp) continue
    } finally {
      await releasePersonalMails(held.leaseToken, database)
    }
    if (signal.aborted) return
    payload.logger.warn({ msg: 'the mail transport is away; personal mails go on later' })
    await enqueue(payload, 'send-personal', [{}], database, new Date(Date.now() + AWAY_MS))
    return
  }
}

/** Answers whether the transport could be reached, or was not needed. */
async function sendHeld(
  payload: Payload,
  { mails, leaseToken }: HeldPersonalMails,
  { transport, signal, renderers }: Required<SendPersonal>,
): Promise<boolean> {
  for (let from = 0; from < mails.length; from += UNDER_WAY) {
    if (signal.aborted) return false
    const group = mails.slice(from, from + UNDER_WAY)
    const ready = await readyOf(payload, group, leaseToken, renderers)
    const outcomes = await submit(payload, ready, leaseToken, transport)
    if (outcomes.length > 0 && outcomes.every(isAway)) return false
    await keepPace(outcomes, signal)
  }
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
  transport: Transport,
): Promise<readonly Outcome[]> {
  if (ready.length === 0) return []
  const database = databaseOf(payload)
  const made = ready.map(({ mail, locale, items }) => ({ id: mail.id, locale, items }))
  const ours = await beginPersonalMails(made, leaseToken, transport.capabilities, database)
  const submitted = ready.filter(({ mail }) => ours.has(mail.id))
  // No signal: cutting a mail short would leave it in doubt. Stopping waits for the few that are under way.
  const handOver = (single: SingleMail) => transport.sendOne(single, { signal: new AbortController().signal })
  const outcomes = await Promise.all(submitted.map(({ single }) => handOver(single)))
  const settlements = submitted.flatMap(({ mail }, index) => {
    const outcome = outcomes[index]
    return outcome === undefined ? [] : personalSettlement(mail, outcome, transport.capabilities, new Date())
  })
  await settlePersonalMails(settlements, leaseToken, database)
  return outcomes
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
