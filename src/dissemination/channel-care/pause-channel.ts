import type { Payload } from 'payload'

import { inTransaction, sql } from '../../database/database.ts'
import { enqueue } from '../../queue/queue.ts'
import { caretakersOf } from './caretakers.ts'

/**
 * Leaves a channel alone until a person mended it, and has its caretaker told, once: whoever comes second finds it paused.
 * What waits for it stays as it is.
 */
export const pauseChannel = (payload: Payload, channelId: string, reason: string): Promise<void> =>
  inTransaction(payload, async (transaction) => {
    const { rows } = await transaction.execute(sql`
      update channels set paused = true, paused_reason = ${reason}, updated_at = now()
      where id = ${channelId} and not coalesce(paused, false) returning id
    `)
    const caretakers = rows.length === 0 ? [] : await caretakersOf(channelId, transaction)
    const jobs = caretakers.map((userId) => ({ channelId, userId, what: 'paused' as const }))
    await enqueue(payload, 'tell-caretaker', jobs, transaction)
  })
