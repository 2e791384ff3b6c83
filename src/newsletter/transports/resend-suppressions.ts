import { setTimeout as wait } from 'node:timers/promises'

import { z } from 'zod'

import type { ResendSettings } from './resend.ts'
import { resendClient } from './resend-client.ts'
import { type ResendError, resendOutcome } from './resend-outcome.ts'
import type { Outcome } from './transport.ts'

/** One entry of the service's own list. */
export interface RemoteSuppression {
  readonly id: string
  readonly email: string
  readonly origin: 'bounce' | 'complaint' | 'manual'
  readonly createdAt: Date
}

/** Why the service's list cannot be read or changed now. */
export const suppressionListProblems = [
  'no-answer',
  'server-error',
  'rate-limited',
  'unauthorised',
  'refused',
  'not-understood',
] as const
export type SuppressionListProblem = (typeof suppressionListProblems)[number]

/** The service was asked several times, or will never say yes. */
export class SuppressionListError extends Error {
  override readonly name = 'SuppressionListError'
  readonly reason: SuppressionListProblem

  constructor(reason: SuppressionListProblem) {
    super(`the sending service's suppression list could not be used: ${reason}`)
    this.reason = reason
  }
}

interface Pace {
  /** Between two requests. The service allows five a second for the whole team, and letters go out beside this. */
  readonly betweenMs: number
  /** For one answer. The SDK itself waits for ever. */
  readonly timeoutMs: number
  /** Before the second try; doubled before each further one. */
  readonly backoffMs: number
}

const usualPace: Pace = { betweenMs: 400, timeoutMs: 30_000, backoffMs: 1000 }

const MOST = 100
const TRIES = 5
/** However long the service asks us to wait: after this another run is better. */
const LONGEST_WAIT_MS = 60_000

export interface ResendSuppressions {
  /**
   * The whole list, a page at a time.
   * @throws {SuppressionListError}
   */
  pages(): AsyncGenerator<readonly RemoteSuppression[]>
  /**
   * Adds at most a hundred addresses. Answers their ids in the same order; null where the answer does not say them all.
   * @throws {SuppressionListError}
   */
  add(emails: readonly string[]): Promise<readonly string[] | null>
  /**
   * Takes off at most a hundred entries. One that is gone already is no error.
   * @throws {SuppressionListError}
   */
  remove(ids: readonly string[]): Promise<void>
}

const listed = z.object({
  has_more: z.boolean(),
  data: z.array(
    z.object({
      id: z.string().min(1),
      email: z.string(),
      origin: z.enum(['bounce', 'complaint', 'manual']),
      created_at: z.coerce.date(),
    }),
  ),
})

const added = z.object({ data: z.array(z.object({ id: z.string().min(1) })) })

/**
 * @param note told of each request before it leaves: letters count theirs against the same limit.
 * https://resend.com/docs/api-reference/suppressions: adding and removing twice changes nothing, so all may be repeated.
 */
export function resendSuppressions(
  { apiKey, baseUrl }: ResendSettings,
  pace: Pace = usualPace,
  note: () => Promise<void> = async () => undefined,
): ResendSuppressions {
  const client = resendClient({ apiKey, baseUrl })
  const ask = async (request: Asking) => {
    await note()
    return askPatiently(request, pace)
  }
  const pageAfter = async (after: string | null) => {
    const wish = { limit: MOST, ...(after !== null && { after }) }
    return understood(listed, await ask((options) => client.suppressions.list(wish, options)))
  }
  return {
    async *pages() {
      let after: string | null = null
      const read = new Set<string>()
      do {
        const page: z.infer<typeof listed> = await pageAfter(after)
        yield page.data.map(({ id, email, origin, created_at }) => ({
          id,
          email,
          origin,
          createdAt: created_at,
        }))
        // A page that says there is more and holds nothing would be asked for again and again, and so would one that comes again.
        after = page.has_more ? (page.data.at(-1)?.id ?? null) : null
        if (after !== null && read.has(after)) throw new SuppressionListError('not-understood')
        if (after !== null) read.add(after)
      } while (after !== null)
    },

    async add(emails) {
      const answer = await ask((options) => client.suppressions.batch.add({ emails: [...emails] }, options))
      const ids = understood(added, answer).data.map(({ id }) => id)
      return ids.length === emails.length ? ids : null
    },

    async remove(ids) {
      await ask((options) => client.suppressions.batch.remove({ ids: [...ids] }, options))
    },
  }
}

function understood<Shape extends z.ZodType>(shape: Shape, answer: unknown): z.infer<Shape> {
  const parsed = shape.safeParse(answer)
  if (!parsed.success) throw new SuppressionListError('not-understood')
  return parsed.data
}

/** As the SDK answers: it never throws for what went wrong. */
interface SdkAnswer {
  readonly data: unknown
  readonly error: ResendError | null
  readonly headers: Readonly<Record<string, string>> | null
}

type Asking = (options: { signal: AbortSignal }) => Promise<SdkAnswer>

/** Asks again where that can help, as late as the service wants. */
async function askPatiently(request: Asking, { betweenMs, timeoutMs, backoffMs }: Pace): Promise<unknown> {
  let problem: SuppressionListProblem = 'no-answer'
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const { data, error, headers } = await request({ signal: AbortSignal.timeout(timeoutMs) })
    if (error === null) {
      await wait(betweenMs)
      return data
    }
    const now = new Date()
    const outcome = resendOutcome({ error, headers, now })
    problem = problemOf(outcome)
    if (problem === 'refused' || problem === 'unauthorised') break
    const askedMs = outcome.kind === 'not-now' ? outcome.retryAt.getTime() - now.getTime() : 0
    const patienceMs = Math.max(askedMs, backoffMs * 2 ** (attempt - 1))
    if (attempt < TRIES) await wait(Math.min(patienceMs, LONGEST_WAIT_MS))
  }
  throw new SuppressionListError(problem)
}

function problemOf(outcome: Outcome): SuppressionListProblem {
  if (outcome.kind === 'ambiguous') return outcome.reason === 'no-answer' ? 'no-answer' : 'server-error'
  if (outcome.kind !== 'not-now' || outcome.reason === 'quota') return 'refused'
  if (outcome.reason === 'unreachable') return 'server-error'
  return outcome.reason === 'unauthorised' ? 'unauthorised' : 'rate-limited'
}
