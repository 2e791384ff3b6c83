import type { z } from 'zod'
import { askedToWaitUntil } from '../network/asked-to-wait.ts'
import { NetworkError } from '../network/network-error.ts'
import type { Answer, Request, Requester } from '../network/request.ts'
import { ChannelError, type ChannelErrorReason } from './channel-error.ts'

export interface AskOptions {
  readonly request: Requester
  readonly now: Date
  /** `none`: nobody sees what the request does, so a lost answer loses nothing. `visible`: it may have happened. */
  readonly effect: 'none' | 'visible'
  /** What a status means to this service, where that differs from what it means to most. */
  readonly reasons?: Readonly<Partial<Record<number, ChannelErrorReason>>>
  /** What an answer means whose body says more than its status. Null: the status says it all. */
  readonly classify?: (answer: Answer) => ChannelErrorReason | ChannelError | null
}

/**
 * Sends a request and answers with a 2xx.
 * @throws {ChannelError} in every other case.
 */
export async function ask(request: Request, options: AskOptions): Promise<Answer> {
  const answer = await options.request(request).catch((error: unknown) => {
    throw error instanceof NetworkError ? withoutAnswer(error, options) : error
  })
  const { status, headers, body } = answer
  if (status >= 200 && status < 300) return answer

  const told = options.classify?.(answer) ?? null
  if (told instanceof ChannelError) throw told
  const reason = told ?? options.reasons?.[status] ?? reasonOf(status, options.effect)
  const message = `${request.url.host} answered ${status}: ${excerptOf(body)}`
  throw new ChannelError(reason, message, { status, retryAfter: askedToWaitUntil(headers, options.now) })
}

/**
 * Reads JSON of a known shape.
 * @throws {ChannelError} with the given reason, when it is something else.
 */
export function parseAnswer<T>({ body }: Answer, shape: z.ZodType<T>, otherwise: ChannelErrorReason): T {
  const parsed = shape.safeParse(parseJson(body))
  if (!parsed.success)
    throw new ChannelError(otherwise, `unreadable answer: ${excerptOf(body)}`, { cause: parsed.error })
  return parsed.data
}

/** What a body says that may hold JSON of a shape. Null: something else, as when a proxy answers in a service's place. */
export function readBody<T>({ body }: Pick<Answer, 'body'>, shape: z.ZodType<T>): T | null {
  const parsed = shape.safeParse(parseJson(body))
  return parsed.success ? parsed.data : null
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    // Told apart from valid JSON by the shape that is expected: none is a bare undefined.
    return undefined
  }
}

function withoutAnswer(error: NetworkError, { effect }: AskOptions): ChannelError {
  const lost = effect === 'visible' ? 'unconfirmed' : 'unavailable'
  const reasons = {
    'refused-address': 'misconfigured',
    'never-sent': 'unavailable',
    'no-answer': lost,
    'too-large': lost,
  } as const
  return new ChannelError(reasons[error.kind], error.message, { cause: error })
}

function reasonOf(status: number, effect: AskOptions['effect']): ChannelErrorReason {
  switch (status) {
    case 401:
    case 403:
      return 'unauthorised'
    case 404:
    case 405:
    case 410:
      return 'misconfigured'
    case 408:
    case 425:
      return 'unavailable'
    case 429:
      return 'rate-limited'
    case 502:
    case 504:
      // A gateway speaks: it passed the request on and lost the answer.
      return effect === 'visible' ? 'unconfirmed' : 'unavailable'
  }
  if (status >= 500) return 'unavailable'
  return status < 400 ? 'misconfigured' : 'rejected'
}

const EXCERPT_CHARACTERS = 200

const excerptOf = (body: Buffer): string => [...body.toString('utf8')].slice(0, EXCERPT_CHARACTERS).join('')
