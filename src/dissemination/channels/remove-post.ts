import { ChannelError } from '../../channels/channel-error.ts'
import { type ClaimedDelivery, REMOVING } from '../../ledger/channel-deliveries.ts'
import type { ChannelSettlement } from '../../ledger/settle-delivery.ts'
import { type Attempt, overtaken } from './attempt.ts'
import { mayOverwrite, seeReplaceable } from './look-first.ts'
import type { Step } from './next-step.ts'
import { settlementFor } from './settlement-for.ts'

/** Removes the newest post, or one that was left standing beside it. */
export async function removePost(
  { post, which }: Extract<Step, { do: 'remove' }>,
  { delivery, channel, circumstances, options }: Attempt,
): Promise<ChannelSettlement> {
  const { item, locale, leftStanding } = delivery
  const { occurredAt, reason, now } = circumstances
  const isWanted = delivery.desired === 'live' && circumstances.item !== null
  if (which === 'newest' && isWanted) await seeReplaceable(delivery, channel, options)
  const overwrite = which === 'newest' && (await mayOverwrite(delivery, channel, options))
  const hash = which === 'newest' ? REMOVING : delivery.remoteHash
  if (!(await circumstances.writeAhead({ hash, itemUrl: delivery.itemUrl, saying: null }))) return overtaken
  try {
    await channel.remove({ remoteId: post.id, item, locale, occurredAt, reason, overwrite }, options)
  } catch (error) {
    if (!(error instanceof ChannelError)) throw error
    if (error.reason === 'too-late' && channel.capabilities.removeWithinMs !== null)
      return tooLate({ post, which }, delivery, now)
    // What is already gone counts as removed.
    if (error.reason !== 'missing') return settlementFor(error, 'remove', delivery, channel, circumstances)
  }
  const left = which === 'left' ? leftStanding.filter(({ id }) => id !== post.id) : leftStanding
  const gone = which === 'newest' || delivery.remoteState !== 'live'
  const isDone = gone && left.length === 0 && !isWanted
  return {
    action: 'remove',
    ...(isDone
      ? { state: 'submitted', reason: null }
      : { state: 'planned', reason: null, dueAt: now, attempt: 'anew' }),
    ...(gone && { remote: { state: 'absent', id: null, url: null }, hash: null }),
    leftStanding: left,
  }
}

/** Longer than any service lets a post be removed. */
const LONG_AGO = new Date(0)

/** It stands there for longer than we knew, so it is done with it as with what can be removed no more. */
const tooLate = (
  { post, which }: Omit<Extract<Step, { do: 'remove' }>, 'do'>,
  { leftStanding, remoteHash }: ClaimedDelivery,
  now: Date,
): ChannelSettlement => ({
  action: 'remove',
  state: 'planned',
  reason: null,
  dueAt: now,
  attempt: 'anew',
  hash: remoteHash === REMOVING ? null : remoteHash,
  ...(which === 'newest'
    ? { since: LONG_AGO }
    : {
        leftStanding: leftStanding.map((each) =>
          each.id === post.id ? { ...each, since: LONG_AGO.toISOString() } : each,
        ),
      }),
})
