import type { ChannelDeliveryState } from '../ledger/delivery-state.ts'
import type { Tone } from './marks.tsx'

/** The colour in which each state is shown; its mark has the state's name. */
export const toneOf: Readonly<Record<ChannelDeliveryState, Tone>> = {
  planned: 'info',
  submitting: 'info',
  submitted: 'ok',
  unconfirmed: 'warn',
  failed: 'bad',
  skipped: 'quiet',
  held: 'warn',
}
