import type { BounceClass } from '../../ledger/mail-feedback.ts'
import type { CompiledEdition } from '../compiled-edition.ts'
import type { Mailbox, MailHead } from '../headers.ts'
import type { PlaceholderValues } from '../placeholders.ts'

/** One person's letter, everything about it decided. */
export interface FrozenMail {
  readonly head: MailHead
  readonly values: PlaceholderValues
}

/** Letters of one edition that are handed over together, and the same ones in the same order if handed over again. */
export interface FrozenBatch {
  /** The same for every attempt at this batch and for no other. At most 256 ASCII characters. */
  readonly key: string
  readonly edition: CompiledEdition
  readonly mails: readonly FrozenMail[]
}

/** A mail of its own: a confirmation, a test, a password reset. */
export interface SingleMail {
  /** The same for every attempt at this mail and for no other. At most 256 ASCII characters. */
  readonly key: string
  readonly from: Mailbox
  readonly replyTo: string | null
  readonly to: string
  readonly subject: string
  /** Null: plain text only. */
  readonly html: string | null
  /** Null: HTML only. */
  readonly text: string | null
  /** BCP 47. Null where we do not know. */
  readonly locale: string | null
  /** What makes it a letter that can be left with one click. Unset: it answers what one person did. */
  readonly listed?: ListedHead
  /** @default none */
  readonly attachments?: readonly Attachment[]
}

/** As a letter's head has it; `others` then holds all further headers. */
interface ListedHead extends Pick<MailHead, 'messageId' | 'others'> {
  /** Null: it is in no ledger, as a test to a colleague. */
  readonly deliveryId: string | null
}

/** A file that comes with a mail. */
export interface Attachment {
  readonly filename: string
  /** With its parameters, e.g. `text/calendar; charset=utf-8; method=PUBLISH`. */
  readonly contentType: string
  readonly content: string
  /** How `content` stands for bytes. Unset: it is text. */
  readonly encoding?: 'base64'
}

/**
 * What came of handing one mail over.
 * - `accepted`: the other side took it. Not that anybody got it.
 * - `refused`: it said no, and nothing was queued. `permanent`: no mail will ever reach this address.
 * - `not-now`: certainly not taken. It can be handed over again, at `retryAt` at the earliest.
 * - `ambiguous`: it may have been taken. Only a transport that is `idempotent` may be asked again, with the same batch.
 */
export type Outcome =
  | { readonly kind: 'accepted'; readonly providerId: string | null }
  | {
      readonly kind: 'refused'
      readonly reason: RefusalReason
      readonly permanent: boolean
      /** The other side's code, never its words: those may hold the address. */
      readonly code: string | null
    }
  | {
      readonly kind: 'not-now'
      readonly reason: DelayReason
      readonly retryAt: Date
      readonly code: string | null
      /** Whom it speaks of, and so what is left alone until then. @default 'mailbox' */
      readonly about?: DelayScope
    }
  | { readonly kind: 'ambiguous'; readonly reason: DoubtReason }

export type RefusalReason =
  | 'address-rejected' // there is no such mailbox
  | 'address-not-supported' // letters beyond ASCII, and the other side cannot
  | 'mailbox-full' // and the other side says that it is no use to wait
  | 'mailbox-refused' // the mailbox exists, but takes nothing now or from us
  | 'message-refused' // size, form or content: ours to mend
  | 'policy' // reputation, authentication, blocking: ours to mend, not the address's fault
  | 'sender-refused' // not from our address

/** What each says of the address, as of a mail that comes back. Null: nothing: it is the way there that cannot write it. */
export const classOfRefusal = {
  'address-rejected': 'hard',
  'address-not-supported': null,
  'mailbox-full': 'soft',
  'mailbox-refused': 'soft',
  'message-refused': 'policy',
  policy: 'policy',
  'sender-refused': 'policy',
} as const satisfies Readonly<Record<RefusalReason, BounceClass | null>>

export type DelayReason =
  | 'unreachable'
  | 'unauthorised' // a person must mend the credentials
  | 'busy' // the other side asks for patience
  | 'rate-limited'
  | 'quota'
  | 'mailbox-full'

type DelayScope =
  | 'mailbox' // this mail only
  | 'provider' // us, at whoever takes mail for that address
  | 'transport' // us, whomever we write to
  | 'nobody' // whoever sends was told to stop before anybody was asked

type DoubtReason =
  | 'no-answer'
  | 'server-error'
  | 'in-progress' // an earlier attempt at the same batch is still under way
  | 'payload-changed' // the key stands for other bytes, which may have been sent
  | 'answer-incomplete'

export interface TransportCapabilities {
  /** Mails in one batch at most. */
  readonly batchMax: number
  /** Bytes in one batch at most, as they leave. */
  readonly batchMaxBytes: number
  /** Whether a repeated key is dropped by the other side. */
  readonly idempotent: boolean
  /** For how long after the first attempt it is. 0 when it is not. */
  readonly idempotencyTtlMs: number
  /**
   * What one worker has in hand at a time: mails, or batches where a repeated key is dropped. With mails it is as many as a
   * vanished worker can leave unconfirmed; twice the connections keeps them all busy.
   */
  readonly concurrency: number
  /** Requests that the other side takes in a second, for all that we send. Null: no limit is known. */
  readonly requestsPerSecond: number | null
  /** Of those, how many may leave at once after a rest. At least 1. */
  readonly requestsAtOnce: number
}

export interface SendOptions {
  /** Ends the attempt. What was under way is then ambiguous. */
  readonly signal: AbortSignal
  /** Ends the wait for a connection that others have: what was not begun is then `not-now`. @default `signal` */
  readonly patience?: AbortSignal
}

/** How mail leaves us. One file each. */
export interface Transport {
  readonly name: 'resend' | 'smtp'
  readonly capabilities: TransportCapabilities
  /** SHA-256 in hex of all that `send` makes a request from: a batch whose hash changed must not be replayed. */
  payloadHash(batch: FrozenBatch): string
  /** Bytes of one letter as they leave, without its head and its reader's own values. */
  letterBytes(edition: CompiledEdition): number
  /** One outcome for each mail, in their order. Never throws for what the other side or the network did. */
  send(batch: FrozenBatch, options: SendOptions): Promise<Outcome[]>
  sendOne(mail: SingleMail, options: SendOptions): Promise<Outcome>
  /** Lets go of connections. What is under way is finished first. */
  close(): Promise<void>
}

/** Room for the head and the person's own values, as they leave. */
const OVERHEAD_BYTES = 4_000

/** How many letters of this edition fit into one batch: at least one, and one alone where files come with it. */
export function mailsPerBatch(
  { capabilities: { batchMax, batchMaxBytes }, letterBytes }: Pick<Transport, 'capabilities' | 'letterBytes'>,
  edition: CompiledEdition,
): number {
  if (edition.attachments.length > 0) return 1
  return Math.max(1, Math.min(batchMax, Math.floor(batchMaxBytes / (letterBytes(edition) + OVERHEAD_BYTES))))
}
