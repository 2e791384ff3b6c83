import type { Endpoint } from 'payload'

import { readWithin } from '../../network/read-within.ts'
import { requestOfCallback } from './callback-token.ts'
import { receiveCallback } from './receive-callback.ts'
import { translationTools } from './translation-tools.ts'

/** A document of 20 MB as base64, and what stands around it. */
const MAX_BYTES = 32 * 1024 ** 2

const answer = (status: number, outcome: string): Response =>
  Response.json({ outcome }, { status, headers: { 'Cache-Control': 'no-store' } })

/**
 * `POST /api/translation/etranslation/:token`: where eTranslation delivers. The token in the address is the proof that it
 * was asked to: it is signed, for one request, and in nobody else's hands. What comes twice or too late is answered like
 * anything else, or it would be sent again.
 */
export const callbackEndpoint: Endpoint = {
  path: '/translation/etranslation/:token',
  method: 'post',
  handler: async (req) => {
    const requestId = requestOfCallback('etranslation', String(req.routeParams?.token))
    const engine = translationTools.engines.get('etranslation')
    if (requestId === null || engine === undefined) return answer(404, 'unknown')
    const body = (await readWithin(MAX_BYTES, req.body))?.toString('utf8') ?? null
    if (body === null) return answer(413, 'too-large')
    const outcome = await receiveCallback(req.payload, requestId, { engine, body }, translationTools)
    if (outcome === 'unreadable')
      req.payload.logger.warn({ msg: 'an engine called back with something unreadable', requestId })
    return answer(outcome === 'unreadable' ? 400 : 200, outcome)
  },
}
