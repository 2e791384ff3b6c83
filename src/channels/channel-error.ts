import type { Receipt } from './channel.ts'

/** Why a service did not do what we asked. The reason alone decides what happens next: see `retryAt`. */
export type ChannelErrorReason =
  | 'unavailable' // never reached, or it said that it cannot now: nothing happened
  | 'rate-limited' // too many requests: nothing happened, and it may have said until when
  | 'unauthorised' // a person must reconnect the account
  | 'misconfigured' // nothing there to talk to, or an address that we refuse: a person must correct the account
  | 'closed' // the other side wants nothing from us any more: the channel is to be switched off
  | 'rejected' // the post itself is at fault: a person must change the item
  | 'duplicate' // it says that this stands there already; `receipt` names it where it said so
  | 'changed-there' // a person changed our post at the other side, which is not overwritten unasked
  | 'too-late' // it takes nothing back that stands for so long: `Capabilities.removeWithinMs`
  | 'missing' // what was to be changed does not stand there any more: somebody removed it on purpose
  | 'unconfirmed' // sent, but no answer that tells: it may have happened

interface Details {
  /** For `duplicate`. */
  readonly receipt?: Receipt | null
  readonly cause?: unknown
  /** When the service said that it would take posts again. */
  readonly retryAfter?: Date | null
  /** The answer's. */
  readonly status?: number | null
}

export class ChannelError extends Error {
  override readonly name = 'ChannelError'
  readonly reason: ChannelErrorReason
  /** Null: the service did not say. */
  readonly retryAfter: Date | null
  /** What stands there already. Null: the service did not say. */
  readonly receipt: Receipt | null
  /** HTTP status. Null: there was no answer. */
  readonly status: number | null

  constructor(
    reason: ChannelErrorReason,
    message: string,
    { cause, retryAfter = null, receipt = null, status = null }: Details = {},
  ) {
    super(message, { cause })
    this.reason = reason
    this.retryAfter = retryAfter
    this.receipt = receipt
    this.status = status
  }
}
