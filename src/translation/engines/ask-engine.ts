import type { z } from 'zod'

import { askedToWaitUntil } from '../../network/asked-to-wait.ts'
import { NetworkError } from '../../network/network-error.ts'
import type { Answer, Request, Requester } from '../../network/request.ts'
import { EngineError, type EngineErrorReason } from './engine-error.ts'

interface AskOptions {
  readonly request: Requester
  readonly now: Date
  /** What a status means to this engine, where that differs from what it means to most. */
  readonly reasons?: Readonly<Partial<Record<number, EngineErrorReason>>>
}

/**
 * Sends a request to an engine and answers with a 2xx.
 * @throws {EngineError} in every other case.
 */
export async function askEngine(request: Request, options: AskOptions): Promise<Answer> {
  const answer = await options.request(request).catch((error: unknown) => {
    throw error instanceof NetworkError ? withoutAnswer(error) : error
  })
  const { status, headers } = answer
  if (status >= 200 && status < 300) return answer
  // The body is left out: engines repeat in it what they were asked.
  throw new EngineError(
    options.reasons?.[status] ?? reasonOf(status),
    `${request.url.host} answered ${status}`,
    {
      retryAfter: askedToWaitUntil(headers, options.now),
    },
  )
}

/**
 * Reads JSON of a known shape.
 * @throws {EngineError} `unclear` when it is something else: whatever was done, we do not have it.
 */
export function parseAnswer<T>({ body }: Answer, shape: z.ZodType<T>, host: string): T {
  const parsed = shape.safeParse(jsonOf(body.toString('utf8')))
  if (parsed.success) return parsed.data
  throw new EngineError('unclear', `${host} answered something unreadable`, { cause: parsed.error })
}

/** Undefined: it is no JSON. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Told apart from valid JSON by the shape that is expected: none is a bare undefined.
    return undefined
  }
}

const kinds = {
  'refused-address': 'refused',
  'never-sent': 'unavailable',
  'no-answer': 'unclear',
  'too-large': 'unclear',
} as const satisfies Record<NetworkError['kind'], EngineErrorReason>

const withoutAnswer = (error: NetworkError): EngineError =>
  new EngineError(kinds[error.kind], error.message, { cause: error })

function reasonOf(status: number): EngineErrorReason {
  switch (status) {
    case 401:
    case 403:
      return 'unauthorised'
    case 408:
    case 425:
      return 'unavailable'
    case 413:
      return 'too-large'
    case 429:
      return 'rate-limited'
    case 502:
    case 504:
      // A gateway speaks: it passed the request on and lost the answer.
      return 'unclear'
  }
  return status >= 500 ? 'unavailable' : 'refused'
}
