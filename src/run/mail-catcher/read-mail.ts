import PostalMime, { type Address } from 'postal-mime'

import { checkOneClick, type Header, type OneClick } from './one-click.ts'

/** Who the SMTP dialogue said the mail is from and for: what counts, whatever the headers say. */
export interface Envelope {
  readonly from: string
  readonly to: readonly string[]
}

/** What the list shows and `/api/mails` answers. */
export interface MailSummary {
  readonly id: string
  /** ISO 8601, when it was accepted. */
  readonly at: string
  readonly envelope: Envelope
  readonly from: string
  readonly to: string
  readonly subject: string
  /** Of the Content-Language header. Null when the mail names none. */
  readonly locale: string | null
  /** As transferred, with headers. */
  readonly bytes: number
  /** Of the HTML part, decoded: Gmail cuts a mail off after about 102 KB of it. Null without one. */
  readonly htmlBytes: number | null
  readonly oneClick: OneClick
}

/** One mail, taken apart. */
export interface MailContent {
  readonly html: string | null
  readonly text: string | null
  readonly headers: readonly Header[]
  readonly attachments: readonly string[]
}

/** A mail as it was stored. */
export interface StoredMail {
  readonly id: string
  readonly at: string
  readonly envelope: Envelope
  readonly raw: Buffer
}

export interface ReadMail {
  readonly summary: MailSummary
  readonly content: MailContent
}

export async function readMail({ id, at, envelope, raw }: StoredMail): Promise<ReadMail> {
  const mail = await PostalMime.parse(raw)
  const headers = mail.headers.map(({ key, value }) => ({ name: key.toLowerCase(), value }))
  const summary: MailSummary = {
    id,
    at,
    envelope,
    from: named(mail.from === undefined ? [] : [mail.from]),
    to: named(mail.to ?? []),
    subject: mail.subject ?? '',
    locale: headers.find(({ name }) => name === 'content-language')?.value ?? null,
    bytes: raw.length,
    htmlBytes: mail.html === undefined ? null : Buffer.byteLength(mail.html),
    oneClick: checkOneClick(headers),
  }
  const attachments = mail.attachments.map(({ filename, mimeType }) => filename ?? mimeType)
  return { summary, content: { html: mail.html ?? null, text: mail.text ?? null, headers, attachments } }
}

const named = (addresses: readonly Address[]): string =>
  addresses
    .map(({ name, address }) => (name === '' ? (address ?? '') : `${name} <${address ?? ''}>`))
    .join(', ')
