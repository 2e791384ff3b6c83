import type { Capabilities } from '../../channels/channel.ts'
import { type ClaimedDelivery, REMOVING, type StandingPost } from '../../ledger/channel-deliveries.ts'
import type { ChannelSkipReason, HoldReason } from '../../ledger/delivery-state.ts'
import type { ChannelSettlement } from '../../ledger/settle-delivery.ts'
import { kindOf, type PostKind } from './post-hash.ts'

/** What is done where a service cannot follow the item. */
export interface ChannelPolicies {
  /** An item changed, and the service does not show changes. */
  readonly edits: 'ignore' | 'replace' | 'correct'
  /** It was withdrawn, and the service takes nothing away. */
  readonly withdrawals: 'leave' | 'notice'
  /** Somebody removed our post there. */
  readonly removals: 'respect' | 'recreate'
}

/** A service, as far as it decides what can be done. */
export interface Place {
  readonly capabilities: Capabilities
  /** Whether it shows us our latest posts. */
  readonly canLook: boolean
}

/** What readers should find there. `hash`: of the post as it would be posted anew. */
interface Wish {
  readonly kind: PostKind
  readonly hash: string
}

export interface Situation {
  /** Null: nothing should stand there. */
  readonly wish: Wish | null
  readonly policies: ChannelPolicies
  /** Somebody said why it was corrected: such a change is never too small. */
  readonly isCorrection: boolean
  /** Of the post that a person approved. Null: nobody approved any. */
  readonly approvedHash: string | null
  readonly now: Date
}

export type Step =
  /** Nothing is asked of the service. */
  | { readonly do: 'settle'; readonly settlement: ChannelSettlement }
  /** Looks for what may stand there; if it does not, the next step is as if it never had. */
  | { readonly do: 'look' }
  | { readonly do: 'publish' }
  | { readonly do: 'update' }
  /** `left`: another than the newest. */
  | { readonly do: 'remove'; readonly post: StandingPost; readonly which: 'newest' | 'left' }

/**
 * Compares what should stand on a channel with what does, and names the one step to take next. Pure: the ledger's row, the
 * service and the item say it all, so it does not matter what happened in between, or how often.
 */
export function nextStep(row: ClaimedDelivery, place: Place, situation: Situation): Step {
  if (row.remoteState === 'unlinked')
    return skip(row.reason === 'kept-theirs' ? 'kept-theirs' : 'removed-there')
  if (row.remoteState === 'unconfirmed') return whenInDoubt(row, place, situation)
  // What was begun is brought to its end: nobody could tell our removing it from somebody else's.
  if (row.remoteState === 'live' && row.remoteHash === REMOVING)
    return { do: 'remove', post: newest(row), which: 'newest' }
  const isUnnamed = row.remoteState === 'live' && row.remoteId === null
  if (isUnnamed && place.canLook && row.reason !== 'found-nothing') return { do: 'look' }
  return situation.wish?.kind === 'item'
    ? towardsLive(row, place, situation, situation.wish)
    : towardsAbsent(row, place, situation)
}

/** It may stand there: a second post would be worse than a question to a person. */
function whenInDoubt(row: ClaimedDelivery, place: Place, situation: Situation): Step {
  if (place.canLook) return { do: 'look' }
  if (!place.capabilities.deduplicates)
    return settle({ action: 'none', state: 'unconfirmed', reason: row.reason ?? 'worker-vanished' })
  // What was begun to be removed may be gone, and its name with it.
  const isWanted = situation.wish !== null && row.remoteHash !== REMOVING
  // A service that drops what it has seen takes the same post again, and is told of a withdrawal it may not need.
  return isWanted ? { do: 'publish' } : { do: 'remove', post: newest(row), which: 'newest' }
}

