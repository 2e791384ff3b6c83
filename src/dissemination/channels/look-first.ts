import type { Channel, RequestOptions } from '../../channels/channel.ts'
import { ChannelError } from '../../channels/channel-error.ts'
import { digestOf } from '../../channels/digest.ts'
import { type ClaimedDelivery, REMOVING } from '../../ledger/channel-deliveries.ts'

type Looked = Pick<ClaimedDelivery, 'remoteId' | 'remoteMark' | 'remoteHash' | 'overwrite' | 'overwrites'>

/**
 * Whether what stands there may be written over although a person changed it: somebody said so of the words that they saw.
 * Words that came later were not meant.
 */
export async function mayOverwrite(
  { overwrite, overwrites, remoteId }: Looked,
  channel: Channel,
  { signal, now }: RequestOptions,
): Promise<boolean> {
  if (!overwrite || overwrites === null || remoteId === null) return overwrite
  const words = await channel.words?.(remoteId, { signal, now })
  return words === undefined || words === null || digestOf(words) === overwrites
}

/**
 * Asks what became of a post before it is removed to make room for another: nobody else's removal is undone by that, and
 * nobody else's words go.
 * @throws ChannelError as an update would: `missing` where somebody removed it, `changed-there` where somebody changed it.
 */
export async function seeReplaceable(
  delivery: Looked,
  channel: Channel,
  { signal, now }: RequestOptions,
): Promise<void> {
  const { remoteId, remoteMark: mark, remoteHash } = delivery
  if (remoteId === null) return
  const found = await channel.probe?.({ remoteId, mark }, { signal, now })
  // What we began to remove may be gone by us.
  if (found === 'gone' && remoteHash !== REMOVING)
    throw new ChannelError('missing', `somebody removed ${remoteId}`)
  if (found === 'changed' && !(await mayOverwrite(delivery, channel, { signal, now })))
    throw new ChannelError('changed-there', `somebody changed ${remoteId}`)
}
