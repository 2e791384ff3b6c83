import { createHash } from 'node:crypto'

import { standsInLabel, standsInText } from '../../emails/stands-in.ts'
import { EditionError } from './edition-error.ts'
import { languageOf } from './letter-parts.ts'
import {
  type PlaceholderName,
  type PlaceholderValues,
  type Segment,
  type StandsIn,
  segmentsOf,
} from './placeholders.ts'
import { quotedPrintable } from './quoted-printable.ts'
import type { Attachment } from './transports/transport.ts'

interface Slot {
  readonly name: PlaceholderName
  readonly part: 'html' | 'text'
}

/** An edition made ready to be merged with one person's values after another. */
export interface CompiledEdition {
  readonly html: readonly Segment[]
  readonly text: readonly Segment[]
  /** The MIME body in its final encoding, with gaps. */
  readonly encoded: readonly (Buffer | Slot)[]
  /** The files that come with every message. They are in `encoded` already. */
  readonly attachments: readonly Attachment[]
  /** The same only for the same letter and files. */
  readonly fingerprint: string
  /** Of the message, with its boundary. */
  readonly contentType: string
}

interface Letter {
  readonly html: string
  readonly text: string
  /** @default none */
  readonly attachments?: readonly Attachment[]
}

/** Encodes the edition once, so that a message is mere copying. */
export function compileEdition({ html, text, attachments = [] }: Letter): CompiledEdition {
  const segments = { html: segmentsOf(html), text: segmentsOf(text) }
  const files = JSON.stringify(attachments)
  const hash = createHash('sha256').update(html).update('\0').update(text).update('\0').update(files)
  // `=_` never occurs in quoted-printable or base64, so no content can end the part early.
  const fingerprint = hash.digest('hex')
  const id = fingerprint.slice(0, 24)
  const boundary = `=_${id}`
  const alternatives = [
    partHead(boundary, 'text/plain'),
    ...encoded(segments.text, 'text'),
    partHead(boundary, 'text/html'),
    ...encoded(segments.html, 'html'),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]
  const inner = `multipart/alternative; boundary="${boundary}"`
  return {
    ...segments,
    attachments,
    fingerprint,
    ...(attachments.length === 0
      ? { contentType: inner, encoded: alternatives }
      : // Neither boundary begins with the other, which would end the wrong part (RFC 2046, section 5.1.1).
        withFiles(`=_x${id}`, { inner, alternatives, attachments })),
  }
}

interface Mixed {
  /** Content-Type of the letter itself. */
  readonly inner: string
  readonly alternatives: CompiledEdition['encoded']
  readonly attachments: readonly Attachment[]
}

/** The letter and its files side by side. https://www.rfc-editor.org/rfc/rfc2046#section-5.1.3 */
function withFiles(
  boundary: string,
  { inner, alternatives, attachments }: Mixed,
): Pick<CompiledEdition, 'contentType' | 'encoded'> {
  return {
    contentType: `multipart/mixed; boundary="${boundary}"`,
    encoded: [
      Buffer.from(`\r\n--${boundary}\r\nContent-Type: ${inner}\r\n`),
      ...alternatives,
      ...attachments.map((file) => encodedFile(boundary, file)),
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ],
  }
}

/** Names are ours and plain ASCII. A line of base64 has at most 76 characters (RFC 2045, section 6.8). */
function encodedFile(boundary: string, { filename, contentType, content, encoding }: Attachment): Buffer {
  const lines = Buffer.from(content, encoding)
    .toString('base64')
    .replace(/.{76}(?=.)/g, '$&\r\n')
  return Buffer.from(
    [
      `\r\n--${boundary}`,
      `Content-Type: ${contentType}`,
      `Content-Disposition: attachment; filename="${filename}"`,
      'Content-Transfer-Encoding: base64',
      '',
      lines,
    ].join('\r\n'),
  )
}

const partHead = (boundary: string, type: string): Buffer =>
  Buffer.from(
    `\r\n--${boundary}\r\nContent-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n`,
  )

const encoded = (segments: readonly Segment[], part: Slot['part']): (Buffer | Slot)[] =>
  segments.map((segment, index) =>
    typeof segment === 'string'
      ? quotedPrintable(segment, { more: index < segments.length - 1 })
      : { name: segment.name, part },
  )

/**
 * The body of one person's message, encoded, in pieces: what is the same for everybody is not copied, so nobody may change
 * one. Decodes to exactly what `mergeDecoded` gives. No line begins with a dot, and each ends in CRLF.
 * @throws {EditionError} when a value is missing.
 */
export const mergeEncoded = (
  { encoded: parts }: CompiledEdition,
  values: PlaceholderValues,
): readonly Buffer[] =>
  parts.map((part) =>
    part instanceof Uint8Array
      ? part
      : // A value may be the last of its part; the soft break after it then ends in the boundary's own line.
        quotedPrintable(valueFor(part.name, part.part, values), { more: true }),
  )

/**
 * One person's message as text. A single pass: a value is never searched for placeholders.
 * @throws {EditionError} when a value is missing.
 */
export function mergeDecoded(
  { html, text }: Pick<CompiledEdition, 'html' | 'text'>,
  values: PlaceholderValues,
): { readonly html: string; readonly text: string } {
  const join = (segments: readonly Segment[], part: Slot['part']) =>
    segments
      .map((segment) => (typeof segment === 'string' ? segment : valueFor(segment.name, part, values)))
      .join('')
  return { html: join(html, 'html'), text: join(text, 'text') }
}

/**
 * A person's value as it stands in that part of the letter. Empty where a letter stands in for none.
 * @throws {EditionError} when it is missing.
 */
export function valueFor(name: PlaceholderName, part: Slot['part'], values: PlaceholderValues): string {
  if (name === 'stands_in') return values.stands_in === undefined ? '' : labelled(part, values.stands_in)
  const value: string | undefined = values[name]
  if (value === undefined || value === '')
    throw new EditionError('missing-value', `no value was given for ${name}`)
  return part === 'html' ? escaped(onOneLine(value)) : onOneLine(value)
}

function labelled(part: Slot['part'], { text, locale }: StandsIn): string {
  const own = languageOf(locale)
  return (part === 'html' ? standsInLabel(own, text) : standsInText(own, text)).source
}

const onOneLine = (value: string): string => value.replace(/\p{Cc}/gu, '')

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

/** What a preview shows where each person gets a link of their own. `.invalid` leads nowhere, for ever (RFC 6761). */
const sampleValues: PlaceholderValues = {
  unsubscribe_url: 'https://preview.invalid/unsubscribe',
  preferences_url: 'https://preview.invalid/preferences',
}

/** The very bytes of the edition as one reader would get them. @param values by default links that lead nowhere. */
export const previewEdition = (
  edition: { readonly html: string; readonly text: string },
  values: PlaceholderValues = sampleValues,
): { readonly html: string; readonly text: string } =>
  mergeDecoded({ html: segmentsOf(edition.html), text: segmentsOf(edition.text) }, values)
