import type { Payload } from 'payload'

import { type DigestOffer, digestOffer } from '../../audience/digest/digest-offer.ts'
import { advanceRound, takeRound } from '../../audience/digest/digest-rounds.ts'
import { planBatch, takeBatch } from '../../audience/digest/plan-digests.ts'
import { networkLanguages } from '../../content/network-languages.ts'
import { inTransaction } from '../../database/database.ts'
import { sourceLocale } from '../../i18n/locales.ts'
import { enqueue } from '../../queue/queue.ts'

/** People in one transaction: few enough that nobody who changes their settings waits for long. */
const BATCH = 5_000

interface PlanRounds {
  /** @default now, at each batch */
  readonly now?: Date
  /** @default 5,000 */
  readonly batch?: number
  /** Stops between two batches; whoever goes on finds the next one. */
  readonly signal?: AbortSignal
}

/**
 * Plans every round that is open, batch by batch. Each batch stands or falls with the note of how far planning has come,
 * so a worker that is killed costs one batch, and a second one passes over the round or goes on with it.
 */
export async function planRounds(payload: Payload, options: PlanRounds = {}): Promise<void> {
  const { batch = BATCH, signal } = options
  const languages = await networkLanguages(payload)
  const offers = new Map<string, DigestOffer>()
  for (;;) {
    if (signal?.aborted === true) return
    const now = options.now ?? new Date()
    const isDone = await inTransaction(payload, async (transaction) => {
      const round = await takeRound(transaction)
      if (round === null) return true
      const people = await takeBatch(round, { limit: batch, now }, transaction)
      if (people === null) {
        await advanceRound(round.id, null, { people: 0, mails: 0 }, transaction)
        return false
      }
      const after = Math.min(round.head, ...people.readers.map(({ cursor }) => cursor))
      const key = `${after}-${round.head}`
      const window = { after, head: round.head, enabled: languages.enabled, now }
      const offer = offers.get(key) ?? (await digestOffer(window, transaction))
      // Most people's cursors are the same: what is offered is read once for all of them.
      offers.clear()
      offers.set(key, offer)
      const [fallback = sourceLocale] = languages.chain
      const planned = await planBatch(
        people,
        { round, offer, enabled: languages.enabled, fallback },
        transaction,
      )
      await advanceRound(round.id, people.through, planned, transaction)
      if (planned.mails > 0) await enqueue(payload, 'send-personal', [{}], transaction)
      return false
    })
    if (isDone) return
  }
}
