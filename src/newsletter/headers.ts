import type { Locale } from '../i18n/locales.ts'
import type { CompiledEdition } from './compiled-edition.ts'
import { headerField, headerPhrase, headerText, onOneLine, subjectLine } from './header-text.ts'
import { domainOf, type MailAddress, mailAddress } from './mail-address.ts'

export interface Mailbox {
  readonly name: string
  readonly address: string
}

/** What the head of one person's letter is made from. */
export interface LetterHead {
  /** Opaque. Also the message's id, so that a letter sent again after doubt replaces the first in most mailboxes. */
  readonly deliveryId: string
  readonly issueId: string
  readonly newsletterId: string
  readonly newsletterName: string
  readonly locale: Locale
  /** Its domain signs the mail and names the list. */
  readonly from: Mailbox
  /** Null: answers go to the sender. */
  readonly replyTo: string | null
  readonly to: string
  readonly subject: string
  /** Takes the POST of RFC 8058 and answers a browser too. */
  readonly unsubscribeUrl: string
  /** Where to subscribe. */
  readonly subscribeUrl: string
  /** Web edition. */
  readonly archiveUrl: string
}

/** The head of one mail, in the parts that transports want. Every value is on one line. */
export interface MailHead {
  readonly from: { readonly name: string; readonly address: MailAddress }
  readonly replyTo: MailAddress | null
  readonly to: MailAddress
  readonly subject: string
  /** Without angle brackets. */
  readonly messageId: string
  readonly deliveryId: string
  readonly issueId: string
  /** All further headers, ASCII, in their order. */
  readonly others: readonly (readonly [name: string, value: string])[]
}

/** Names us to Gmail's feedback loop: 5 to 15 characters, the same in every mail. */
const FEEDBACK_SENDER = 'emissary'

/**
 * The headers that mailbox providers ask of bulk mail (email.md 1.3).
 * https://www.rfc-editor.org/rfc/rfc8058, https://support.google.com/mail/answer/81126
 */
export function letterHead(letter: LetterHead): MailHead {
  const from = { name: onOneLine(letter.from.name), address: mailAddress(letter.from.address) }
  const { deliveryId, issueId, newsletterId, locale } = letter
  const domain = domainOf(from.address)
  return {
    from,
    replyTo: letter.replyTo === null ? null : mailAddress(letter.replyTo),
    to: mailAddress(letter.to),
    subject: subjectLine(letter.subject, locale),
    messageId: `${deliveryId}@${domain}`,
    deliveryId,
    issueId,
    others: [
      [
        'List-ID',
        `${headerPhrase(letter.newsletterName)} <${newsletterId}.${locale.toLowerCase()}.${domain}>`,
      ],
      ['List-Unsubscribe', `<${link(letter.unsubscribeUrl)}>`],
      ['List-Unsubscribe-Post', 'List-Unsubscribe=One-Click'],
      ['List-Help', `<${link(letter.subscribeUrl)}>`],
      ['List-Subscribe', `<${link(letter.subscribeUrl)}>`],
      ['List-Archive', `<${link(letter.archiveUrl)}>`],
      ['Feedback-ID', `${issueId}:${locale}:newsletter:${FEEDBACK_SENDER}`],
      ['Content-Language', locale],
      ['Auto-Submitted', 'auto-generated'],
      ['Precedence', 'bulk'],
      ['X-Delivery-ID', deliveryId],
    ],
  }
}

/** The head of a test to a colleague: as readers get it, but that no delivery stands behind it. */
export function testHead(
  letter: LetterHead,
): Pick<MailHead, 'messageId' | 'others'> & { readonly deliveryId: null } {
  const { messageId, others } = letterHead(letter)
  return { messageId, deliveryId: null, others: others.filter(([name]) => name !== 'X-Delivery-ID') }
}

/** What the head of a mail that was made for one person is made from. */
export interface PersonalHead {
  /** Opaque. Also the message's id. */
  readonly deliveryId: string
  /** What one click leaves, and its name in the mail's language. */
  readonly list: 'digest' | 'notices' | 'press'
  readonly listName: string
  /** Mails that belong together in the reports of mailbox providers: ASCII without a colon. */
  readonly campaign: string
  readonly locale: Locale
  /** Of the sender. */
  readonly address: string
  /** Takes the POST of RFC 8058 and answers a browser too. */
  readonly unsubscribeUrl: string
  /** Where to subscribe. */
  readonly subscribeUrl: string
}

/** The headers of a digest, a notice or a reminder: those of a letter, without an archive. */
export function personalHead(mail: PersonalHead): Pick<MailHead, 'messageId' | 'deliveryId' | 'others'> {
  const { deliveryId, list, listName, campaign, locale } = mail
  const domain = domainOf(mailAddress(mail.address))
  return {
    messageId: `${deliveryId}@${domain}`,
    deliveryId,
    others: [
      ['List-ID', `${headerPhrase(listName)} <${list}.${locale.toLowerCase()}.${domain}>`],
      ['List-Unsubscribe', `<${link(mail.unsubscribeUrl)}>`],
      ['List-Unsubscribe-Post', 'List-Unsubscribe=One-Click'],
      ['List-Help', `<${link(mail.subscribeUrl)}>`],
      ['List-Subscribe', `<${link(mail.subscribeUrl)}>`],
      ['Feedback-ID', `${campaign}:${locale}:${list}:${FEEDBACK_SENDER}`],
      ['Content-Language', locale],
      ['Auto-Submitted', 'auto-generated'],
      ['Precedence', 'bulk'],
      ['X-Delivery-ID', deliveryId],
    ],
  }
}

/** The headers of a mail that belongs to no list: it answers one person, or tells one of staff what they are to do. */
export function replyHead({
  deliveryId,
  locale,
  address,
}: Pick<PersonalHead, 'deliveryId' | 'locale' | 'address'>): Pick<
  MailHead,
  'messageId' | 'deliveryId' | 'others'
> {
  return {
    messageId: `${deliveryId}@${domainOf(mailAddress(address))}`,
    deliveryId,
    others: [
      ['Content-Language', locale],
      ['Auto-Submitted', 'auto-generated'],
      ['X-Delivery-ID', deliveryId],
    ],
  }
}

/** In ASCII and without anything that could end the brackets around it. */
const link = (url: string): string => new URL(url).href.replace(/[<>]/g, encodeURIComponent)

/** The head of a message whose body is a `CompiledEdition`, the blank line after it included. */
export function headOf(
  head: MailHead,
  { date, contentType }: { readonly date: Date } & Pick<CompiledEdition, 'contentType'>,
): string {
  return [
    headerField('From', `${headerPhrase(head.from.name)} <${head.from.address.address}>`),
    ...(head.replyTo === null ? [] : [headerField('Reply-To', head.replyTo.address)]),
    headerField('To', head.to.address),
    headerField('Subject', headerText(head.subject)),
    headerField('Date', date.toUTCString().replace('GMT', '+0000')),
    headerField('Message-ID', `<${head.messageId}>`),
    ...head.others.map(([name, value]) => headerField(name, value)),
    headerField('MIME-Version', '1.0'),
    headerField('Content-Type', contentType),
    '\r\n',
  ].join('')
}
