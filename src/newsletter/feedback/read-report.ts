import { type BounceClass, bounceClassOf, verdictOn } from './bounce-class.ts'
import { type Fields, headerOf, type ReportParts, reportParts } from './report-parts.ts'
import { mostTelling, type StatusCodes, statusCodesIn } from './status-codes.ts'
import {
  addressesIn,
  cleanAddress,
  originalRecipients,
  recipientsIn,
  type TextRecipient,
} from './text-recipients.ts'

/** What a mail that came back says about one recipient. */
export interface ReportedRecipient extends StatusCodes {
  /** Null: it does not say whom. */
  readonly address: string | null
  readonly bounceClass: BounceClass
}

/**
 * A mail to the address that mails are sent from, read:
 *
 * - `bounce`: it did not arrive, for those named.
 * - `complaint`: somebody called it spam. `opt-out` where they only want to leave. RFC 5965, section 7.3
 * - `arrived`: a receipt.
 * - `auto-reply`: a machine answers for somebody who is away. Nothing follows from it. RFC 3834
 * - `other`: anything else, such as a person who answers.
 */
export type MailReport =
  | { readonly kind: 'bounce'; readonly recipients: readonly ReportedRecipient[] }
  | { readonly kind: 'complaint' | 'opt-out'; readonly addresses: readonly string[] }
  | { readonly kind: 'arrived' | 'auto-reply' | 'other' }

/** Reads one mail as it came in. Never throws for what it holds. */
export async function readReport(raw: Buffer): Promise<MailReport> {
  const parts = await reportParts(raw)
  if (parts.feedback !== null) return complaintOf(parts, parts.feedback)
  if (isComplaintInWords(parts)) return { kind: 'complaint', addresses: originalRecipients(parts.original) }
  if (asksToLeave(parts)) return { kind: 'opt-out', addresses: senderOf(parts) }
  if (isAutoReply(parts)) return { kind: 'auto-reply' }
  const recipients = parts.status.length > 0 ? fromStatus(parts) : []
  if (recipients === 'arrived') return { kind: 'arrived' }
  if (recipients.length > 0) return { kind: 'bounce', recipients }
  if (!isFromMachine(parts)) return { kind: 'other' }
  return { kind: 'bounce', recipients: fromText(parts) }
}

function complaintOf(parts: ReportParts, feedback: Fields): MailReport {
  const type = (feedback.get('feedback-type')?.[0] ?? '').toLowerCase()
  const addresses = [
    ...(feedback.get('original-rcpt-to') ?? []),
    ...(feedback.get('removal-recipient') ?? []),
    ...originalRecipients(parts.original),
  ].flatMap(addressesIn)
  return { kind: type === 'opt-out' ? 'opt-out' : 'complaint', addresses: [...new Set(addresses)] }
}

/** Reports of before RFC 5965, such as Outlook.com's: the mail itself and one line in the subject. */
const isComplaintInWords = ({ email }: ReportParts): boolean =>
  /^(complaint about message from|abuse report|spam report|email feedback report)/i.test(email.subject ?? '')

/** What mail programs send to a `mailto:` of List-Unsubscribe. */
const asksToLeave = ({ email, reportType }: ReportParts): boolean =>
  reportType === '' && /^\W*(unsubscribe|list-unsubscribe)\W*$/i.test(email.subject ?? '')

const senderOf = ({ email }: ReportParts): string[] => (email.from?.address ? [email.from.address] : [])

/** Of people who are away. Servers mark their bounces in the same way, and name themselves. */
function isAutoReply({ email, reportType }: ReportParts): boolean {
  const from = email.from?.address ?? ''
  if (reportType === 'delivery-status' || from === '' || machines.test(from)) return false
  return /^auto-replied/i.test(headerOf(email, 'auto-submitted')) || headerOf(email, 'x-autoreply') !== ''
}

const machines =
  /^(mailer-?daemon|postmaster|mail-?daemon|no-?reply|mailsystem|administrator|postoffice|mdaemon|bounces?)\b/i
