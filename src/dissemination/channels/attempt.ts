import type { Channel, SubmitOptions } from '../../channels/channel.ts'
import type { ClaimedDelivery } from '../../ledger/channel-deliveries.ts'
import type { ChannelSettlement } from '../../ledger/settle-delivery.ts'
import type { Circumstances } from './circumstances.ts'

/** One attempt to make the channel as it should be. */
export interface Attempt {
  readonly delivery: ClaimedDelivery
  readonly channel: Channel
  readonly circumstances: Circumstances
  readonly options: SubmitOptions
  /** What it was before it was looked for and not found. Absent: nobody looked. */
  readonly doubted?: ClaimedDelivery
}

/** Longer than any service may take, shorter than the lease. */
const TIMEOUT_MS = 60_000

export const optionsOf = (delivery: ClaimedDelivery, circumstances: Circumstances): SubmitOptions => ({
  signal: AbortSignal.timeout(TIMEOUT_MS),
  now: circumstances.now,
  key: keyOf(delivery),
  identity: identityOf(delivery),
  plannedAt: delivery.plannedAt,
  occurredAt: circumstances.occurredAt,
  ...besideOf(delivery),
})

/** Another worker went on with it: what this one would write down is refused. */
export const overtaken: ChannelSettlement = { action: 'none', state: 'planned', reason: null }

const besideOf = ({ leftStanding }: ClaimedDelivery): Pick<SubmitOptions, 'beside'> => {
  const left = leftStanding.at(-1)
  return left === undefined ? {} : { beside: left.id }
}

/** The same for every attempt to carry out one change on one channel, and for no other. */
const keyOf = ({ id, revision, generation, leftStanding }: ClaimedDelivery): string =>
  `${id}.${revision}.${generation}.${leftStanding.length}`

/** The same for every attempt to make one post, and another once that was removed. */
const identityOf = ({ id, generation }: ClaimedDelivery): string => `${id}.${generation}`
