import type { Outcome } from './transport.ts'

/** As the SDK gives it. Where no answer came the status is null; where an answer was not the service's own, it may be missing. */
export interface ResendError {
  readonly name: string
  readonly statusCode?: number | null
}

export interface ResendFailure {
  readonly error: ResendError
  /** In lower case. Null without an answer. */
  readonly headers: Readonly<Record<string, string>> | null
  readonly now: Date
}

const SECOND_MS = 1000
const UNAUTHORISED_MS = 15 * 60 * SECOND_MS
/** A quota is counted per day or month; an hour finds the turn of either soon enough. */
const QUOTA_MS = 60 * 60 * SECOND_MS

/**
 * Decides by status and error name, never by text.
 * https://resend.com/docs/api-reference/errors, https://resend.com/docs/dashboard/emails/idempotency-keys
 */
export function resendOutcome({ error: { name, statusCode }, headers, now }: ResendFailure): Outcome {
  const later = (milliseconds: number) => new Date(now.getTime() + milliseconds)
  if (statusCode === undefined || statusCode === null) return { kind: 'ambiguous', reason: 'no-answer' }
  if (statusCode >= 500) return { kind: 'ambiguous', reason: 'server-error' }
  const code = `${statusCode} ${name}`
  if (statusCode === 409)
    return {
      kind: 'ambiguous',
      reason: name === 'invalid_idempotent_request' ? 'payload-changed' : 'in-progress',
    }
  if (name === 'daily_quota_exceeded' || name === 'monthly_quota_exceeded')
    return { kind: 'not-now', reason: 'quota', retryAt: later(QUOTA_MS), code }
  if (statusCode === 429)
    return {
      kind: 'not-now',
      reason: 'rate-limited',
      retryAt: later(waitMs(headers)),
      code,
      about: 'transport',
    }
  if (name === 'invalid_from_address')
    return { kind: 'refused', reason: 'sender-refused', permanent: false, code }
  if (statusCode === 401 || statusCode === 403)
    return { kind: 'not-now', reason: 'unauthorised', retryAt: later(UNAUTHORISED_MS), code }
  return { kind: 'refused', reason: 'message-refused', permanent: false, code }
}

/** Seconds, as the service states them. One at least: its window is a second long. */
function waitMs(headers: ResendFailure['headers']): number {
  const stated = Number(headers?.['retry-after'] ?? headers?.['ratelimit-reset'])
  return Number.isFinite(stated) && stated > 0 ? stated * SECOND_MS : SECOND_MS
}
