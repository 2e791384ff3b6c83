import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'

import type { Payload } from 'payload'

import { env } from '../../env.ts'
import type { Transport } from '../../newsletter/transports/transport.ts'
import type { ShortLetter } from '../visit.ts'

const ATTEMPTS = 3
const LONGEST_WAIT_MS = 30_000
const TIMEOUT_MS = 30_000

/**
 * Hands over a mail that answers a person. Nothing about it is stored, so it is tried for a minute and no longer: who
 * gets nothing asks again. That it did not leave is logged, to whom it would have gone is not.
 */
export async function handOver(letter: ShortLetter, transport: Transport, payload: Payload): Promise<void> {
  const { fromName, ...mail } = letter
  const from = { name: fromName, address: env.CONFIRMATIONS_FROM }
  const single = { ...mail, key: `subscription/${randomUUID()}`, from, replyTo: null }
  for (let attempt = 1; ; attempt++) {
    const outcome = await transport.sendOne(single, { signal: AbortSignal.timeout(TIMEOUT_MS) })
    if (outcome.kind === 'accepted') return
    if (outcome.kind !== 'not-now' || attempt === ATTEMPTS) {
      payload.logger.warn({
        msg: 'a mail that answers a sign-up did not leave',
        outcome: outcome.kind,
        reason: outcome.reason,
      })
      return
    }
    await wait(Math.min(Math.max(outcome.retryAt.getTime() - Date.now(), 0), LONGEST_WAIT_MS))
  }
}
