import type { Outcome, Transport } from '../../newsletter/transports/transport.ts'

/** What a worker saw come of a mail that it handed over. */
export interface SeenOutcome {
  readonly deliveryId: string
  readonly by: Transport['name']
  readonly outcome: Outcome['kind']
  /** Whether the worker neither died nor stood still, then or later. */
  isSound(): boolean
}
