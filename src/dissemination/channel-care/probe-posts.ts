import type { Payload } from 'payload'

import type { Channel } from '../../channels/channel.ts'
import { ChannelError } from '../../channels/channel-error.ts'
import { databaseOf } from '../../database/database.ts'
import { noteGone, noteProbe, takeUnprobed, type UnprobedPost } from '../../ledger/channel-probes.ts'
import { enqueue } from '../../queue/queue.ts'
import { openChannel, type StoredChannel, storedChannel } from './open-channel.ts'

/** A few a minute: a service is asked in passing, and not about all that we ever posted. */
const AT_ONCE = 10
const TIMEOUT_MS = 20_000

/** Looks whether posts that nobody looked at for a week still stand as we left them. */
export async function probePosts(payload: Payload): Promise<void> {
  const database = databaseOf(payload)
  const channels = new Map<string, OpenedChannel | null>()
  for (const post of await takeUnprobed(AT_ONCE, database)) {
    if (!channels.has(post.channelId)) channels.set(post.channelId, await openedOf(payload, post.channelId))
    const channel = channels.get(post.channelId) ?? null
    if (channel?.isSilent) continue
    const found = await look(channel?.opened ?? null, post)
    if (found === 'silent') {
      if (channel !== null) channels.set(post.channelId, { ...channel, isSilent: true })
      continue
    }
    if (found !== 'gone') await noteProbe(post, found, database)
    else if (await noteGone(post, channel?.stored.removals ?? 'respect', database))
      await enqueue(payload, 'deliver-to-channel', [{ deliveryId: post.deliveryId }])
  }
}

interface OpenedChannel {
  readonly stored: StoredChannel
  /** Null: its secrets are to be given again. */
  readonly opened: Channel | null
  /** It did not answer about another post: it is left alone for a while. */
  readonly isSilent: boolean
}

async function openedOf(payload: Payload, channelId: string): Promise<OpenedChannel | null> {
  const stored = await storedChannel(payload, channelId)
  return stored === null ? null : { stored, opened: await openChannel(payload, stored), isSilent: false }
}

/** Null: the service shows us nothing. `silent`: it did not answer now, and is asked again. */
async function look(channel: Channel | null, { remoteId, remoteUrl, mark }: UnprobedPost) {
  const name = channel?.capabilities.posts === 'by-hand' ? remoteUrl : remoteId
  if (channel?.probe === undefined || name === null) return null
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS)
    const found = await channel.probe({ remoteId: name, mark }, { now: new Date(), signal })
    return found === 'unknown' ? null : found
  } catch (error) {
    if (error instanceof ChannelError) return 'silent'
    throw error
  }
}
