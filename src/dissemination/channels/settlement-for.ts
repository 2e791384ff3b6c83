import type { Channel } from '../../channels/channel.ts'
import type { ChannelError } from '../../channels/channel-error.ts'
import { retryAt } from '../../channels/retry-at.ts'
import type { ClaimedDelivery } from '../../ledger/channel-deliveries.ts'
import type { ChannelAction, ChannelSettlement } from '../../ledger/settle-delivery.ts'
import type { ChannelPolicies } from './next-step.ts'

interface Moment {
  readonly policies: ChannelPolicies
  readonly now: Date
  /** From 0 up to 1, drawn anew each time. */
  readonly random: number
}

/** What becomes of a delivery that the service did not take. The error's reason decides, not its service. */
export function settlementFor(
  error: ChannelError,
  action: ChannelAction,
  delivery: ClaimedDelivery,
  channel: Channel,
  moment: Moment,
): ChannelSettlement {
  const told = { action, error: error.message, status: error.status }
  return { ...told, ...outcomeOf(error, action, delivery, channel, moment) }
}

function outcomeOf(
  error: ChannelError,
  action: ChannelAction,
  { desired, attempts, failingSince, remoteId, remoteUrl, remoteHash, remoteState }: ClaimedDelivery,
  channel: Channel,
  { policies, now, random }: Moment,
): Omit<ChannelSettlement, 'action'> {
  const { reason } = error
  // Nothing happened: what stands there is what stood there.
  const before = { hash: remoteHash }
  switch (reason) {
    case 'missing':
      if (desired === 'absent') return { state: 'submitted', reason: null, ...gone }
      return policies.removals === 'recreate'
        ? { state: 'planned', reason: null, dueAt: now, attempt: 'anew', ...gone }
        : {
            state: 'skipped',
            reason: 'removed-there',
            remote: { ...gone.remote, state: 'unlinked' },
            hash: null,
          }
    case 'changed-there':
      return { state: 'held', reason, ...before }
    case 'unauthorised':
    case 'misconfigured':
    case 'closed':
      return { state: 'planned', reason, dueAt: now, attempt: 'uncounted', ...before }
  }
  const isNew = action === 'publish'
  const isUnclear = isNew && (reason === 'unconfirmed' || reason === 'duplicate')
  const remote = isUnclear
    ? { remote: { state: 'unconfirmed', id: remoteId, url: remoteUrl } as const }
    : reason === 'unconfirmed'
      ? {}
      : before
  const repeatable = !isNew || channel.capabilities.deduplicates || channel.find !== undefined
  const failingForMs = failingSince === null ? 0 : now.getTime() - failingSince.getTime()
  const dueAt = retryAt(error, { attempts, failingForMs, repeatable, now, random })
  if (dueAt !== null) return { state: 'planned', reason, dueAt, ...remote }
  const isOpen = isUnclear || reason === 'unconfirmed' || remoteState === 'unconfirmed'
  return { state: isOpen ? 'unconfirmed' : 'failed', reason, ...remote }
}

const gone = { remote: { state: 'absent', id: null, url: null }, hash: null } as const
