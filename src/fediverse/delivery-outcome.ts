import { askedToWaitUntil } from '../network/asked-to-wait.ts'
import type { NetworkError } from '../network/network-error.ts'
import type { Answer } from '../network/request.ts'
import type { DeliveryReason, DeliverySettlement, DueDelivery } from './deliveries.ts'

const FIRST_WAIT_MS = 30_000
const LONGEST_WAIT_MS = 6 * 3_600_000
/** A server that asks for more is asked again anyway: its clock or ours may be wrong. */
const LONGEST_ASKED_MS = 24 * 3_600_000
const TRIED_FOR_MS = 3 * 24 * 3_600_000

interface Attempt extends Pick<DueDelivery, 'attempts' | 'createdAt'> {
  readonly now: Date
  /** From 0 up to 1, drawn anew each time. */
  readonly random: number
}

/** What an answer means. An activity has a name by which it is known again, so whatever may have arrived is sent again. */
export function outcomeOf(answer: Pick<Answer, 'status' | 'headers'>, attempt: Attempt): DeliverySettlement {
  const { status, headers } = answer
  if (status >= 200 && status < 300) return { state: 'delivered' }
  const reason = reasonOf(status)
  if (reason === 'rejected') return { state: 'failed', reason }
  return again(reason, askedToWaitUntil(headers, attempt.now), attempt)
}

/** What it means that none came. An address that we refuse will not become a better one. */
export const outcomeWithout = ({ kind }: NetworkError, attempt: Attempt): DeliverySettlement =>
  kind === 'refused-address' ? { state: 'failed', reason: 'refused' } : again('unavailable', null, attempt)

/** What it means that we cannot sign: a person must put a key back, and what waits goes on then. */
export const outcomeUnsigned = (attempt: Attempt): DeliverySettlement => again('unsigned', null, attempt)

/** After half to all of a wait that grows fourfold from half a minute to six hours, for three days. */
function again(
  reason: DeliveryReason,
  asked: Date | null,
  { attempts, createdAt, now, random }: Attempt,
): DeliverySettlement {
  const grown = Math.min(FIRST_WAIT_MS * 4 ** (attempts - 1), LONGEST_WAIT_MS)
  const wished = asked === null ? 0 : Math.min(asked.getTime() - now.getTime(), LONGEST_ASKED_MS)
  const dueAt = new Date(now.getTime() + Math.max(grown * (0.5 + random / 2), wished))
  return dueAt.getTime() - createdAt.getTime() > TRIED_FOR_MS
    ? { state: 'failed', reason }
    : { state: 'due', reason, dueAt }
}

function reasonOf(status: number): DeliveryReason {
  switch (status) {
    case 401:
    case 403:
      return 'unauthorised'
    case 404:
    case 410:
      return 'gone'
    case 429:
      return 'rate-limited'
    case 408:
    case 425:
      return 'unavailable'
  }
  return status >= 400 && status < 500 ? 'rejected' : 'unavailable'
}
