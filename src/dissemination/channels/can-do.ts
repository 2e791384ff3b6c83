import type { ItemDelivery } from '../../ledger/item-report.ts'

/** What a person can decide about an item on one channel in one language. */
export const decisions = [
  'publish-now', // whatever the rules, the schedule and the approval say
  'retry', // what failed, or waits until it is tried again
  'withdraw', // from this channel, in this language
  'adopt', // it stands at an address
  'assume', // it arrived, or was done by hand
  'send-again', // it did not arrive
  'overwrite', // what was changed at the other side
  'keep-theirs', // and leave it alone from now on
  'recreate', // what was removed there
] as const

export type Decision = (typeof decisions)[number]

interface Standing {
  /** Null: nothing is planned there. */
  readonly delivery: ItemDelivery | null
  /** Whether the item is public in the language. */
  readonly isPublic: boolean
  readonly now: Date
}

/** What is open to a person now, in the order of `decisions`. */
export function canDo({ delivery, isPublic, now }: Standing): readonly Decision[] {
  if (delivery === null) return isPublic ? ['publish-now'] : []
  if (delivery.state === 'submitting') return []
  return decisions.filter((decision) => isOpen[decision]({ delivery, isPublic, now }))
}

const ruledOut = new Set(['not-chosen', 'topic-not-wanted', 'collection-not-wanted', 'channel-off'])
const awaited = new Set(['awaits-approval', 'rejected-by-editor'])
const doneByHand = new Set(['to-post-by-hand', 'to-change-by-hand', 'to-remove-by-hand'])

type Open = (standing: Standing & { readonly delivery: ItemDelivery }) => boolean

const waits: Open = ({ delivery: { state, dueAt }, now }) => state === 'planned' && dueAt > now
const isHeld =
  (reasons: ReadonlySet<string>): Open =>
  ({ delivery: { state, reason } }) =>
    state === 'held' && reasons.has(reason ?? '')
const stands: Open = ({ delivery: { remoteState } }) =>
  remoteState === 'live' || remoteState === 'unconfirmed'
const isChangedThere: Open = ({ delivery: { state, reason, probe, remoteState } }) =>
  (state === 'held' && reason === 'changed-there') || (remoteState === 'live' && probe === 'changed')

const isOpen: Readonly<Record<Decision, Open>> = {
  'publish-now': (at) =>
    at.isPublic &&
    (isHeld(awaited)(at) ||
      (at.delivery.state === 'skipped' && ruledOut.has(at.delivery.reason ?? '')) ||
      (waits(at) && at.delivery.attempts === 0)),
  retry: (at) => at.delivery.state === 'failed' || (waits(at) && at.delivery.attempts > 0),
  withdraw: (at) =>
    at.isPublic &&
    at.delivery.desired === 'live' &&
    at.delivery.state !== 'unconfirmed' &&
    (stands(at) || at.delivery.state === 'planned' || at.delivery.state === 'held'),
  adopt: (at) =>
    at.delivery.state === 'unconfirmed' ||
    (at.delivery.desired === 'live' && (isHeld(doneByHand)(at) || at.delivery.state === 'failed')),
  assume: (at) =>
    at.delivery.state === 'unconfirmed' || (isHeld(doneByHand)(at) && at.delivery.remoteState === 'live'),
  'send-again': (at) => at.delivery.state === 'unconfirmed',
  overwrite: isChangedThere,
  'keep-theirs': isChangedThere,
  recreate: (at) =>
    at.isPublic &&
    at.delivery.desired === 'live' &&
    (at.delivery.remoteState === 'unlinked' ||
      (at.delivery.remoteState === 'live' && at.delivery.probe === 'gone')),
}
