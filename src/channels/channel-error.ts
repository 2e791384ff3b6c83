/** Why a service did not do what we asked. The reason alone decides what happens next: see `retryAt`. */
export type ChannelErrorReason =
  | 'unavailable' // never reached, or it said that it cannot now: nothing happened
  | 'rate-limited' // too many requests: nothing happened, and it may have said until when
  | 'unauthorised' // a person must reconnect the account
  | 'misconfigured' // nothing there to talk to, or an address that we refuse: a person must correct the account
  | 'closed' // the other side wants nothing from us any more: the channel is to be switched off
  | 'rejected' // the post itself is at fault: a person must change the item
  | 'missing' // what was to be changed does not stand there any more: somebody removed it on purpose
  | 'unconfirmed' // sent, but no answer that tells: it may have happened

interface Details {
  readonly cause?: unknown
  /** When the service said that it would take posts again. */
  readonly retryAfter?: Date | null
}

export class ChannelError extends Error {
  override readonly name = 'ChannelError'
  readonly reason: ChannelErrorReason
  /** Null: the service did not say. */
  readonly retryAfter: Date | null

  constructor(reason: ChannelErrorReason, message: string, { cause, retryAfter = null }: Details = {}) {
    super(message, { cause })
    this.reason = reason
    this.retryAfter = retryAfter
  }
}
