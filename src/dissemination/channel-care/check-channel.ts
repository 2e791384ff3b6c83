import type { Payload } from 'payload'

import { inTransaction } from '../../database/database.ts'
import { takeEndingUntold } from '../../ledger/channel-checks.ts'
import { enqueue } from '../../queue/queue.ts'
import { caretakersOf } from './caretakers.ts'
import { storedChannel } from './open-channel.ts'
import { pauseChannel } from './pause-channel.ts'
import { verifyChannel } from './verify-channel.ts'

/** Finds out before a post does that an account is ours no more, or soon will not be. */
export async function checkChannel(payload: Payload, channelId: string): Promise<void> {
  const channel = await storedChannel(payload, channelId)
  if (channel === null || channel.paused) return
  const verdict = await verifyChannel(payload, channel)
  if (!verdict.ok && verdict.reason === 'unauthorised') await pauseChannel(payload, channelId, verdict.reason)
  else await tellOfEnd(payload, channelId)
}

/** Once for each end: whoever comes second finds it told. */
const tellOfEnd = (payload: Payload, channelId: string): Promise<void> =>
  inTransaction(payload, async (transaction) => {
    if (!(await takeEndingUntold(channelId, transaction))) return
    const caretakers = await caretakersOf(channelId, transaction)
    const jobs = caretakers.map((userId) => ({ channelId, userId, what: 'ending' as const }))
    await enqueue(payload, 'tell-caretaker', jobs, transaction)
  })
