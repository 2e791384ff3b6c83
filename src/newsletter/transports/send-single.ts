import { setTimeout as wait } from 'node:timers/promises'

import type { Outcome, SendOptions, SingleMail, Transport } from './transport.ts'

/** A person waits for it. */
const LONGEST_WAIT_MS = 3_000
const ATTEMPTS = 3

/**
 * Hands a mail over that somebody waits for: a confirmation, a test, a password reset. It takes no turn with newsletters.
 * Where a service counts requests by the second it is tried again a moment later; what a transport has certainly not taken
 * goes with the next one. Answers what the last one said.
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
  for (let attempt = 1; ; attempt++) {
    const outcome = await transport.sendOne(mail, options)
    if (outcome.kind !== 'not-now' || outcome.reason !== 'rate-limited' || attempt === ATTEMPTS)
      return outcome
    const waitMs = outcome.retryAt.getTime() - Date.now()
    if (waitMs > LONGEST_WAIT_MS || options.signal.aborted) return outcome
    // Not all of those who were refused at once come back at once.
    await wait(Math.max(0, waitMs) + Math.random() * 250)
  }
}
