import type { Channel, Receipt } from '../channels/channel.ts'
import { ChannelError } from '../channels/channel-error.ts'
import { retryAt } from '../channels/retry-at.ts'
import type { PublishedItem } from '../content/published-item.ts'
import type { ChannelAction, ChannelSettlement, ClaimedDelivery } from '../ledger/channel-deliveries.ts'

/** Longer than any service may take, shorter than the lease. */
const TIMEOUT_MS = 60_000

export interface Circumstances {
  /** The item as the public sees it in the delivery's locale now. Null: it is not public there any more. */
  readonly item: PublishedItem | null
  readonly now: Date
  /** From 0 up to 1, drawn anew each time. */
  readonly random: number
  /** When the change that is carried out happened. */
  readonly occurredAt: Date
}

const done = (action: ChannelAction, { remoteId, remoteUrl }: Receipt): ChannelSettlement => ({
  action,
  state: 'submitted',
  reason: null,
  remote: { state: 'live', id: remoteId, url: remoteUrl },
})

const skipped = (reason: string, remote?: ChannelSettlement['remote']): ChannelSettlement => ({
  action: 'none',
  state: 'skipped',
  reason,
  ...(remote !== undefined && { remote }),
})

/** Compares what should stand on the channel with what does, and makes at most one irreversible request. */
export async function carryOut(
  delivery: ClaimedDelivery,
  channel: Channel,
  circumstances: Circumstances,
): Promise<ChannelSettlement> {
  const action = actionFor(delivery, channel, circumstances.item)
  try {
    return await act(action, delivery, channel, circumstances)
  } catch (error) {
    if (!(error instanceof ChannelError)) throw error
    return settlementFor(error, action, delivery, channel, circumstances)
  }
}

/** What is to be done. Pure: the ledger row and the item say it all. */
function actionFor(
  { desired, remoteState }: ClaimedDelivery,
  channel: Channel,
  item: PublishedItem | null,
): ChannelAction {
  if (remoteState === 'unlinked') return 'none'
  const isWanted = desired === 'live' && item !== null
  if (isWanted) return remoteState === 'live' ? 'update' : 'publish'
  return remoteState === 'live' && channel.capabilities.remove === 'yes' ? 'remove' : 'none'
}

async function act(
  action: ChannelAction,
  delivery: ClaimedDelivery,
  channel: Channel,
  { item, now, occurredAt }: Circumstances,
): Promise<ChannelSettlement> {
  const options = { signal: AbortSignal.timeout(TIMEOUT_MS), now, key: keyOf(delivery) }
  const { remoteId, remoteState, locale } = delivery
  if (action === 'none' || (action !== 'remove' && item === null)) return nothingToDo(delivery)
  if (action === 'remove') {
    await channel.remove({ remoteId: remoteId ?? '', item: delivery.item, locale, occurredAt }, options)
    return { action, state: 'submitted', reason: null, remote: { state: 'absent', id: null, url: null } }
  }
  const change = action === 'update' ? 'revised' : 'published'
  const limits = await channel.limits?.(options)
  const post = channel.compose(item as PublishedItem, { change, ...(limits !== undefined && { limits }) })
  const [fault] = channel.validate(post)
  if (fault !== undefined) return { action, state: 'failed', reason: fault }
  if (action === 'update') {
    if (channel.capabilities.update === 'none') return skipped('cannot-edit')
    return done(action, await channel.update(remoteId ?? '', post, options))
  }
  if (remoteState === 'unconfirmed') {
    const found = await channel.find?.(post, options)
    if (found) return done('publish', found)
    // Where we cannot look and the service keeps no keys, a second post is worse than a question to a person.
    if (channel.find === undefined && !channel.capabilities.deduplicates)
      return { action, state: 'unconfirmed', reason: 'worker-vanished' }
  }
  return done(action, await channel.publish(post, options))
}

function nothingToDo({ remoteState, remoteId, remoteUrl }: ClaimedDelivery): ChannelSettlement {
  if (remoteState === 'unlinked') return skipped('removed-there')
  if (remoteState === 'live') return skipped('cannot-remove', { state: 'live', id: remoteId, url: remoteUrl })
  return skipped('withdrawn-before-sending')
}

function settlementFor(
  error: ChannelError,
  action: ChannelAction,
  { attempts, remoteId, remoteUrl }: ClaimedDelivery,
  channel: Channel,
  { now, random }: Circumstances,
): ChannelSettlement {
  const { reason } = error
  const isNew = action === 'publish'
  const unclear = isNew &&
    reason === 'unconfirmed' && { remote: { state: 'unconfirmed', id: remoteId, url: remoteUrl } as const }
  if (reason === 'missing') return skipped('removed-there', { state: 'unlinked', id: null, url: null })
  if (reason === 'unauthorised' || reason === 'misconfigured' || reason === 'closed')
    return { action, state: 'planned', reason, dueAt: now, uncounted: true }

  const repeatable = !isNew || channel.capabilities.deduplicates || channel.find !== undefined
  const dueAt = retryAt(error, { attempts, repeatable, now, random })
  if (dueAt !== null) return { action, state: 'planned', reason, dueAt, ...unclear }
  return { action, state: reason === 'unconfirmed' ? 'unconfirmed' : 'failed', reason, ...unclear }
}

/** The same for every attempt to carry out one change on one channel, and for no other. */
const keyOf = ({ id, outboxId }: ClaimedDelivery): string => `${id}.${outboxId}`
