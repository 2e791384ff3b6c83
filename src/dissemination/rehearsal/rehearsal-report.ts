import type { Locale } from '../../i18n/locales.ts'
import type { IssueCount } from '../../ledger/issue-report.ts'
import type { Finding } from '../../newsletter/lint/lint-edition.ts'
import type { Transport } from '../../newsletter/transports/transport.ts'
import type { MailFault } from './examine-mail.ts'

/** What is wrong with mails on their way, beyond what is wrong with each. */
export type RehearsalFault =
  | MailFault
  | 'missing' // it was handed over and never came
  | 'twice' // it came more than once
  | 'stray' // nobody had sent it
  | 'not-taken' // our own server refused it

/** How a rehearsal ended early. `taken`: another worker has begun anew, as if this one had vanished. */
export type EarlyEnd = 'stopped' | 'taken'

export interface RehearsedLanguage {
  readonly locale: Locale
  readonly subject: string
  readonly mails: number
  /** Of the HTML in UTF-8, before anybody's links are put in. */
  readonly htmlBytes: number
  /** Of the largest whole message. */
  readonly largestBytes: number
  readonly findings: readonly Finding[]
}

/** What sending the issue would have come to. Numbers only: nobody can be recognised. */
export interface RehearsalReport {
  /** As the ledger would say it afterwards. */
  readonly counts: readonly IssueCount[]
  /** By locale. */
  readonly languages: readonly RehearsedLanguage[]
  /** How many mails have each fault. Those of which there is none are not in it. */
  readonly faults: readonly { readonly fault: RehearsalFault; readonly mails: number }[]
  /** Mails that arrived and had their head checked. */
  readonly arrived: number
  /** Of those, the ones that were read whole and compared. */
  readonly readWhole: number
  /** Addresses that only a mail server which takes letters beyond ASCII can write to (RFC 6531). */
  readonly needSmtpUtf8: number
  readonly tookMs: number
  /** What really sending would come to, had it begun then. Unset in reports of before it was told. */
  readonly sending?: SendingPlan
}

/** How the real mails would leave. */
export interface SendingPlan {
  /** Ways out that are set up, the one that takes them first. */
  readonly ways: readonly {
    readonly name: Transport['name']
    /** What its service or server allows. Null: no limit is known. */
    readonly mailsPerSecond: number | null
  }[]
  /** How long it would take, by pace, limits of the day and readers' hours. Null: nothing tells. */
  readonly takesMs: number | null
  /** On how many days mails would leave. Null: in no foreseeable time. */
  readonly days: number | null
}
