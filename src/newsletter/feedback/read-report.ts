import { anyOf } from './any-of.ts'
import { failedByStatus, type ReportedRecipient } from './failed-by-status.ts'
import { failedByText } from './failed-by-text.ts'
import { type Fields, headerOf, type ReportParts, reportParts } from './report-parts.ts'
import { addressesIn, originalRecipients } from './text-recipients.ts'

/** What somebody says, in a mail to an address that mails are sent from. */
type Said =
  /** It did not arrive, or not yet, for those named. */
  | { readonly kind: 'bounce'; readonly recipients: readonly ReportedRecipient[] }
  /** Somebody called it spam or a fraud; `opt-out` where they only want to leave. RFC 5965, section 7.3 */
  | { readonly kind: 'complaint' | 'opt-out'; readonly addresses: readonly string[] }
  /** A machine says that it arrived. */
  | { readonly kind: 'arrived' }
  /** A machine answers for somebody, who is away or has looked at it. Nothing follows from it. RFC 3834, RFC 8098 */
  | { readonly kind: 'auto-reply' }
  /** Anything else, such as a person who answers. */
  | { readonly kind: 'other' }

export type MailReport = Said & {
  /** `X-Delivery-ID` in the head of our own mail, if they returned it. Null: they did not. */
  readonly deliveryId: string | null
}

/** Reads one mail as it came in. @throws {Error} when it is made to be unreadable, such as parts in parts without end. */
export async function readReport(raw: Buffer): Promise<MailReport> {
  const parts = await reportParts(raw)
  return { ...saidBy(parts), deliveryId: deliveryIn(parts.original) }
}

function saidBy(parts: ReportParts): Said {
  if (parts.feedback !== null) return complaintOf(parts, parts.feedback)
  if (isComplaintInWords(parts)) return { kind: 'complaint', addresses: originalRecipients(parts.original) }
  if (asksToLeave(parts)) return { kind: 'opt-out', addresses: senderOf(parts) }
  if (isAutoReply(parts)) return { kind: 'auto-reply' }
  const told = failedByStatus(parts)
  if (told === 'arrived') return { kind: 'arrived' }
  if (told === 'passed-on') return { kind: 'other' }
  if (told.length > 0) return { kind: 'bounce', recipients: told }
  const saysSomething = `${parts.email.subject ?? ''}${parts.text}`.trim() !== ''
  return saysSomething && isFromMachine(parts)
    ? { kind: 'bounce', recipients: failedByText(parts) }
    : { kind: 'other' }
}

const deliveryIn = (head: string): string | null =>
  /^X-Delivery-ID:\s*([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\s*$/im.exec(head)?.[1] ?? null

function complaintOf(parts: ReportParts, feedback: Fields): Said {
  const kind = complaints.get(feedback.get('feedback-type')?.[0]?.trim().toLowerCase() ?? '')
  if (kind === undefined) return { kind: 'other' }
  const addresses = [
    ...(feedback.get('original-rcpt-to') ?? []),
    ...(feedback.get('removal-recipient') ?? []),
    ...originalRecipients(parts.original),
  ].flatMap(addressesIn)
  return { kind, addresses: [...new Set(addresses)] }
}

/** Types of reports that a reader is behind. The others are about viruses, signatures, or a mail that is no spam after all. */
const complaints: ReadonlyMap<string, 'complaint' | 'opt-out'> = new Map([
  ['abuse', 'complaint'],
  ['fraud', 'complaint'],
  ['opt-out', 'opt-out'],
])

/** Reports of before RFC 5965, such as Outlook.com's: the mail itself and one line in the subject. */
const isComplaintInWords = ({ email }: ReportParts): boolean =>
  /^(complaint about message from|abuse report|spam report|email feedback report)/i.test(email.subject ?? '')

/** What mail programs send to a `mailto:` of List-Unsubscribe. */
const asksToLeave = ({ email, reportType }: ReportParts): boolean =>
  reportType === '' && /^\W*(unsubscribe|list-unsubscribe)\W*$/i.test(email.subject ?? '')

const senderOf = ({ email }: ReportParts): string[] => (email.from?.address ? [email.from.address] : [])

/** Of people who are away, and receipts. Servers mark their bounces in the same way, and name themselves. */
function isAutoReply({ email, reportType }: ReportParts): boolean {
  if (reportType === 'disposition-notification') return true
  const from = email.from?.address ?? ''
  if (reportType === 'delivery-status' || from === '' || machine.test(from)) return false
  return /^auto-replied/i.test(headerOf(email, 'auto-submitted')) || headerOf(email, 'x-autoreply') !== ''
}

const machine =
  /^(mailer-?daemon|postmaster|mail-?daemon|no-?reply|mailsystem|administrator|postoffice|mdaemon|bounces?)\b/i

/** Subjects of what servers write that know no reports. Each as it stands in mails of the last twenty years. */
const machineSubject = anyOf([
  /undeliver/,
  /deliver[^\n]{0,30}(fail|error|notification|status|problem|impossible)/,
  /fail(ed|ure)[^\n]{0,20}(mail|message|deliver)/,
  /(mail|message)[^\n]{0,40}(fail|error|return|delay|could not|deliver)/,
  /returned mail/,
  /non.?deliver/,
  /not deliver/,
  /unzustellbar/,
  /warning: (message|could not)/,
])

const isFromMachine = ({ email, reportType }: ReportParts): boolean =>
  reportType === 'delivery-status' ||
  headerOf(email, 'x-failed-recipients') !== '' ||
  machine.test(email.from?.address ?? '') ||
  (email.from?.address ?? '') === '' ||
  machineSubject.test(email.subject ?? '')
