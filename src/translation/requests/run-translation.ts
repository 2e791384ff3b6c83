import type { Payload } from 'payload'

import type { TranslatableReference } from '../../content/translatable.ts'
import { type Database, databaseOf } from '../../database/database.ts'
import { env } from '../../env.ts'
import type { Locale } from '../../i18n/locales.ts'
import { enqueue } from '../../queue/queue.ts'
import type { Engine, Outcome } from '../engines/engine.ts'
import { EngineError } from '../engines/engine-error.ts'
import type { Engines } from '../engines/engines-for.ts'
import { CALLBACK_WAIT_MS, nextTry } from '../engines/next-try.ts'
import { refreshLocales } from '../sync/refresh-locales.ts'
import type { Refund } from './budget.ts'
import { callbackUrl } from './callback-token.ts'
import { claimRequest, giveUp, type HeldRequest, putBack, reserve } from './held-request.ts'
import { translationSettings } from './network-settings.ts'
import { type Chunk, judge, nextChunk, openPieces, type PairGlossary, pieceFor } from './pieces.ts'
import { AWAITING } from './request-state.ts'
import { finishRequest, storeResults } from './store-results.ts'

/** Well within the lease. */
const TIMEOUT_MS = 60_000

export interface TranslationTools {
  readonly engines: Engines
  readonly glossaryFor: (source: Locale, target: Locale, payload: Payload) => Promise<PairGlossary>
  readonly now: () => Date
  /** From 0 up to 1, drawn anew each time. */
  readonly random: () => number
}

/** Has an engine translate what a request asks for, in as many steps as it needs, if it is due and nobody else holds it. */
export async function runTranslation(
  payload: Payload,
  requestId: string,
  tools: TranslationTools,
): Promise<void> {
  const database = databaseOf(payload)
  const held = await claimRequest(requestId, database)
  if (held === null) return
  const job = await openJob(payload, held, tools, database)
  if (job === null) return
  const { againAt } = await workThrough(job)
  // The sweep would find it as well, up to a minute later.
  if (againAt !== undefined) await enqueue(payload, 'run-translation', [{ requestId }], database, againAt)
}

async function workThrough(first: Job): Promise<Step> {
  let job = first
  for (;;) {
    const step = await takeStep(job)
    if (step.kind !== 'go-on') return step
    // Something was translated, so what fails next fails for the first time.
    job = { ...job, held: { ...job.held, attempts: 1 } }
  }
}

/** All that one run works with. */
export interface Job {
  readonly held: HeldRequest
  readonly source: Locale
  readonly engine: Engine
  readonly glossary: PairGlossary
  readonly charactersPerMonth: number
  readonly tools: TranslationTools
  readonly database: Database
}

/** `lost`: somebody else decides about the request by now. `awaits`: the engine calls back. */
interface Step {
  readonly kind: 'go-on' | 'done' | 'awaits' | 'again-later' | 'given-up' | 'lost'
  readonly againAt?: Date
}

export async function openJob(
  payload: Payload,
  held: HeldRequest,
  tools: TranslationTools,
  database: Database,
): Promise<Job | null> {
  const engine = tools.engines.get(held.engine)
  const source = held.sourceLocale
  if (engine === undefined || source === null) {
    const reason = engine === undefined ? 'engine-not-configured' : 'item-gone'
    await giveUp(held, { state: 'failed', reason }, database)
    return null
  }
  const { charactersPerMonth } = await translationSettings(payload)
  const agreed = await tools.glossaryFor(source, held.locale, payload)
  // What is no language cannot say what was agreed on in one; words that stay are kept all the same.
  const glossary = engine.writesLanguage ? agreed : { ...agreed, breaches: () => [] }
  return { held, source, engine, glossary, charactersPerMonth, tools, database }
}

/** One request to the engine, and what follows from it. */
export async function takeStep(job: Job): Promise<Step> {
  const { held, engine, glossary, charactersPerMonth, database } = job
  const chunk = nextChunk(await openPieces(held, database), engine.limits, glossary.keep)
  if (chunk.pieces.length === 0 && chunk.wordless.length === 0 && chunk.tooLarge.length === 0)
    return finish(job)
  if (chunk.pieces.length === 0) return store(job, answeredByItself(chunk))

  const obstacle = await obstacleOf(job)
  if (obstacle !== null) return failed(job, obstacle, null)
  const characters = engine.isMetered ? chunk.characters : 0
  const reserved = await reserve(held, { characters, charactersPerMonth }, database)
  if (reserved.outcome === 'lost') return { kind: 'lost' }
  if (reserved.outcome === 'over-budget')
    return gaveUp(await giveUp(held, { state: 'failed', reason: 'over-budget' }, database))
  const outcome = await asked(job, chunk)
  if (outcome instanceof EngineError) return failed(job, outcome, reserved.refund)
  if (outcome.kind === 'accepted') return awaitAnswer(job, outcome.providerReference)
  const { translated, refused } = judge(chunk.pieces, outcome.pieces, glossary)
  const byItself = answeredByItself(chunk)
  return store(job, {
    translated: [...translated, ...byItself.translated],
    refused: [...refused, ...byItself.refused],
  })
}

