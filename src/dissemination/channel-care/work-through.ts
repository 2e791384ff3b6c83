import type { Payload } from 'payload'

import { databaseOf } from '../../database/database.ts'
import { isDue, nextOn } from '../../ledger/channel-gate.ts'
import { enqueue } from '../../queue/queue.ts'
import { deliverToChannel } from '../deliver-to-channel.ts'

/** One channel may not keep others waiting for longer. */
const MOST_IN_A_ROW = 10

/**
 * Carries out a delivery, and goes on with what is due next on its channel: whoever found the channel busy has left it to
 * those who were there. Where nothing is due yet, one job is left for when it is.
 */
export async function workThrough(payload: Payload, deliveryId: string): Promise<void> {
  const database = databaseOf(payload)
  // Most jobs come when their delivery was carried out in passing.
  if (!(await isDue(deliveryId, database))) return
  for (let id = deliveryId, done = 1; ; done++) {
    const { channelId } = await deliverToChannel(payload, id)
    if (channelId === null) return
    const next = await nextOn(channelId, database)
    if (next === null) return
    if (next.inMs > 0 || done >= MOST_IN_A_ROW) return wakeFor(payload, next)
    id = next.deliveryId
  }
}

const wakeFor = (
  payload: Payload,
  { deliveryId, inMs }: { readonly deliveryId: string; readonly inMs: number },
): Promise<void> =>
  enqueue(
    payload,
    'deliver-to-channel',
    [{ deliveryId }],
    undefined,
    inMs > 0 ? new Date(Date.now() + inMs) : undefined,
  )
