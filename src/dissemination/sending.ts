import type { Transport } from '../newsletter/transports/transport.ts'
import type { Mailing } from './mailing.ts'

/** How sending ended for this worker. */
export type SendingEnd =
  | 'nothing-due'
  | 'transport-away' // what is left stays due, and the sweep comes back to it
  | 'stopped'

export interface Sending {
  readonly issueId: string
  readonly transport: Transport
  /** Stops after what is under way. */
  readonly signal: AbortSignal
  mailing(editionId: string): Promise<Mailing>
}
