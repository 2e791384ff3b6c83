import { setTimeout as wait } from 'node:timers/promises'

import type { Outcome, SendOptions, SingleMail, Transport } from './transport.ts'

/** A person waits for it. */
const LONGEST_WAIT_MS = 3_000
const ATTEMPTS = 3
/** For one answer, where asking again does no harm. */
const ANSWER_MS = 9_000
/** Before a lost answer is asked for again; doubled before each further time. */
const DOUBT_MS = 500

/**
 * Hands a mail over that somebody waits for: a confirmation, a test, a password reset. It takes no turn with newsletters.
 * Where a service counts requests by the second it is tried again a moment later, and one that drops a repeated key is asked
 * again for an answer that was lost, with the same mail. What a transport has certainly not taken goes with the next one; what
 * it may have taken never does. Answers what the last one said.
 */
export async function sendSingle(
  transports: readonly [Transport, ...Transport[]],
  mail: SingleMail,
  options: SendOptions,
): Promise<Outcome> {
  const [first, ...others] = transports
  let outcome = await tried(first, mail, options)
  for (const transport of others) {
    if (outcome.kind !== 'not-now') break
    outcome = await tried(transport, mail, options)
  }
  return outcome
}

async function tried(transport: Transport, mail: SingleMail, options: SendOptions): Promise<Outcome> {
  const { idempotent } = transport.capabilities
  let doubt: Outcome | null = null
  for (let attempt = 1; ; attempt++) {
    const signal = idempotent
      ? AbortSignal.any([options.signal, AbortSignal.timeout(ANSWER_MS)])
      : options.signal
    const outcome = await transport.sendOne(mail, { ...options, signal })
    if (outcome.kind === 'accepted') return outcome
    if (outcome.kind === 'ambiguous') doubt = outcome
    const waitMs =
      attempt === ATTEMPTS || options.signal.aborted ? null : waitAfter(outcome, attempt, idempotent)
    // Whatever is said of a later attempt, an earlier one may have been taken.
    if (waitMs === null) return doubt ?? outcome
    // Not all of those who were refused at once come back at once.
    await wait(waitMs + Math.random() * 250)
  }
}

/** Null: it is not tried again. */
function waitAfter(outcome: Outcome, attempt: number, idempotent: boolean): number | null {
  if (outcome.kind === 'ambiguous')
    return idempotent && outcome.reason !== 'payload-changed' ? DOUBT_MS * 2 ** (attempt - 1) : null
  if (outcome.kind !== 'not-now' || outcome.reason !== 'rate-limited') return null
  const waitMs = Math.max(0, outcome.retryAt.getTime() - Date.now())
  return waitMs > LONGEST_WAIT_MS ? null : waitMs
}
