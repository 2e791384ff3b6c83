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

/** A request's body in pieces, and how many bytes they are together. */
export interface BatchBody {
  readonly bytes: number
  /** One piece for each letter, made when it is asked for. */
  readonly pieces: Iterable<Uint8Array>
}

/**
 * The body of a request for a batch of letters: to the byte what `JSON.stringify` makes of the objects that the service's
 * SDK would send, since a batch that is handed over again has to be the same. In pieces: as a whole it would be there
 * several times over, up to 5 MB each, and V8 would tidy up after every batch.
 * @throws {EditionError} when a value is missing.
 */
export function resendBatchBody(
  edition: CompiledEdition,
  mails: readonly FrozenMail[],
  fieldsOf: (mail: FrozenMail) => LetterFields,
): BatchBody {
  const parts = encodedParts(edition)
  const letters = mails.map((mail, index) => [
    index === 0 ? '[' : ',',
    ...letterOf(parts, mail, fieldsOf(mail)),
    ...(index === mails.length - 1 ? [']'] : []),
  ])
  return {
    bytes: letters.reduce((sum, letter) => sum + lengthOf(letter), 0),
    pieces: eachJoined(letters),
  }
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

function* eachJoined(letters: readonly (readonly (string | Buffer)[])[]): Generator<Uint8Array> {
  for (const letter of letters) yield joined(letter)
}

const lengthOf = (pieces: readonly (string | Buffer)[]): number =>
  pieces.reduce((sum, piece) => sum + Buffer.byteLength(piece), 0)

function joined(pieces: readonly (string | Buffer)[]): Uint8Array {
  const body = Buffer.allocUnsafeSlow(lengthOf(pieces))
  let at = 0
  for (const piece of pieces) at += typeof piece === 'string' ? body.write(piece, at) : piece.copy(body, at)
  return body
}
