import type { Endpoint } from 'payload'
import { z } from 'zod'

import { serviceNamed } from '../../channels/services.ts'
import { databaseOf, inTransaction } from '../../database/database.ts'
import { countReplay, planReplay } from '../../ledger/replay-deliveries.ts'
import { wakeDeliveries } from '../channels/wake-deliveries.ts'
import { answer, forEditors, read } from './channel-work.ts'

const wish = z.object({
  dryRun: z.boolean().default(true),
  deliveryId: z.uuid().nullable().default(null),
  since: z.coerce.date().nullable().default(null),
})

/** Whether the other side is a program that takes the same thing twice without harm. */
export const canReplay = (service: string): boolean => {
  const { look, capabilities } = serviceNamed(service) ?? {}
  return look === 'data' && capabilities?.deduplicates === true && capabilities.update === 'in-place'
}

/** Tells a receiver again what it was told, after it lost it: counted first. 409: this service is for people's eyes. */
export const replayEndpoint: Omit<Endpoint, 'root'> = {
  path: '/:id/replay',
  method: 'post',
  handler: forEditors(async (channel, req) => {
    const asked = await read(req, wish)
    if (asked instanceof Response) return asked
    if (!canReplay(channel.service)) return answer(409, { error: 'not-replayable', field: 'service' })
    const { dryRun, deliveryId, since } = asked
    const replay = { channelId: channel.id, deliveryId, since }
    if (dryRun) return answer(200, { count: await countReplay(replay, databaseOf(req.payload)) })
    const planned = await inTransaction(req.payload, async (transaction) => {
      const ids = await planReplay(replay, transaction)
      await wakeDeliveries(req.payload, ids, transaction)
      return ids
    })
    req.payload.logger.info({
      msg: 'a channel is told again',
      channelId: channel.id,
      deliveries: planned.length,
      by: req.user?.id,
    })
    return answer(200, { count: planned.length })
  }),
}
