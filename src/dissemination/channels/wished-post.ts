import type { Channel, ComposeOptions, Post, RequestOptions } from '../../channels/channel.ts'
import type { ClaimedDelivery } from '../../ledger/channel-deliveries.ts'
import type { Circumstances } from './circumstances.ts'
import { type PostKind, postHash } from './post-hash.ts'

type Wishes = Pick<Circumstances, 'item' | 'withdrawn' | 'words' | 'reason' | 'policies'>

/** A post as it would be posted anew. */
export interface WishedPost {
  readonly kind: PostKind
  readonly post: Post
  readonly hash: string
  /** The same, as the newest version of what stands there. */
  readonly revised: () => Post
}

/** Composed only where something should stand there, since a server may have to be asked what it takes. */
export async function wishedPost(
  delivery: ClaimedDelivery,
  channel: Channel,
  circumstances: Wishes,
  options: RequestOptions,
): Promise<WishedPost | null> {
  const { item, withdrawn, words, reason, policies } = circumstances
  const { capabilities } = channel
  const isLive = delivery.desired === 'live' && item !== null
  const mayRemain = capabilities.remove === 'none' || capabilities.removeWithinMs !== null
  const saysWithdrawn = item === null && mayRemain && policies.withdrawals === 'notice'
  const mayStand = delivery.remoteState !== 'none' || delivery.leftStanding.length > 0
  if (!isLive && !(saysWithdrawn && mayStand)) return null
  const limits = capabilities.posts === 'by-hand' ? undefined : await channel.limits?.(options)
  const shared = { ...(limits !== undefined && { limits }), ...(reason !== null && { reason }) }
  if (!isLive) {
    if (withdrawn === null) return null
    const post = channel.compose(withdrawn, { ...shared, change: 'withdrawn' })
    return { kind: 'notice', post, hash: postHash('notice', post), revised: () => post }
  }
  const compose = (change: ComposeOptions['change']) => channel.compose(item, { ...shared, ...words, change })
  const isBeside = delivery.leftStanding.length > 0
  const post = compose(isBeside ? 'corrected' : 'published')
  return {
    kind: 'item',
    post,
    hash: postHash('item', post),
    revised: () => (isBeside ? post : compose('revised')),
  }
}
