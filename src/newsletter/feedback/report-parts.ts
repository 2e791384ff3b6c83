import PostalMime, { type Email } from 'postal-mime'

import { splitAtOriginal } from './split-at-original.ts'

/** A mail of a machine, taken apart. */
export interface ReportParts {
  readonly email: Email
  /** Content type of the whole, in lower case, without parameters. */
  readonly type: string
  /** `report-type` of a multipart/report. Empty when it is none. https://www.rfc-editor.org/rfc/rfc6522 */
  readonly reportType: string
  /** What it says to people, up to the copy of our own mail. */
  readonly text: string
  /** Groups of fields of message/delivery-status: the first speaks of the mail, each further one of a recipient. */
  readonly status: readonly Fields[]
  /** Of message/feedback-report. Null: there is none. */
  readonly feedback: Fields | null
  /** The head of our own mail, as far as they returned it. */
  readonly original: string
  /** Whether it has a part that says what a reader did with the mail. RFC 8098 */
  readonly isReceipt: boolean
}

/** By lower-case name; of several of one name, all in their order. */
export type Fields = ReadonlyMap<string, readonly string[]>

/** Mails longer than this are no reports that we need in full: ours, which they may return, are below 100 KB. */
const MAX_BYTES = 256 * 1024

/** Of one part: what a report says stands at its beginning. With the length of lines it bounds what patterns can cost. */
const MAX_CHARACTERS = 128 * 1024
/** Of what it says to people: it is looked through for each recipient. */
const MAX_SAID = 16 * 1024
/** RFC 5322, section 2.1.1, allows 998. */
const MAX_LINE = 1000

const bounded = (text: string): string =>
  text
    .slice(0, MAX_CHARACTERS)
    .split('\n')
    .map((line) => line.slice(0, MAX_LINE))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')

/** The parser takes its time with each line, however short. A mail of the greatest size has a third as many. */
const MAX_LINES = 10_000

/** The parser's time grows with the square of empty lines that follow each other, and they mean nothing. */
const compact = (raw: Buffer): Buffer =>
  Buffer.from(
    raw
      .subarray(0, MAX_BYTES)
      .toString('latin1')
      .replace(/(?:\r?\n){4,}/g, '\r\n\r\n\r\n')
      .split('\n', MAX_LINES)
      .join('\n'),
    'latin1',
  )

export async function reportParts(raw: Buffer): Promise<ReportParts> {
  const email = await PostalMime.parse(compact(raw), {
    forceRfc822Attachments: true,
    attachmentEncoding: 'arraybuffer',
  })
  const contentType = headerOf(email, 'content-type')
  const parts = email.attachments.map(({ mimeType, content }) => ({
    type: mimeType.toLowerCase(),
    text: bounded(
      Buffer.from(content as ArrayBuffer)
        .toString('utf8')
        .replaceAll('\r\n', '\n'),
    ),
  }))
  const ofType = (...types: string[]): string | undefined =>
    parts.find(({ type }) => types.includes(type))?.text
  // Some attach what they say.
  const attached = parts.filter(({ type }) => type === 'text/plain').map(({ text }) => text)
  const shown =
    [email.text, ...attached].filter(Boolean).join('\n') ||
    textOfHtml((email.html ?? '').slice(0, MAX_CHARACTERS))
  // Some announce parts that are not there, or part them otherwise than they said: then all of it is text.
  const isBroken = shown.trim() === '' && parts.length === 0
  const whole = bounded((isBroken ? bodyOf(raw) : shown).replaceAll('\r\n', '\n'))
  const [said, copied] = splitAtOriginal(whole)
  const statusText =
    ofType('message/delivery-status', 'message/global-delivery-status') ?? inlineStatus(whole)
  return {
    email,
    type: (contentType.split(';')[0] ?? '').trim().toLowerCase(),
    reportType: /report-type="?([\w-]+)/i.exec(contentType)?.[1]?.toLowerCase() ?? '',
    text: said.slice(0, MAX_SAID),
    status: statusText === undefined ? [] : fieldGroups(statusText),
    feedback: groupOf(ofType('message/feedback-report')),
    original:
      ofType(
        ...['message/rfc822', 'text/rfc822-headers', 'message/rfc822-headers'],
        ...['message/global', 'message/global-headers'],
      ) ?? copied,
    isReceipt:
      ofType('message/disposition-notification', 'message/global-disposition-notification') !== undefined,
  }
}

export const headerOf = (email: Email, name: string): string =>
  email.headers.find(({ key }) => key === name)?.value ?? ''

/** Fields in groups that empty lines part, continued lines joined. RFC 3464, section 2.1.1 */
function fieldGroups(text: string): Fields[] {
  return text
    .replace(/\n[ \t]+/g, ' ')
    .split(/\n\s*\n/)
    .map((group) => {
      const fields = new Map<string, string[]>()
      for (const line of group.split('\n')) {
        const [, name, value] = /^([A-Za-z][\w-]*)\s*:\s*(.*)$/.exec(line) ?? []
        if (name === undefined || value === undefined) continue
        const key = name.toLowerCase()
        const values = fields.get(key)
        if (values === undefined) fields.set(key, [value.trim()])
        else values.push(value.trim())
      }
      return fields
    })
    .filter((fields) => fields.size > 0)
}

const groupOf = (text: string | undefined): Fields | null =>
  text === undefined ? null : new Map(fieldGroups(text).flatMap((fields) => [...fields]))

const bodyOf = (raw: Buffer): string => {
  const all = raw.subarray(0, MAX_BYTES).toString('utf8')
  const end = /\r?\n\r?\n/.exec(all)
  return end === null ? '' : all.slice(end.index + end[0].length)
}

/** Some write the fields of a report into the text instead of a part of their own. */
function inlineStatus(text: string): string | undefined {
  const from = text.search(/^(Reporting-MTA|Final-Recipient)\s*:/im)
  return from < 0 ? undefined : text.slice(from)
}

const textOfHtml = (html: string): string =>
  withoutCode(html)
    .replace(/<(br|\/p|\/div|\/tr|\/li|\/h\d)\b[^<>]*>/gi, '\n')
    .replace(/<[^<>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&')

/** Looks for each end no further than the next beginning, so that many beginnings without an end cost nothing. */
function withoutCode(html: string): string {
  const [first = '', ...begun] = html.split(/<(?=(?:style|script)\b)/i)
  const rest = begun.map((piece) => `<${piece}`.replace(/^<(style|script)\b[\s\S]*?<\/\1>/i, ''))
  return [first, ...rest].join('')
}
