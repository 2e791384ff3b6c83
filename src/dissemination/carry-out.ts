import { type Channel, prepared, type Receipt, type SubmitOptions } from '../channels/channel.ts'
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

const done = (action: ChannelAction, { remoteId, remoteUrl, mark }: Receipt): ChannelSettlement => ({
  action,
  state: 'submitted',
  reason: null,
  remote: { state: 'live', id: remoteId, url: remoteUrl, mark },
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
  if (desired === 'live' && item !== null) return remoteState === 'live' ? 'update' : 'publish'
  const mayStand = remoteState === 'live' || remoteState === 'unconfirmed'
  return mayStand && channel.capabilities.remove === 'yes' ? 'remove' : 'none'
}

async function act(
  action: ChannelAction,
  delivery: ClaimedDelivery,
  channel: Channel,
  circumstances: Circumstances,
): Promise<ChannelSettlement> {
  const { item, now } = circumstances
  const options = {
    signal: AbortSignal.timeout(TIMEOUT_MS),
    now,
    key: keyOf(delivery),
    identity: identityOf(delivery),
    plannedAt: delivery.plannedAt,
  }
  if (action === 'remove') return remove(delivery, channel, circumstances, options)
  if (action === 'none' || item === null) return nothingToDo(delivery)

  if (action === 'publish' && delivery.remoteState === 'unconfirmed') {
    const found = await channel.find?.({ url: item.url, locale: item.locale }, options)
    // It may show an earlier text, so it is brought up to date next.
    if (found) return { ...done(action, found), state: 'planned', reason: 'found-there', dueAt: now }
    // Where we cannot look and the service keeps no keys, a second post is worse than a question to a person.
    if (channel.find === undefined && !channel.capabilities.deduplicates)
      return { action, state: 'unconfirmed', reason: 'worker-vanished' }
  }
  const limits = await channel.limits?.(options)
  const change = action === 'update' ? 'revised' : 'published'
  const post = channel.compose(item, { change, ...(limits !== undefined && { limits }) })
  const [fault] = channel.validate(post)
  if (fault !== undefined) return { action, state: 'failed', reason: fault }
  if (action === 'publish')
    return done(action, await channel.publish(await prepared(channel, post, options), options))
  if (channel.capabilities.update === 'none') return skipped('cannot-edit')
  const standing = {
    remoteId: delivery.remoteId ?? '',
    mark: delivery.remoteMark,
    overwrite: delivery.overwrite,
  }
  return done(action, await channel.update(standing, await prepared(channel, post, options), options))
}

/** Takes away what stands there. What may stand there is looked for first, where the service lets us look. */
async function remove(
  { item, itemUrl, locale, remoteId, remoteState }: ClaimedDelivery,
  channel: Channel,
  { occurredAt }: Circumstances,
  options: SubmitOptions,
): Promise<ChannelSettlement> {
  let standing = remoteId ?? ''
  if (remoteState === 'unconfirmed' && channel.find !== undefined) {
    const found = await channel.find({ url: itemUrl, locale }, options)
    if (found === null) return skipped('withdrawn-before-sending', { state: 'absent', id: null, url: null })
    standing = found.remoteId
  }
  await channel.remove({ remoteId: standing, item, locale, occurredAt, reason: null }, options)
  return {
    action: 'remove',
    state: 'submitted',
    reason: null,
    remote: { state: 'absent', id: null, url: null },
  }
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

/** The same for every attempt to make one post, and another once that was removed. */
const identityOf = ({ id, generation }: ClaimedDelivery): string => `${id}.${generation}`
