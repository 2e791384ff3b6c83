import type { ChannelError } from './channel-error.ts'

const LONGEST_MS = 72 * 3_600_000
const FIRST_WAIT_MS = 30_000
const LONGEST_WAIT_MS = 12 * 3_600_000
/** A service that asks for more is asked again anyway: its clock or ours may be wrong. */
const LONGEST_ASKED_MS = 24 * 3_600_000

interface Attempt {
  /** The failed one included. */
  readonly attempts: number
  /** Since the first of them failed. */
  readonly failingForMs: number
  /** Whether doing it again cannot lead to a second post: the service deduplicates or is asked first, or nothing new is made. */
  readonly repeatable: boolean
  readonly now: Date
  /** From 0 up to 1, drawn anew each time. */
  readonly random: number
}

/**
 * When to try again, until three days after the first failure: after a random part of a wait that grows fourfold from half
 * a minute to half a day, or as the service asks if that is later, and once more when the time is over. Null leaves it to a
 * person.
 * https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/ ("full jitter")
 */
export function retryAt(error: ChannelError, attempt: Attempt): Date | null {
  const { repeatable, now, failingForMs } = attempt
  const leftMs = LONGEST_MS - failingForMs
  if (leftMs <= 0) return null
  const later = (): Date => new Date(now.getTime() + Math.min(waitMs(error, attempt), leftMs))
  switch (error.reason) {
    case 'unavailable':
    case 'rate-limited':
      return later()
    case 'unconfirmed':
      // A second post would be a duplicate that readers see.
      return repeatable ? later() : null
    case 'unauthorised':
    case 'misconfigured':
    case 'closed':
    case 'rejected':
    case 'duplicate':
    case 'changed-there':
    case 'too-late':
    case 'missing':
      return null
  }
}

function waitMs({ retryAfter }: ChannelError, { attempts, now, random }: Attempt): number {
  const backoff = random * Math.min(FIRST_WAIT_MS * 4 ** (attempts - 1), LONGEST_WAIT_MS)
  const asked = retryAfter === null ? 0 : retryAfter.getTime() - now.getTime()
  return Math.max(backoff, Math.min(asked, LONGEST_ASKED_MS))
}
