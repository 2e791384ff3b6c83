import { z } from 'zod'

import type { Locale } from '../../i18n/locales.ts'
import { jsonOf } from './ask-engine.ts'
import type { Delivery, Piece } from './engine.ts'
import type { EngineErrorReason } from './engine-error.ts'

/** One paragraph for each piece, named by its id. */
export const documentOf = (pieces: readonly Piece[], source: Locale): string =>
  `<!DOCTYPE html><html lang="${source}"><head><meta charset="utf-8"><title></title></head><body>${pieces
    .map(({ id, markup }) => `<p id="${id}">${markup}</p>`)
    .join('\n')}</body></html>`

const PARAGRAPH = /<p\b[^>]*?\bid\s*=\s*"([^"<>]{1,200})"[^>]*>([\s\S]*?)<\/p>/giu

const piecesOf = (document: string): Piece[] =>
  Array.from(document.matchAll(PARAGRAPH), ([, id = '', markup = '']) => ({ id, markup: markup.trim() }))

const code = z.coerce.number().int()
const callback = z.object({
  requestId: code,
  /** Base64 of a document in the format that was sent. */
  result: z.string().optional(),
  errorCode: code.optional(),
})

/** Reads a callback: a delivery, or the news that one was or was not made. */
export function receiveDelivery(body: string): Delivery {
  const parsed = callback.safeParse(jsonOf(body))
  if (!parsed.success) return { kind: 'unreadable' }
  const { requestId, result, errorCode } = parsed.data
  if (errorCode !== undefined && errorCode < 0)
    return {
      kind: 'failed',
      reason: reasonOfCode(errorCode),
      code: String(errorCode),
      providerReference: String(requestId),
    }
  if (result === undefined) return { kind: 'noted' }
  const pieces = piecesOf(Buffer.from(result, 'base64').toString('utf8'))
  return pieces.length === 0 ? { kind: 'unreadable' } : { kind: 'delivered', pieces }
}

/** What its error codes mean to us, those of its first version too. Any other is a refusal that a person must look at. */
const reasons: Readonly<Partial<Record<number, EngineErrorReason>>> = {
  [-11200]: 'quota',
  [-20001]: 'unsupported-pair',
  [-20003]: 'unsupported-pair',
  [-20007]: 'unauthorised',
  [-20021]: 'too-large',
  [-20028]: 'rate-limited',
}

export const reasonOfCode = (errorCode: number): EngineErrorReason => reasons[errorCode] ?? 'refused'
