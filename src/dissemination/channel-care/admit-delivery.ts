import type { Payload } from 'payload'

import type { Capabilities } from '../../channels/channel.ts'
import { serviceNamed } from '../../channels/services.ts'
import { inTransaction } from '../../database/database.ts'
import { type ClaimedDelivery, claim } from '../../ledger/channel-deliveries.ts'
import { approach, type Postponement, postponeDue, type WaitingDelivery } from '../../ledger/channel-gate.ts'
import { hostAndPort } from '../../network/guard.ts'
import { type Entry, enterChannel, type GateReason, perSecondOf, sharersOf } from './gate.ts'

/** A delivery that was let through, and what its channel's gate is told of it afterwards. */
export interface Admitted {
  readonly kind: 'admitted'
  readonly delivery: ClaimedDelivery
  /** See `Service.settlesAfterMs`. Zero: at once. */
  readonly settlesAfterMs: number
  readonly versions: Pick<WaitingDelivery, 'accountVersion' | 'itemVersion'>
  /** See `Entered.quietUntil`. */
  readonly quietUntil: Date | null
  readonly entry: Omit<Entry, 'isUrgent'> & { readonly isProbe: boolean; readonly isSuspect: boolean }
}

export type Admission =
  | Admitted
  /** Done, not due yet, held by somebody else, or its channel is paused. */
  | { readonly kind: 'nothing-due' }
  /** As many as may are under way: whoever carries them out goes on with the next. */
  | { readonly kind: 'all-busy' }
  /** All that is due on the channel was moved, in its order, to when it may leave. */
  | { readonly kind: 'postponed'; readonly channelId: string }

/** Of a service that this version of the program does not know. */
const unknown: Pick<Capabilities, 'concurrency' | 'pace'> = { concurrency: 1, pace: null }

/** Takes a delivery that is due if its channel takes something now, in one step with the channel's gate. */
export const admitDelivery = (payload: Payload, deliveryId: string): Promise<Admission> =>
  inTransaction(payload, async (transaction): Promise<Admission> => {
    const waiting = await approach(deliveryId, transaction)
    if (waiting === null) return { kind: 'nothing-due' }
    const entry = entryOf(waiting)
    const entered = await enterChannel(entry, transaction)
    if (entered.kind === 'wait') {
      if (entered.reason === 'all-busy') return { kind: 'all-busy' }
      const { until, reason } = entered
      const perSecond = perSecondOf(entry)
      const { channelId } = waiting
      const which = whichWait(entry, reason)
      await postponeDue({ channelId, until, reason, which, perSecond }, transaction)
      return { kind: 'postponed', channelId }
    }
    const delivery = await claim(deliveryId, transaction)
    if (delivery === null) return { kind: 'nothing-due' }
    const { isProbe, isSuspect, quietUntil } = entered
    return {
      kind: 'admitted',
      delivery,
      settlesAfterMs: serviceNamed(waiting.service)?.settlesAfterMs ?? 0,
      versions: waiting,
      quietUntil,
      entry: { ...entry, isProbe, isSuspect },
    }
  })

function whichWait(entry: Entry, reason: GateReason): Postponement['which'] {
  if (reason === 'quiet-hours') return 'new'
  return reason === 'rate-limited' ? sharersOf(entry) : 'all'
}

function entryOf({ channelId, service, baseUrl, isUrgent, isRemoval }: WaitingDelivery): Entry {
  const found = serviceNamed(service)
  const url = URL.parse(found?.fixedUrl ?? baseUrl ?? '')
  return {
    channelId,
    capabilities: found?.capabilities ?? unknown,
    host: url === null ? null : hostAndPort(url),
    isUrgent,
    isRemoval,
  }
}
