import type { Payload } from 'payload'

import { type Database, databaseOf, inTransaction, sql } from '../../database/database.ts'
import { enqueue } from '../../queue/queue.ts'
import type { Delivery, Engine } from '../engines/engine.ts'
import { EngineError } from '../engines/engine-error.ts'
import { nextTry } from '../engines/next-try.ts'
import { refreshLocales } from '../sync/refresh-locales.ts'
import { giveUp, type HeldRequest, putBack, takeForDelivery } from './held-request.ts'
import { idOf, judge, nextChunk, openPieces, type PairGlossary } from './pieces.ts'
import { readRequest } from './read-requests.ts'
import { answeredByItself, type TranslationTools } from './run-translation.ts'
import { finishRequest, storeResults } from './store-results.ts'

/** `dropped`: it came after the request was cancelled, superseded or delivered. `unreadable`: it is no callback. */
export type CallbackOutcome = 'taken' | 'noted' | 'dropped' | 'unreadable'

/**
 * Takes what an engine delivers for a request: once, however often it comes, and however late, as long as nobody decided
 * otherwise. In one transaction, so that an engine that is told of an error can deliver again.
 */
export async function receiveCallback(
  payload: Payload,
  requestId: string,
  callback: { readonly engine: Engine; readonly body: string },
  tools: TranslationTools,
): Promise<CallbackOutcome> {
  const { engine, body } = callback
  const delivery = engine.receive?.(body) ?? { kind: 'unreadable' }
  if (delivery.kind === 'unreadable' || delivery.kind === 'noted') return delivery.kind
  const request = await readRequest(requestId, null, databaseOf(payload))
  if (request === null) return 'dropped'
  // Before the transaction: two connections for one callback would be one too many when many call back at once.
  const glossary = await tools.glossaryFor(request.sourceLocale ?? request.locale, request.locale, payload)
  return inTransaction(payload, async (transaction) => {
    const held = await takeForDelivery(
      requestId,
      // A failure of an earlier attempt says nothing about the latest; a delivery is good whichever it is of.
      {
        engine: engine.name,
        providerReference: delivery.kind === 'failed' ? delivery.providerReference : null,
      },
      transaction,
    )
    if (held === null) return noteLate(requestId, transaction)
    const room = { payload, tools, glossary, database: transaction }
    if (delivery.kind === 'failed') await takeFailure(held, delivery, room)
    else await takeDelivery(held, delivery, room)
    return 'taken'
  })
}

type Failed = Extract<Delivery, { kind: 'failed' }>
type Delivered = Extract<Delivery, { kind: 'delivered' }>

/** What a callback is taken with. */
interface Room {
  readonly payload: Payload
  readonly tools: TranslationTools
  readonly glossary: PairGlossary
  readonly database: Database
}

async function takeFailure(
  held: HeldRequest,
  { reason, code }: Failed,
  { payload, tools, database }: Room,
): Promise<void> {
  // Whatever it says, it said something: nothing is unclear about it, and nothing was delivered.
  const error = new EngineError(
    reason === 'unclear' ? 'refused' : reason,
    `${held.engine} called back ${code}`,
  )
  const next = nextTry(error, {
    attempts: held.attempts,
    mode: 'calls-back',
    now: tools.now(),
    random: tools.random(),
  })
  if (next.kind === 'give-up') {
    await giveUp(held, { state: next.state, reason: error.reason }, database)
    return
  }
  await putBack(held, { reason: error.reason, dueAt: next.at }, database)
  await enqueue(payload, 'run-translation', [{ requestId: held.id }], database, next.at)
}

async function takeDelivery(
  held: HeldRequest,
  { pieces: delivered }: Delivered,
  { glossary, database }: Room,
): Promise<void> {
  const open = nextChunk(await openPieces(held, database), WHOLE, glossary.keep)
  const wanted = new Set(open.pieces.map(idOf))
  const overtaken = delivered
    .filter(({ id }) => !wanted.has(id))
    .map(({ id }) => ({ key: keyOf(id), fault: 'overtaken' as const }))
  const { translated, refused } = judge(open.pieces, delivered, glossary)
  const byItself = answeredByItself(open)
  const results = {
    translated: [...translated, ...byItself.translated],
    refused: [...refused, ...overtaken],
  }
  await storeResults(held, results, database)
  await finishRequest(held, database)
  await refreshLocales({ collection: held.collection, id: held.itemId }, database)
}

/** An item went as one document, so everything that is still open should be in what comes back. */
const WHOLE = { pieces: Number.POSITIVE_INFINITY, characters: Number.POSITIVE_INFINITY }

const keyOf = (id: string): string => Buffer.from(id.split('.')[0] ?? '', 'base64url').toString('utf8')

/** Said once: an engine may repeat itself. */
async function noteLate(requestId: string, database: Database): Promise<'dropped'> {
  await database.execute(sql`
    insert into translation_request_log (request_id, state, reason)
    select id, state, 'late-delivery' from translation_requests r
    where id = ${requestId}
      and not exists (select from translation_request_log l where l.request_id = r.id and l.reason = 'late-delivery')
  `)
  return 'dropped'
}
