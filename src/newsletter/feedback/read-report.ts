import { isAutoReply } from './auto-reply.ts'
import { failedByStatus, type ReportedRecipient, type ToldByStatus } from './failed-by-status.ts'
import { failedByText } from './failed-by-text.ts'
import { isNoticeOfFailure } from './machine-sender.ts'
import { type Fields, type ReportParts, reportParts } from './report-parts.ts'
import { type SesNotice, sesNotice } from './ses-notice.ts'
import { addressesIn, originalRecipients } from './text-recipients.ts'

/** What somebody says, in a mail to an address that mails are sent from. */
type Said =
  /** It did not arrive, or not yet, for those named. */
  | {
      readonly kind: 'bounce'
      readonly recipients: readonly ReportedRecipient[]
      /** What became of it for others that a server gave it on to. Null: there are none. */
      readonly elsewhere: ToldByStatus['elsewhere']
    }
  /** Somebody called it spam or a fraud; `opt-out` where they only want to leave. RFC 5965, section 7.3 */
  | { readonly kind: 'complaint' | 'opt-out'; readonly addresses: readonly string[] }
  /** A machine says that it arrived. */
  | { readonly kind: 'arrived' }
  /** A machine answers for somebody, who is away or has looked at it. Nothing follows from it. RFC 3834, RFC 8098 */
  | { readonly kind: 'auto-reply' }
  /** Anything else, such as a person who answers. */
  | { readonly kind: 'other' }

export type MailReport = Said & {
  /** `X-Delivery-ID` in the head of our own mail, or the envelope's id, if they returned either. Null: they did not. */
  readonly deliveryId: string | null
  /** From where our own mail came, as they say: return paths of ours, unless somebody made them up. */
  readonly returnPaths: readonly string[]
}

/** Reads one mail as it came in. @throws {Error} when it is made to be unreadable, such as parts in parts without end. */
export async function readReport(raw: Buffer): Promise<MailReport> {
  const outer = await reportParts(raw)
  const inner = isOnlyWrapping(outer) ? await reportParts(Buffer.from(outer.original)) : outer
  const parts = inner.status.length > 0 ? inner : outer
  const notice = sesNotice(parts.email.text ?? '')
  const original = notice?.original || parts.original
  return {
    ...(notice === null ? saidBy(parts) : saidInNotice(notice.told)),
    deliveryId: deliveryIn(original) ?? envelopeIn(parts),
    returnPaths: returnPathsIn(parts, original),
  }
}

/** Whether it says nothing itself and has another report in it: somebody passed that one on. */
const isOnlyWrapping = ({ status, feedback, original }: ReportParts): boolean =>
  status.length === 0 &&
  feedback === null &&
  /^content-type[ \t]*:[ \t]*multipart\/report\b/im.test(original.split('\n\n', 1)[0] ?? '')

function saidBy(parts: ReportParts): Said {
  if (parts.feedback !== null) return complaintOf(parts, parts.feedback)
  if (asksToLeave(parts)) return { kind: 'opt-out', addresses: senderOf(parts) }
  if (isAutoReply(parts)) return { kind: 'auto-reply' }
  if (isComplaintInWords(parts)) return { kind: 'complaint', addresses: originalRecipients(parts.original) }
  const told = failedByStatus(parts)
  if (told !== null && told.failed.length > 0)
    return { kind: 'bounce', recipients: told.failed, elsewhere: told.elsewhere }
  if (told !== null) return { kind: told.elsewhere === 'arrived' ? 'arrived' : 'other' }
  const saysSomething = `${parts.email.subject ?? ''}${parts.text}`.trim() !== ''
  return saysSomething && isNoticeOfFailure(parts)
    ? { kind: 'bounce', recipients: failedByText(parts), elsewhere: null }
    : { kind: 'other' }
}

const saidInNotice = (told: SesNotice): Said => (told.kind === 'bounce' ? { ...told, elsewhere: null } : told)

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'

const deliveryIn = (head: string): string | null =>
  new RegExp(`^X-Delivery-ID:\\s*(${uuid})\\s*$`, 'im').exec(head)?.[1] ?? null

/** We give the delivery's id for the envelope's. RFC 3464, section 2.2.1 */
const envelopeIn = ({ status }: ReportParts): string | null =>
  status
    .flatMap((group) => group.get('original-envelope-id') ?? [])
    .map((value) => new RegExp(`^<?(${uuid})>?$`, 'i').exec(value.trim())?.[1] ?? null)
    .find((id) => id !== null) ?? null

/** RFC 5965, section 3.2; RFC 5321, section 4.4 */
const returnPathsIn = ({ feedback }: ReportParts, original: string): string[] =>
  [
    ...(feedback?.get('original-mail-from') ?? []),
    ...(/^(?:Return-Path|X-Original-Mail-From):(.*)$/im.exec(original)?.slice(1) ?? []),
  ].flatMap(addressesIn)

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
const isComplaintInWords = ({ email, original }: ReportParts): boolean =>
  original !== '' &&
  /^(complaint about message from|abuse report|spam report|email feedback report)/i.test(email.subject ?? '')

/** What mail programs send to a `mailto:` of List-Unsubscribe. */
const asksToLeave = ({ email, reportType }: ReportParts): boolean =>
  reportType === '' && /^\W*(unsubscribe|list-unsubscribe)\W*$/i.test(email.subject ?? '')

const senderOf = ({ email }: ReportParts): string[] => (email.from?.address ? [email.from.address] : [])
