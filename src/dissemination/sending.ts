import type { Outcome, Transport } from '../newsletter/transports/transport.ts'
import type { Mailing } from './mailing.ts'

/** How sending ended for this worker. */
export type SendingEnd =
  | { readonly kind: 'nothing-due' }
  | { readonly kind: 'stopped' }
  /** What is left stays due; nothing is tried with this transport before then. */
  | { readonly kind: 'transport-away'; readonly until: Date }
  /** What is left is for those who asked for patience. */
  | { readonly kind: 'waits'; readonly until: Date }

export interface Sending {
  readonly issueId: string
  readonly transport: Transport
  /** Stops after what is under way. */
  readonly signal: AbortSignal
  mailing(editionId: string): Promise<Mailing>
  /** Is told what came of mails, and pauses the issue when it must not go on. */
  watch(told: readonly ToldOutcome[]): Promise<void>
}

export interface ToldOutcome {
  readonly outcome: Outcome
  /** Of mail exchangers that it came from. Null: from a mail service, before it asked anybody. */
  readonly group: string | null
}
