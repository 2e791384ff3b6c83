import type { Channel } from '../../channels/channel.ts'
import { ChannelError } from '../../channels/channel-error.ts'
import { type ClaimedDelivery, REMOVING } from '../../ledger/channel-deliveries.ts'
import type { ChannelSettlement } from '../../ledger/settle-delivery.ts'
import { type Attempt, optionsOf, overtaken } from './attempt.ts'
import type { Circumstances } from './circumstances.ts'
import { nextStep, type Step } from './next-step.ts'
import { removePost } from './remove-post.ts'
import { settlementFor } from './settlement-for.ts'
import { changedThere, done, wasChanged } from './settlement-of-receipt.ts'
import { submitPost } from './submit-post.ts'
import { type WishedPost, wishedPost } from './wished-post.ts'

/** Compares what should stand on the channel with what does, and makes at most one irreversible request. */
export async function carryOut(
  delivery: ClaimedDelivery,
  channel: Channel,
  circumstances: Circumstances,
): Promise<ChannelSettlement> {
  const options = optionsOf(delivery, circumstances)
  const attempt: Attempt = { delivery, channel, circumstances, options }
  try {
    return await reconcile(attempt)
  } catch (error) {
    if (!(error instanceof ChannelError)) throw error
    return settlementFor(error, 'none', delivery, channel, circumstances)
  }
}

async function reconcile(attempt: Attempt): Promise<ChannelSettlement> {
  const { delivery, channel, circumstances } = attempt
  const wished = await wishedPost(delivery, channel, circumstances, attempt.options)
  const place = { capabilities: channel.capabilities, canLook: channel.find !== undefined }
  const situation = { ...circumstances, wish: wished, isCorrection: circumstances.reason !== null }
  const step = nextStep(delivery, place, situation)
  if (step.do !== 'look') return take(step, wished, attempt)
  const found = await look(attempt, wished)
  if (found !== null) return found
  // Our removing it arrived: under that name, the service would know it as gone.
  if (delivery.remoteState === 'unconfirmed' && delivery.remoteHash === REMOVING) return gone(attempt)
  // It is not there, so nothing speaks against the step that comes when there never was anything.
  const sure: ClaimedDelivery =
    delivery.remoteState === 'live'
      ? { ...delivery, reason: 'found-nothing' }
      : { ...delivery, remoteState: delivery.generation > 1 ? 'absent' : 'none' }
  const next = await take(nextStep(sure, place, situation), wished, {
    ...attempt,
    delivery: sure,
    doubted: delivery,
  })
  const isSettled = next.remote === undefined && delivery.remoteState === 'unconfirmed'
  return isSettled && next.action === 'none' && next.state !== 'planned'
    ? { ...next, remote: { state: 'absent', id: null, url: null }, hash: null }
    : next
}

/** What may still arrive stays in doubt, and is looked for again before it is posted. */
const untilMorning = (quietUntil: Date): ChannelSettlement => ({
  action: 'none',
  state: 'planned',
  reason: 'quiet-hours',
  dueAt: quietUntil,
  attempt: 'uncounted',
})

const gone = ({ options }: Attempt): ChannelSettlement => ({
  action: 'none',
  state: 'planned',
  reason: null,
  dueAt: options.now,
  remote: { state: 'absent', id: null, url: null },
  hash: null,
})

/** Null: it is not among our latest. */
async function look(
  { delivery, channel, options }: Attempt,
  wished: WishedPost | null,
): Promise<ChannelSettlement | null> {
  const { itemUrl, locale, leftStanding, remoteState, remoteUrl, remoteHash, attempted } = delivery
  const found = await channel.find?.({ url: itemUrl, locale }, options)
  // The newest comes first: what stands beside it is found only where the newest is not.
  if (!found || leftStanding.some(({ id }) => id === found.remoteId)) return null
  // A person told where it stands, and this is another.
  if (remoteState === 'live' && remoteUrl !== null && found.remoteUrl !== remoteUrl) return null
  if (wished !== null && remoteState === 'unconfirmed' && wasChanged(found, attempted))
    return changedThere('none', found)
  return {
    ...done('none', found, remoteHash),
    isEarlier: remoteHash !== wished?.hash,
    state: 'planned',
    reason: 'found-there',
    dueAt: options.now,
  }
}

async function take(step: Step, wished: WishedPost | null, attempt: Attempt): Promise<ChannelSettlement> {
  switch (step.do) {
    case 'settle':
      return step.settlement
    case 'publish': {
      const { quietUntil } = attempt.circumstances
      if (quietUntil !== null && isFirst(attempt.delivery)) return untilMorning(quietUntil)
      return wished === null ? overtaken : submitPost('publish', wished, wished.post, attempt)
    }
    case 'update':
      return wished === null ? overtaken : submitPost('update', wished, wished.revised(), attempt)
    case 'remove':
      return removePost(step, attempt)
    case 'look':
      throw new Error('what was looked for is looked for again')
  }
}

/** Whether readers saw nothing of it before. */
const isFirst = ({ leftStanding, replaces }: ClaimedDelivery): boolean =>
  leftStanding.length === 0 && !replaces