const subjects =
  /\b(undeliver|deliver[^\n]{0,30}(fail|error|notification|status|problem|impossible)|fail(ed|ure)[^\n]{0,20}(mail|message|deliver)|(mail|message)[^\n]{0,40}(fail|error|return|delay|could not|deliver)|returned mail|non.?deliver|not deliver|unzustellbar|warning: (message|could not))/i

const isFromMachine = ({ email, reportType }: ReportParts): boolean =>
  reportType === 'delivery-status' ||
  headerOf(email, 'x-failed-recipients') !== '' ||
  machines.test(email.from?.address ?? '') ||
  (email.from?.address ?? '') === '' ||
  subjects.test(email.subject ?? '')

/** By the fields of RFC 3464, section 2.3. Where the status says nothing, the diagnostic's own does. */
function fromStatus(parts: ReportParts): ReportedRecipient[] | 'arrived' {
  const groups = parts.status.filter(
    (group) => group.has('final-recipient') || group.has('original-recipient'),
  )
  const actions = groups.map((group) => group.get('action')?.[0]?.toLowerCase() ?? 'failed')
  const gone = groups.filter((_, index) => !/^(delivered|relayed|expanded)/.test(actions[index] ?? ''))
  if (groups.length > 0 && gone.length === 0) return 'arrived'
  return gone.map((group) => {
    const diagnostic = (group.get('diagnostic-code') ?? []).join(' ').replace(/^\s*[\w-]+\s*;\s*/, '')
    const stated = /[245]\.\d{1,3}\.\d{1,3}/.exec(group.get('status')?.[0] ?? '')?.[0] ?? null
    const inWords = statusCodesIn(diagnostic)
    const address = addressOf(group)
    const about = aboutRecipient(parts.text, address)
    const inText = statusCodesIn(about)
    const status = mostTelling([stated, inWords.status]) ?? inText.status
    const codes = { status, replyCode: inWords.replyCode ?? inText.replyCode }
    const command = commandIn(`${diagnostic} ${about}`)
    // What is said after the mail was handed over is about the mail, whatever the words are.
    const further = /data/i.test(command) ? '' : about
    const judged =
      verdictOn({ ...codes, words: `${diagnostic} ${command}`.trim() }) ??
      bounceClassOf({ ...codes, words: `${diagnostic} ${further}` })
    return { address, ...codes, bounceClass: judged }
  })
}

/** Which command the server said no to, where the text has the dialogue. */
const commandIn = (about: string): string => /(>>>\s*|in reply to\s+)(RCPT TO|DATA)/i.exec(about)?.[0] ?? ''

const addressOf = (group: Fields): string | null => {
  for (const name of ['final-recipient', 'original-recipient', 'x-actual-recipient'])
    for (const value of group.get(name) ?? []) {
      const address = cleanAddress(value.replace(/^\s*[\w-]+\s*;\s*/, ''))
      if (address !== null) return address
    }
  return null
}

/** Characters before and after a recipient's name that may be about them. */
const BEFORE = 200
const AFTER = 1500

/** The lines around where a text speaks of a recipient; all of it where it does not. */
function aboutRecipient(text: string, address: string | null): string {
  const place = address === null ? -1 : text.toLowerCase().indexOf(address.toLowerCase())
  return place < 0 ? text : text.slice(Math.max(0, place - BEFORE), place + AFTER)
}

/** What servers write that know no reports. */
function fromText(parts: ReportParts): ReportedRecipient[] {
  const { email, original, text } = parts
  const found = recipientsIn(text, headerOf(email, 'x-failed-recipients'))
  const recipients: readonly TextRecipient[] =
    found.length > 0
      ? found
      : (originalRecipients(original)
          .slice(0, 1)
          .map((address) => ({ address, words: text })) as TextRecipient[])
  const named = recipients.length > 0 ? recipients : [{ address: null, words: text }]
  return named.map(({ address, words }) => {
    const codes = statusCodesIn(words)
    const temporary = /\b(delay(ed)?|will be retried|warning message only|not yet been delivered)\b/i.test(
      `${email.subject ?? ''} ${text.slice(0, 600)}`,
    )
    const judged = bounceClassOf({ ...codes, words })
    return { address, ...codes, bounceClass: temporary && codes.status === null ? 'soft' : judged }
  })
}
