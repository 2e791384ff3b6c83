import type { Outcome } from './transport.ts'

/**
 * As the SDK gives it: what the service answered, whatever that is. Where no answer came the status is null; where an answer was
 * not the service's own, anything may be missing or be another thing.
 */
export interface ResendError {
  readonly name?: unknown
  readonly statusCode?: unknown
}

export interface ResendFailure {
  readonly error: ResendError
  /** In lower case. Null without an answer. */
  readonly headers: Readonly<Record<string, string>> | null
  readonly now: Date
}

const SECOND_MS = 1000
const UNREACHABLE_MS = 60 * SECOND_MS
const UNAUTHORISED_MS = 15 * 60 * SECOND_MS
/** A quota is counted per day or month; an hour finds the turn of either soon enough. */
const QUOTA_MS = 60 * 60 * SECOND_MS

/**
 * Decides by status and error name, never by text.
 * https://resend.com/docs/api-reference/errors, https://resend.com/docs/dashboard/emails/idempotency-keys
 */
export function resendOutcome({ error: { name, statusCode }, headers, now }: ResendFailure): Outcome {
  const later = (milliseconds: number) => new Date(now.getTime() + milliseconds)
  // Somebody on the way gave up waiting for us, or answered something that nobody knows.
  if (typeof statusCode !== 'number' || statusCode === 408) return { kind: 'ambiguous', reason: 'no-answer' }
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
  // There is no such place, or whoever refused it is not the service: that says nothing of the mail, and would of each.
  if (statusCode === 404 || statusCode === 405 || typeof name !== 'string' || name === FOREIGN)
    return {
      kind: 'not-now',
      reason: 'unreachable',
      retryAt: later(UNREACHABLE_MS),
      code: String(statusCode),
    }
  return { kind: 'refused', reason: 'message-refused', permanent: false, code }
}

/** What the SDK calls an answer that it cannot read. The service itself says it with 500 only. */
const FOREIGN = 'application_error'

/** Seconds, as the service states them. One at least: its window is a second long. */
function waitMs(headers: ResendFailure['headers']): number {
  const stated = Number(headers?.['retry-after'] ?? headers?.['ratelimit-reset'])
  return Number.isFinite(stated) && stated > 0 ? stated * SECOND_MS : SECOND_MS
}