/** What needs no engine: a number says in every language what it says. */
export const answeredByItself = ({ wordless, tooLarge }: Chunk): Parameters<typeof storeResults>[1] => ({
  translated: wordless.map(({ key, hash, text }) => ({ key, hash, text })),
  refused: tooLarge.map(({ key }) => ({ key, fault: 'too-large' })),
})

/** Why the engine need not be sent anything. Null: it translates this pair. */
async function obstacleOf({ held, source, engine, tools }: Job): Promise<EngineError | null> {
  const pairs = await orEngineError(
    engine.capabilities({ signal: AbortSignal.timeout(TIMEOUT_MS), now: tools.now() }),
  )
  if (pairs instanceof EngineError) {
    // A lost answer to a question loses nothing.
    const { reason, message, retryAfter } = pairs
    return new EngineError(reason === 'unclear' ? 'unavailable' : reason, message, {
      cause: pairs,
      retryAfter,
    })
  }
  if (pairs.some((pair) => pair.source === source && pair.target === held.locale)) return null
  return new EngineError(
    'unsupported-pair',
    `${engine.name} does not translate ${source} into ${held.locale}`,
  )
}

const asked = (
  { held, source, engine, glossary, tools }: Job,
  { pieces }: Chunk,
): Promise<Outcome | EngineError> =>
  orEngineError(
    engine.translate(
      { source, target: held.locale, pieces: pieces.map((piece) => pieceFor(piece, glossary.keep)) },
      {
        signal: AbortSignal.timeout(TIMEOUT_MS),
        now: tools.now(),
        reference: held.id,
        callbackUrl: callbackUrl(env.PUBLIC_URL, engine.name, held.id),
      },
    ),
  )

/** An engine's error is an outcome; any other goes up. */
async function orEngineError<Value>(working: Promise<Value>): Promise<Value | EngineError> {
  try {
    return await working
  } catch (error) {
    if (error instanceof EngineError) return error
    throw error
  }
}

async function failed(
  { held, engine, tools, database }: Job,
  error: EngineError,
  refund: Refund | null,
): Promise<Step> {
  const { reason } = error
  const next = nextTry(error, {
    attempts: held.attempts,
    mode: engine.mode,
    now: tools.now(),
    random: tools.random(),
  })
  // What may have been translated may have been paid for.
  const back = reason === 'unclear' ? null : refund
  if (next.kind === 'give-up')
    return gaveUp(await giveUp(held, { state: next.state, reason, refund: back }, database))
  const dueAt = next.at
  const put = { reason: next.kind === 'wait' ? AWAITING : reason, dueAt, refund: back }
  if (!(await putBack(held, put, database))) return { kind: 'lost' }
  return next.kind === 'wait' ? { kind: 'awaits' } : { kind: 'again-later', againAt: dueAt }
}

const gaveUp = (isWritten: boolean): Step => ({ kind: isWritten ? 'given-up' : 'lost' })

async function awaitAnswer({ held, tools, database }: Job, providerReference: string): Promise<Step> {
  const dueAt = new Date(tools.now().getTime() + CALLBACK_WAIT_MS)
  const isWritten = await putBack(held, { reason: AWAITING, dueAt, providerReference }, database)
  return { kind: isWritten ? 'awaits' : 'lost' }
}

async function store({ held, database }: Job, results: Parameters<typeof storeResults>[1]): Promise<Step> {
  if (!(await storeResults(held, results, database))) return { kind: 'lost' }
  await refreshLocales(itemOf(held), database)
  return { kind: 'go-on' }
}

async function finish({ held, database }: Job): Promise<Step> {
  // Once more, for a worker that vanished between writing and summing up.
  await refreshLocales(itemOf(held), database)
  return { kind: (await finishRequest(held, database)) === null ? 'lost' : 'done' }
}

const itemOf = ({ collection, itemId }: HeldRequest): TranslatableReference => ({ collection, id: itemId })
