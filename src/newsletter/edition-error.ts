/** Why an edition cannot be sent. */
export type EditionErrorReason =
  | 'unknown-placeholder' // something that looks like a placeholder and is none of ours
  | 'missing-placeholder' // without it nobody could unsubscribe
  | 'missing-value' // a person's own link was not given
  | 'too-large' // mail programs would cut it off, and with it the way to unsubscribe
  | 'unsafe-link' // an address that is not http or https
  | 'no-subject' // an inbox would show nothing
  | 'no-acknowledgement' // it does not say who funded what it tells of

/** An edition that must not be sent as it is. */
export class EditionError extends Error {
  override readonly name = 'EditionError'
  readonly reason: EditionErrorReason
  /** Which check found what, for the person who has to mend it. Null: it was refused for something else. */
  readonly found: { readonly check: string; readonly part: string | null } | null

  constructor(reason: EditionErrorReason, message: string, found: EditionError['found'] = null) {
    super(message)
    this.reason = reason
    this.found = found
  }
}
