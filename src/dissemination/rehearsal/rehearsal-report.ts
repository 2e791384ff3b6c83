import type { Locale } from '../../i18n/locales.ts'
import type { IssueCount } from '../../ledger/issue-report.ts'
import type { Finding } from '../../newsletter/lint/lint-edition.ts'
import type { MailFault } from './examine-mail.ts'

/** What is wrong with mails on their way, beyond what is wrong with each. */
export type RehearsalFault =
  | MailFault
  | 'missing' // it was handed over and never came
  | 'twice' // it came more than once
  | 'stray' // nobody had sent it
  | 'not-taken' // our own server refused it

interface RehearsedLanguage {
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
  /** How long the real mails would take at the pace that the network has set. Null: none is set. */
  readonly wouldTakeMs: number | null
}

interface Pace {
  readonly mailsPerSecond: number | null
  readonly mailsPerDay: number | null
}

const DAY_MS = 24 * 3_600_000

/** Null: nothing holds it back. A warm-up may make it longer. */
export function timeAtPace(mails: number, { mailsPerSecond, mailsPerDay }: Pace): number | null {
  if (mailsPerSecond === null && mailsPerDay === null) return null
  const msPerMail = mailsPerSecond === null ? 0 : 1000 / mailsPerSecond
  const ofLastDay =
    mailsPerDay === null ? mails : mails - Math.max(0, Math.ceil(mails / mailsPerDay) - 1) * mailsPerDay
  const fullDays = mailsPerDay === null ? 0 : Math.max(0, Math.ceil(mails / mailsPerDay) - 1)
  // Where the day's mails take longer than a day, it is the seconds that count.
  return Math.round(Math.max(fullDays * DAY_MS + ofLastDay * msPerMail, mails * msPerMail))
}
