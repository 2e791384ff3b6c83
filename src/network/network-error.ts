/** Why there is no answer. The kind alone decides what the caller may do: nothing else tells whether repeating is safe. */
export type NetworkErrorKind =
  | 'refused-address' // we will not talk to that address; nothing was sent
  | 'never-sent' // no connection came about; nothing was sent
  | 'no-answer' // connected, but no whole answer: it may have been processed
  | 'too-large' // processed, and answered with more than we read

/** Messages name the host, never a path, a query or a header: those can hold secrets. */
export class NetworkError extends Error {
  override readonly name = 'NetworkError'
  readonly kind: NetworkErrorKind

  constructor(kind: NetworkErrorKind, message: string, cause?: unknown) {
    super(message, { cause })
    this.kind = kind
  }
}
