import { createHash } from 'node:crypto'

import MailComposer from 'nodemailer/lib/mail-composer'

import { type CompiledEdition, mergeEncoded } from '../compiled-edition.ts'
import type { Message } from '../dkim/sign-message.ts'
import { subjectLine } from '../header-text.ts'
import { headOf } from '../headers.ts'
import { domainOf, mailAddress } from '../mail-address.ts'
import { returnPathOf } from '../return-path.ts'
import type { FrozenMail, SingleMail } from './transport.ts'

/** A mail and what a mail server is told beside it. */
export interface OutgoingMail {
  readonly from: string
  readonly to: string
  readonly needsSmtpUtf8: boolean
  /** Of the address that readers see: what a signature must be of to count (RFC 7489, section 3.1.1). */
  readonly senderDomain: string
  /** Ours: whatever bounces later will name it. */
  readonly messageId: string
  /** Null: it is in no ledger. */
  readonly deliveryId: string | null
  /** Whether no line of its body begins with a dot and each ends in CRLF, as SMTP wants it (RFC 5321, section 4.5.2). */
  readonly isTransparent: boolean
  /** Written only when it leaves, so that a long queue holds no mails. */
  message(): Promise<Message>
}

/** A letter: encoded already, so that little of it is written for one person. */
export const letterOf = (
  edition: CompiledEdition,
  { head, values }: FrozenMail,
  bounceDomain: string | null,
): OutgoingMail => ({
  from: returnPathOf(head.deliveryId, bounceDomain) ?? head.from.address.address,
  to: head.to.address,
  needsSmtpUtf8: head.to.needsSmtpUtf8,
  senderDomain: domainOf(head.from.address),
  messageId: head.messageId,
  deliveryId: head.deliveryId,
  isTransparent: true,
  message: async () => ({
    head: headOf(head, { date: new Date(), contentType: edition.contentType }),
    body: mergeEncoded(edition, values),
  }),
})

/** A mail of its own, composed by nodemailer. It may carry files; nothing is ever read from disk or network for it. */
export function singleMailOf(mail: SingleMail, bounceDomain: string | null): OutgoingMail {
  const { key, from, to, listed } = mail
  const deliveryId = listed?.deliveryId ?? null
  const sender = mailAddress(from.address)
  const { address, needsSmtpUtf8 } = mailAddress(to)
  const messageId =
    listed?.messageId ?? `${createHash('sha256').update(key).digest('hex').slice(0, 32)}@${domainOf(sender)}`
  return {
    from: (deliveryId === null ? null : returnPathOf(deliveryId, bounceDomain)) ?? sender.address,
    to: address,
    needsSmtpUtf8,
    senderDomain: domainOf(sender),
    messageId,
    deliveryId,
    isTransparent: false,
    message: async () => parted(await composed(mail, messageId)),
  }
}

function composed(mail: SingleMail, messageId: string): Promise<Buffer> {
  const { from, replyTo, to, subject, html, text, locale, listed, attachments = [] } = mail
  const answering = {
    'Auto-Submitted': 'auto-generated',
    ...(locale !== null && { 'Content-Language': locale }),
  }
  return new MailComposer({
    from: { name: from.name, address: mailAddress(from.address).address },
    to: { name: '', address: mailAddress(to).address },
    ...(replyTo !== null && { replyTo: { name: '', address: mailAddress(replyTo).address } }),
    subject: subjectLine(subject, locale),
    ...(html !== null && { html }),
    ...(text !== null && { text }),
    messageId: `<${messageId}>`,
    // A letter's own are encoded already.
    headers:
      listed === undefined
        ? answering
        : listed.others.map(([name, value]) => ({
            key: name,
            value: { prepared: true, foldLines: true, value },
          })),
    ...(attachments.length > 0 && { attachments: [...attachments] }),
    textEncoding: 'quoted-printable',
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build()
}

const BLANK_LINE = '\r\n\r\n'

function parted(bytes: Buffer): Message {
  const blank = bytes.indexOf(BLANK_LINE)
  const ended = bytes.subarray(-2).equals(Buffer.from('\r\n'))
    ? bytes
    : Buffer.concat([bytes, Buffer.from('\r\n')])
  return {
    head: ended.subarray(0, blank + BLANK_LINE.length).toString(),
    body: [ended.subarray(blank + BLANK_LINE.length)],
  }
}
