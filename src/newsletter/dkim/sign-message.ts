import { createHash, type KeyObject, sign } from 'node:crypto'
import { promisify } from 'node:util'

import type { SigningKey } from './signing-key.ts'

/** A mail in its two parts. Lines end in CRLF, and the last one is ended. */
export interface Message {
  /** With the blank line after it. */
  readonly head: string
  /** In pieces that may belong to other mails too. */
  readonly body: readonly Buffer[]
}

/**
 * What nobody may change or add on the way: all that a reader sees or acts on. RFC 8058 requires the two for leaving with
 * one click. From and Subject are listed once more than they occur, so that a second one breaks the signature
 * (RFC 6376, section 8.15).
 */
const covered = [
  'From',
  'From',
  'To',
  'Subject',
  'Subject',
  'Date',
  'Message-ID',
  'Reply-To',
  'MIME-Version',
  'Content-Type',
  'Content-Transfer-Encoding',
  'Content-Language',
  'List-ID',
  'List-Unsubscribe',
  'List-Unsubscribe-Post',
  'List-Help',
  'List-Subscribe',
  'List-Archive',
  'Feedback-ID',
  'Auto-Submitted',
]

const rsa = promisify<string, Buffer, KeyObject, Buffer>(sign)

/**
 * The message's head as it leaves, signed if there is a key. https://www.rfc-editor.org/rfc/rfc6376
 * Headers are taken `relaxed`, as servers fold them anew; the body `simple`, as it is in a transfer encoding that nobody touches.
 */
export const signedHead = async (message: Message, key: SigningKey | null): Promise<string> =>
  key === null ? message.head : `${await signatureOf(message, key)}${message.head}`

async function signatureOf({ head, body }: Message, key: SigningKey): Promise<string> {
  const { names, text } = coveredBy(fieldsOf(head))
  const bodyHash = createHash('sha256')
    .update(simple(Buffer.concat(body)))
    .digest('base64')
  const tags = [
    'v=1',
    'a=rsa-sha256',
    'c=relaxed/simple',
    `d=${key.domain}`,
    `s=${key.selector}`,
    `h=${inLines(names)}`,
    `bh=${bodyHash}`,
    'b=',
  ].join('; ')
  const signature = await rsa('sha256', Buffer.from(`${text}dkim-signature:${tags}`), key.privateKey)
  return folded(tags, signature.toString('base64'))
}

const inLines = (names: readonly string[]): string =>
  names.map((name, index) => (index > 0 && index % 5 === 0 ? ` ${name}` : name)).join(':')

interface Field {
  readonly name: string
  /** In relaxed form. */
  readonly value: string
}

const fieldsOf = (head: string): readonly Field[] =>
  head
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
    .filter((line) => line !== '')
    .map((line) => {
      const colon = line.indexOf(':')
      return {
        name: line.slice(0, colon).toLowerCase().trim(),
        value: line
          .slice(colon + 1)
          .replace(/[ \t]+/g, ' ')
          .trim(),
      }
    })

/** A name that is listed more often than it occurs signs that there is no other (RFC 6376, section 5.4.2). */
function coveredBy(fields: readonly Field[]): { readonly names: readonly string[]; readonly text: string } {
  const left = new Map<string, string[]>()
  for (const { name, value } of fields) left.set(name, [...(left.get(name) ?? []), value])
  const occurring = covered.filter((name) => left.has(name.toLowerCase()))
  const text = occurring.map((name) => {
    // From the last upwards.
    const value = left.get(name.toLowerCase())?.pop()
    return value === undefined ? '' : `${name.toLowerCase()}:${value}\r\n`
  })
  return { names: occurring, text: text.join('') }
}

/** Without blank lines at the end, whose number servers change. */
function simple(body: Buffer): Buffer {
  let end = body.length
  while (end >= 4 && body.subarray(end - 4, end).equals(twoLineEnds)) end -= 2
  return body.subarray(0, end)
}

const twoLineEnds = Buffer.from('\r\n\r\n')

/** In lines that mail servers take: relaxed, each end of a line is the space that stood there. Within `b=` none counts. */
const folded = (tags: string, signature: string): string =>
  `DKIM-Signature: ${tags.replace(/([;:]) /g, '$1\r\n\t')}${signature.replace(/.{1,72}/g, '\r\n\t$&')}\r\n`
