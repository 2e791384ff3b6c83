import type { ChannelError } from './channel-error.ts'

const MAX_ATTEMPTS = 12
const FIRST_WAIT_MS = 30_000
const LONGEST_WAIT_MS = 12 * 3_600_000
/** A service that asks for more is asked again anyway: its clock or ours may be wrong. */
const LONGEST_ASKED_MS = 24 * 3_600_000

interface Attempt {
  /** The failed one included. */
  readonly attempts: number
  /** Whether doing it again cannot lead to a second post: the service deduplicates or is asked first, or nothing new is made. */
  readonly repeatable: boolean
  readonly now: Date
  /** From 0 up to 1, drawn anew each time. */
  readonly random: number
}

/**
 * When to try again, over three days at most: after a random part of a wait that grows fourfold from half a minute to
 * half a day, or as the service asks if that is later. Null leaves it to a person.
 * https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/ ("full jitter")
 */
export function retryAt(error: ChannelError, { attempts, repeatable, now, random }: Attempt): Date | null {
  if (attempts >= MAX_ATTEMPTS) return null
  switch (error.reason) {
    case 'unavailable':
    case 'rate-limited':
      return new Date(now.getTime() + waitMs(error, { attempts, now, random }))
    case 'unconfirmed':
      // A second post would be a duplicate that readers see.
      return repeatable ? new Date(now.getTime() + waitMs(error, { attempts, now, random })) : null
    case 'unauthorised':
    case 'misconfigured':
    case 'closed':
    case 'rejected':
    case 'duplicate':
    case 'changed-there':
    case 'missing':
      return null
  }
}

function waitMs(
  { retryAfter }: ChannelError,
  { attempts, now, random }: Omit<Attempt, 'repeatable'>,
): number {
  const backoff = random * Math.min(FIRST_WAIT_MS * 4 ** (attempts - 1), LONGEST_WAIT_MS)
  const asked = retryAfter === null ? 0 : retryAfter.getTime() - now.getTime()
  return Math.max(backoff, Math.min(asked, LONGEST_ASKED_MS))
}
