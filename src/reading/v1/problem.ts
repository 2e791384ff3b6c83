import { siteUrl } from '../../content/site-url.ts'
import { toolTexts } from '../../i18n/tool-texts.ts'

/** One thing that is wrong with a request, and what to change. */
export interface FieldProblem {
  /** Name of a parameter, of a part of the address or of a header. */
  readonly field: string
  readonly problem: string
  readonly remedy: string
}

/** What a request can be refused for: the status it is answered with. Each is explained at `/v1/docs#problem-<name>`. */
export const problemStatus = {
  query: 400,
  key: 401,
  'not-found': 404,
  method: 405,
  gone: 410,
  restart: 410,
  rate: 429,
  quota: 429,
  failed: 500,
} as const

export type ProblemName = keyof typeof problemStatus

/** A refusal as it is answered. RFC 9457 */
interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly errors?: readonly FieldProblem[]
}

interface Details {
  /** What this request is refused for. Unset: the sentence that goes with the name. */
  readonly detail?: string
  readonly errors?: readonly FieldProblem[]
  readonly headers?: Readonly<Record<string, string>>
}

/** Anybody's script may read what we answer, and none with a visitor's cookies. */
export const openToAll = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers':
    'Content-Language, ETag, Last-Modified, Link, RateLimit, RateLimit-Policy, Retry-After',
} as const

/** Refuses a request in words that say what to change. RFC 9457 */
export function problem(name: ProblemName, { detail, errors, headers = {} }: Details = {}): Response {
  const status = problemStatus[name]
  const body: Problem = {
    type: siteUrl(`/v1/docs#problem-${name}`),
    title: toolTexts(`v1.problem.${name}.title`),
    status,
    detail: detail ?? toolTexts(`v1.problem.${name}.detail`),
    ...(errors !== undefined && { errors }),
  }
  return new Response(`${JSON.stringify(body)}\n`, {
    status,
    headers: {
      ...openToAll,
      'Content-Type': 'application/problem+json',
      'Content-Language': 'en',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      ...headers,
    },
  })
}
