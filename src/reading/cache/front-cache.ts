import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'

import { wantsLinkedData } from '../formats/wants-linked-data.ts'
import { answerStore } from './answer-store.ts'
import { circumstances, isPersonal } from './caller.ts'
import type { ContentEar } from './content-ear.ts'
import { isForEverybody, type Made, makings } from './makings.ts'
import { type Origin, originAnswer } from './origin-answer.ts'
import { ANYTHING } from './public-content.ts'
import { askedAsItCame, mayBeQuery, postedQuestionOf, type Question, questionOf } from './question.ts'
import { sendStored } from './send-stored.ts'
import type { OriginAnswer } from './stored-answer.ts'

interface Settings {
  readonly origin: Origin
  /** Whether what is kept may be sent just now. */
  readonly ear: Pick<ContentEar, 'isCurrent'>
  /** Where the world reaches us: answers are made for that host, whatever a request calls us. */
  readonly publicUrl: URL
  readonly maxBytes: number
  /** `CDN-Cache-Control` of what is kept. Null: no CDN is told of changes. */
  readonly forCdn?: string | null
}

/** Answers of the origin, kept for everybody while nothing that they were made of changes. */
export interface FrontCache {
  answer(request: IncomingMessage, response: ServerResponse): void
  /** Something with these tags has changed. */
  drop(tags: readonly string[]): void
  /** Nobody knows what has changed. */
  dropAll(): void
  /** Of the answers that are kept, as they are counted. */
  readonly bytes: number
}

/** An anonymous read of what is public is answered from memory where it can be; everything else goes to the origin as it is. */
export function frontCache({ origin, ear, publicUrl, maxBytes, forCdn = null }: Settings): FrontCache {
  const store = answerStore(maxBytes)
  const making = makings({ origin, store, forCdn })

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const { method, url = '/', headers } = request
    const now = performance.now()
    const isRead = method === 'GET' || method === 'HEAD'
    const mayBeKept = ear.isCurrent() && !isPersonal(headers) && (isRead || mayBeQuery(request))
    if (!mayBeKept) void origin(request, response)
    else if (!isRead) void answerQuery(request, response)
    // Most addresses are spelt as we would spell them: then nothing has to be taken apart.
    else if (!sendKept(circumstances(headers, publicUrl.origin) + url, request, response, now)) {
      const question = questionOf(request, publicUrl)
      if (question === null) void origin(request, response)
      else void answerQuestion(question, request, response, now)
    }
  }

  async function answerQuery(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // Whoever leaves in the middle of asking gets no answer.
    const body = await text(request).catch(() => null)
    if (body === null) return
    const question = postedQuestionOf(request, body, publicUrl)
    if (question === null)
      return sendMade(originAnswer(origin, askedAsItCame(request, body)), request, response)
    return answerQuestion(question, request, response, performance.now())
  }

  async function answerQuestion(
    question: Question,
    request: IncomingMessage,
    response: ServerResponse,
    now: number,
  ): Promise<void> {
    if (!sendKept(question.key, request, response, now))
      return sendMade(making.make(acceptedKey(question.key, request), question, now), request, response)
  }

  function sendKept(key: string, request: IncomingMessage, response: ServerResponse, now: number): boolean {
    const found = store.get(key)
    const kept = found !== undefined && 'varies' in found ? store.get(acceptedKey(key, request)) : found
    if (kept === undefined || 'varies' in kept || kept.expiresAt <= now) return false
    sendStored(request, response, kept, now)
    return true
  }

  return {
    answer,
    drop(tags) {
      // Whatever changed, it is something public.
      store.drop([...tags, ANYTHING])
      making.forget()
    },
    dropAll() {
      store.dropAll()
      making.forget()
    },
    get bytes() {
      return store.bytes
    },
  }
}

/**
 * Browsers send many spellings of `Accept`. Our own addresses tell apart only who wants linked data; Payload's are kept for
 * each spelling.
 */
function acceptedKey(key: string, { url = '/', headers: { accept = '' } }: IncomingMessage): string {
  if (url.startsWith('/api/')) return `${key}\n${accept}`
  return `${key}\n${wantsLinkedData(accept) ? 'linked' : ''}`
}

async function sendMade(
  making: Promise<Made>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // The origin has said why it failed; here it has only not answered.
  const made = await making.catch(() => null)
  if (response.destroyed) return
  if (made === null) response.writeHead(500).end()
  else if (isForEverybody(made)) sendStored(request, response, made, performance.now())
  else sendPlain(made, request, response)
}

/** Headers that belong to the connection on which an answer came. */
const ofConnection = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'date'])

function sendPlain(
  { status, headers, body }: OriginAnswer,
  { method }: IncomingMessage,
  response: ServerResponse,
): void {
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined && !ofConnection.has(name)) response.setHeader(name, value)
  response.writeHead(status)
  response.end(method === 'HEAD' ? undefined : body)
}
