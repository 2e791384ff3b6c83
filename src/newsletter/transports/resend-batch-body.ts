import { type CompiledEdition, valueFor } from '../compiled-edition.ts'
import type { PlaceholderName, Segment } from '../placeholders.ts'
import type { FrozenMail } from './transport.ts'

/** What comes with one person's copy of a letter, as the service's API names it. */
export interface LetterFields {
  readonly from: string
  readonly headers: Readonly<Record<string, string>>
  readonly replyTo: string | null
  readonly subject: string
  readonly tags: readonly { readonly name: string; readonly value: string }[]
  readonly to: readonly string[]
}

interface Slot {
  readonly name: PlaceholderName
  readonly part: 'html' | 'text'
}

type Part = Buffer | Slot

interface EncodedParts {
  readonly html: readonly Part[]
  readonly text: readonly Part[]
}

/** An edition is written as JSON once, not once for each of a hundred people in a batch. */
const known = new WeakMap<CompiledEdition, EncodedParts>()

/**
 * The body of a request for a batch of letters: to the byte what `JSON.stringify` makes of the objects that the service's
 * SDK would send, since a batch that is handed over again has to be the same.
 * @throws {EditionError} when a value is missing.
 */
export function resendBatchBody(
  edition: CompiledEdition,
  mails: readonly FrozenMail[],
  fieldsOf: (mail: FrozenMail) => LetterFields,
): Uint8Array<ArrayBuffer> {
  const pieces = mails.flatMap((mail, index) => [
    index === 0 ? '[' : ',',
    ...letterOf(encodedParts(edition), mail, fieldsOf(mail)),
  ])
  return joined([...pieces, ']'])
}

/** Bytes of one letter in such a body, without its head and its reader's own values. */
export function letterBytes(edition: CompiledEdition): number {
  const { html, text } = encodedParts(edition)
  return [...html, ...text].reduce((sum, part) => sum + (part instanceof Uint8Array ? part.length : 0), 0)
}

function encodedParts(edition: CompiledEdition): EncodedParts {
  const parts = known.get(edition) ?? {
    html: edition.html.map((segment) => partOf(segment, 'html')),
    text: edition.text.map((segment) => partOf(segment, 'text')),
  }
  known.set(edition, parts)
  return parts
}

const partOf = (segment: Segment, part: Slot['part']): Part =>
  typeof segment === 'string' ? Buffer.from(withoutQuotes(segment)) : { name: segment.name, part }

const withoutQuotes = (text: string): string => JSON.stringify(text).slice(1, -1)

/** Fields in the SDK's order. */
function letterOf(
  { html, text }: EncodedParts,
  { values }: FrozenMail,
  { from, headers, replyTo, subject, tags, to }: LetterFields,
): (string | Buffer)[] {
  const filled = (part: Part) =>
    part instanceof Uint8Array ? part : withoutQuotes(valueFor(part.name, part.part, values))
  const between = { ...(replyTo !== null && { reply_to: replyTo }), subject, tags }
  return [
    `${JSON.stringify({ from, headers }).slice(0, -1)},"html":"`,
    ...html.map(filled),
    `",${JSON.stringify(between).slice(1, -1)},"text":"`,
    ...text.map(filled),
    `",${JSON.stringify({ to }).slice(1)}`,
  ]
}

function joined(pieces: readonly (string | Buffer)[]): Uint8Array<ArrayBuffer> {
  const bytes = pieces.reduce((sum, piece) => sum + Buffer.byteLength(piece), 0)
  const body = Buffer.allocUnsafeSlow(bytes)
  let at = 0
  for (const piece of pieces) at += typeof piece === 'string' ? body.write(piece, at) : piece.copy(body, at)
  return body
}
