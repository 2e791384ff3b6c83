import type { Payload } from 'payload'

import { openChannel, storedChannel } from '../channel-care/open-channel.ts'

const TIMEOUT_MS = 10_000

/**
 * The words that stand on a channel now under a name of the service's. Null: there are none, or nobody is told.
 * @throws ChannelError where the service does not answer.
 */
export async function wordsThere(
  payload: Payload,
  channelId: string,
  remoteId: string | null,
): Promise<string | null> {
  const stored = await storedChannel(payload, channelId)
  const opened = stored === null ? null : await openChannel(payload, stored)
  if (remoteId === null || opened === null) return null
  const options = { now: new Date(), signal: AbortSignal.timeout(TIMEOUT_MS) }
  return (await opened.words?.(remoteId, options)) ?? null
}