function towardsLive(row: ClaimedDelivery, place: Place, situation: Situation, wish: Wish): Step {
  const { capabilities } = place
  const byHand = capabilities.posts === 'by-hand'
  const isSaid = row.remoteState === 'live' && row.remoteHash === wish.hash
  // What can never be taken back is posted as it was approved, or not at all.
  if (capabilities.isFinal && !isSaid && wish.hash !== situation.approvedHash) return hold('awaits-approval')
  if (row.remoteState !== 'live') return byHand ? hold('to-post-by-hand') : { do: 'publish' }
  if (isSaid) return settle({ action: 'none', state: 'submitted', reason: null })
  if (byHand) return hold('to-change-by-hand')
  const isUnnamed = row.remoteId === null
  if (capabilities.update === 'in-place') return isUnnamed ? skip('cannot-edit') : { do: 'update' }
  // What says that it was withdrawn is no earlier version of it.
  if (kindOf(row.remoteHash) === 'notice') return setAside(row, situation)
  switch (situation.policies.edits) {
    case 'ignore':
      return skip(situation.isCorrection ? 'cannot-edit' : 'small-edit')
    case 'replace':
      if (isUnnamed) return skip('cannot-edit')
      return isRemovable(newest(row), capabilities, situation)
        ? { do: 'remove', post: newest(row), which: 'newest' }
        : skip(whyNot(capabilities))
    case 'correct':
      return setAside(row, situation)
  }
}

function towardsAbsent(row: ClaimedDelivery, { capabilities }: Place, situation: Situation): Step {
  const { wish } = situation
  const stands = row.remoteState === 'live'
  if (capabilities.posts === 'by-hand' && stands) return hold('to-remove-by-hand')
  const says = stands ? kindOf(row.remoteHash) : null
  const removable = (post: StandingPost) => isRemovable(post, capabilities, situation)
  if (says === 'item' && row.remoteId !== null && removable(newest(row)))
    return { do: 'remove', post: newest(row), which: 'newest' }
  const left = row.leftStanding.find(removable)
  if (left !== undefined) return { do: 'remove', post: left, which: 'left' }

  if (!stands && row.leftStanding.length === 0)
    return row.remoteState === 'absent'
      ? settle({ action: 'none', state: 'submitted', reason: null })
      : skip('withdrawn-before-sending')
  const isSaid = says === 'notice' && (wish === null || row.remoteHash === wish.hash)
  if (isSaid) return settle({ action: 'none', state: 'submitted', reason: 'notice-stands' })
  const isUnnamed = stands && row.remoteId === null
  if (wish === null) return skip(isUnnamed ? 'cannot-remove' : whyNot(capabilities))
  if (!stands) return { do: 'publish' }
  if (capabilities.update === 'in-place') return isUnnamed ? skip('cannot-remove') : { do: 'update' }
  return says === 'notice'
    ? settle({ action: 'none', state: 'submitted', reason: 'notice-stands' })
    : setAside(row, situation)
}

/**
 * Writes down that the next post is to stand beside this one, before that is made: a crash in between is seen by the
 * other side's being asked for the new one, not for this.
 */
const setAside = (row: ClaimedDelivery, { now }: Situation): Step =>
  settle({
    action: 'none',
    state: 'planned',
    reason: null,
    dueAt: now,
    attempt: 'anew',
    remote: { state: 'absent', id: null, url: null },
    hash: null,
    leftStanding: [...row.leftStanding, newest(row)],
  })

/** A service that has no names for posts goes by the one that we gave it. */
const newest = ({ id, generation, remoteId, remoteUrl, remoteSince }: ClaimedDelivery): StandingPost => ({
  id: remoteId ?? `${id}.${generation}`,
  url: remoteUrl,
  since: remoteSince?.toISOString() ?? null,
})

/** A service that takes nothing back after a while is asked in time, or not at all. */
const isRemovable = (
  { since }: StandingPost,
  { remove, removeWithinMs }: Capabilities,
  { now }: Situation,
): boolean =>
  remove === 'yes' &&
  (removeWithinMs === null || since === null || now.getTime() - Date.parse(since) < removeWithinMs)

const whyNot = ({ remove }: Capabilities): ChannelSkipReason =>
  remove === 'none' ? 'cannot-remove' : 'window-over'

const settle = (settlement: ChannelSettlement): Step => ({ do: 'settle', settlement })

const skip = (reason: ChannelSkipReason): Step => settle({ action: 'none', state: 'skipped', reason })

const hold = (reason: HoldReason): Step =>
  settle({ action: 'none', state: 'held', reason, attempt: 'uncounted' })
