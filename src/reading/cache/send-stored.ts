import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

import { isSince } from '../v1/is-held.ts'
import {
  AGE_AT,
  type Encoding,
  encodings,
  type Form,
  formOf,
  type StoredAnswer,
  taggedAs,
} from './stored-answer.ts'

/** Beyond it each step costs more time than it saves bytes. */
const BROTLI_QUALITY = 5

/** Sends an answer that is kept, or says that the reader has it: by tag, or by date where none was sent. RFC 9110, section 13.2.2 */
export function sendStored(
  request: IncomingMessage,
  response: ServerResponse,
  answer: StoredAnswer,
  now: number,
): void {
  const { headers } = request
  const encoding = answer.isCompressible ? wanted(headers['accept-encoding']) : 'identity'
  const held = headers['if-none-match']
  const heldTag =
    held !== undefined
      ? heldOf(held, answer.etag)
      : isSince(headers['if-modified-since'] ?? null, answer.modified)
        ? taggedAs(answer.etag, encoding)
        : null
  if (heldTag !== null) {
    response.writeHead(304, ['Age', age(answer, now), 'ETag', heldTag, ...answer.shared]).end()
    return
  }
  const form = encoding === 'identity' ? answer.identity : compressed(answer, encoding)
  if (form instanceof Promise)
    void form.then((made) => send(request, response, answer, made ?? answer.identity, now))
  else send(request, response, answer, form ?? answer.identity, now)
}

function send(
  { method }: IncomingMessage,
  response: ServerResponse,
  answer: StoredAnswer,
  form: Form,
  now: number,
): void {
  form.headers[AGE_AT] = age(answer, now)
  response.writeHead(200, form.headers)
  if (method === 'HEAD') response.end()
  else response.end(form.body)
}

const age = ({ askedAt }: StoredAnswer, now: number): string => String(Math.floor((now - askedAt) / 1000))

/** Which of the forms that we send the reader has, compared weakly as reads have it. Null: none. */
function heldOf(header: string, etag: string): string | null {
  const held = header.split(',').map((each) => each.trim().replace(/^W\//, ''))
  return (
    encodings
      .map((encoding) => taggedAs(etag, encoding))
      .find((tag) => held.includes(tag) || held[0] === '*') ?? null
  )
}

/** The best of what the reader takes. Nearly all readers send one of a few lines, so what they mean is remembered. */
function wanted(header: string | undefined): Encoding {
  if (header === undefined) return 'identity'
  const known = meanings.get(header)
  if (known !== undefined) return known
  const takes = (coding: string): boolean =>
    header
      .toLowerCase()
      .split(',')
      .map((each) => each.split(';').map((part) => part.trim()))
      .some(([name, weight]) => name === coding && !/^q=0(?:\.0*)?$/.test(weight ?? ''))
  const meant = takes('br') ? 'br' : takes('gzip') ? 'gzip' : 'identity'
  if (meanings.size >= MAX_MEANINGS) meanings.clear()
  meanings.set(header, meant)
  return meant
}

const MAX_MEANINGS = 200
const meanings = new Map<string, Encoding>()

function compressed(
  answer: StoredAnswer,
  encoding: Exclude<Encoding, 'identity'>,
): Form | null | Promise<Form | null> {
  const known = answer.compressed[encoding]
  if (known !== undefined) return known
  // What cannot be compressed, for want of memory say, is sent as it is.
  const making = compress(answer, encoding)
    .catch(() => null)
    .then((made) => {
      answer.compressed[encoding] = made
      return made
    })
  answer.compressed[encoding] = making
  return making
}

async function compress(answer: StoredAnswer, encoding: 'br' | 'gzip'): Promise<Form | null> {
  const { body } = answer.identity
  const made =
    encoding === 'gzip'
      ? await promisify(gzip)(body)
      : await promisify(brotliCompress)(body, {
          params: {
            [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
            [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
          },
        })
  // Both forms together must fit into what the answer is counted as.
  return made.length > body.length / 2 ? null : formOf(answer, made, encoding)
}
