import type { Locale } from '../../i18n/locales.ts'

/** What a letter has to say about somebody who funded what it tells of. */
export interface ExpectedAcknowledgement {
  /** The statement's words, in the letter's language. */
  readonly statement: string
  /** Whether the emblem has to stand beside it. */
  readonly emblem: boolean
  /** The approved wording and its language. Null: none is approved in any. */
  readonly disclaimer: { readonly text: string; readonly locale: string } | null
}

/** An edition before or after a person's links were merged into it. */
export interface EditionUnderLint {
  readonly locale: Locale
  readonly subject: string
  readonly preheader: string
  readonly html: string
  readonly text: string
  /** Whether somebody funded the newsletter or what it tells of, so that the letter must say so. */
  readonly isFunded: boolean
  /** What it must say. @default any statement in its language will do */
  readonly acknowledgements?: readonly ExpectedAcknowledgement[]
  /** All attached files together, before they are encoded. @default 0 */
  readonly attachmentsBytes?: number
  /** Address of our own site. @default PUBLIC_URL */
  readonly site?: string
}
