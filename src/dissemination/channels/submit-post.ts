import {
  type Channel,
  type Post,
  prepared,
  type Receipt,
  type Standing,
  type SubmitOptions,
} from '../../channels/channel.ts'
import { ChannelError } from '../../channels/channel-error.ts'
import type { ClaimedDelivery } from '../../ledger/channel-deliveries.ts'
import type { ChannelSettlement } from '../../ledger/settle-delivery.ts'
import { type Attempt, overtaken } from './attempt.ts'
import { mayOverwrite } from './look-first.ts'
import { settlementFor } from './settlement-for.ts'
import { adopted, changedThere, done, partly, wasChanged } from './settlement-of-receipt.ts'
import type { WishedPost } from './wished-post.ts'

/** Makes the post, or changes the one that stands there. */
export async function submitPost(
  action: 'publish' | 'update',
  { hash, kind }: WishedPost,
  post: Post,
  attempt: Attempt,
): Promise<ChannelSettlement> {
  const { delivery, channel, circumstances, options } = attempt
  const [fault] = channel.validate(post)
  if (fault !== undefined) return { action, state: 'failed', reason: fault }
  const saying = channel.saying?.(post) ?? null
  try {
    const isNew = action === 'publish'
    const submission = await prepared(channel, post, options, isNew ? null : delivery.remoteId)
    const overwrite = !isNew && (await mayOverwrite(delivery, channel, options))
    if (!(await circumstances.writeAhead({ hash: isNew ? hash : null, itemUrl: post.url, saying })))
      return overtaken
    const receipt = isNew
      ? await channel.publish(submission, options)
      : await channel.update(standing(delivery, overwrite), submission, options)
    if (isNew && mayShowEarlier(hash, attempt)) return adopted(action, receipt, options.now)
    const settlement = receipt.isPartial ? partly(action, receipt, hash) : done(action, receipt, hash)
    return kind === 'notice' ? { ...settlement, reason: 'notice-stands' } : settlement
  } catch (error) {
    if (!(error instanceof ChannelError)) throw error
    const known = error.reason === 'duplicate' && (error.receipt ?? (await lookAgain(channel, post, options)))
    if (known && wasChanged(known, [...delivery.attempted, saying ?? []].flat()))
      return changedThere(action, known)
    if (known) return adopted(action, known, options.now)
    return settlementFor(error, action, delivery, channel, circumstances)
  }
}

/** Whether the service, dropping what it has seen, may have answered with a post of an attempt that said something else. */
function mayShowEarlier(hash: string, { delivery, doubted, channel }: Attempt): boolean {
  const { remoteState, remoteHash } = doubted ?? delivery
  const saidElse = remoteState === 'unconfirmed' && remoteHash !== hash
  return saidElse && (doubted === undefined || channel.capabilities.update === 'in-place')
}

const lookAgain = async (channel: Channel, post: Post, options: SubmitOptions): Promise<Receipt | null> =>
  (await channel.find?.(post, options)) ?? null

/** What is to be changed. */
const standing = ({ remoteId, remoteMark, attempted }: ClaimedDelivery, overwrite: boolean): Standing => ({
  remoteId: remoteId ?? '',
  mark: remoteMark,
  attempted,
  overwrite,
})
