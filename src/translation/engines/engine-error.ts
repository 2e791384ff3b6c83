/** Why an engine did not translate. The reason alone decides what happens next: see `nextTry`. */
export const engineErrorReasons = [
  'unavailable', // never reached, or it said that it cannot now: nothing was translated
  'rate-limited', // too many requests: nothing was translated, and it may have said until when
  'quota', // our account there is used up: a person must buy more, or wait for its next period
  'unauthorised', // a person must correct the credentials
  'unsupported-pair', // it does not translate between these languages
  'too-large', // more at once than it takes
  'refused', // it will not translate this, whenever it is asked
  'unclear', // sent, but no answer that tells: it may have been translated, and paid for
] as const

export type EngineErrorReason = (typeof engineErrorReasons)[number]

interface Details {
  readonly cause?: unknown
  /** When the engine said that it would work again. */
  readonly retryAfter?: Date | null
}

export class EngineError extends Error {
  override readonly name = 'EngineError'
  readonly reason: EngineErrorReason
  /** Null: the engine did not say. */
  readonly retryAfter: Date | null

  constructor(reason: EngineErrorReason, message: string, { cause, retryAfter = null }: Details = {}) {
    super(message, { cause })
    this.reason = reason
    this.retryAfter = retryAfter
  }
}
