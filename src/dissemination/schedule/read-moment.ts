import { isTimeZone, momentAt, momentsAt, wallClockAt } from '../../content/publishing/wall-clock.ts'

export interface ScheduledMoment {
  readonly at: Date
  /** IANA name. */
  readonly timeZone: string
  /** Whether the clocks of the zone show the time twice that day. It is the first of the two. */
  readonly isFirstOfTwo: boolean
}

/** Why a time cannot be taken, and the field to change. */
export interface MomentFault {
  readonly field: 'at' | 'timeZone'
  readonly error: 'unknown-time-zone' | 'no-such-time' | 'skipped-time' | 'past' | 'too-far'
  /** Of `skipped-time`: what the clocks show in its place, `2027-03-28T03:30`. */
  readonly instead?: string
}

/** Beyond that it is a slip of the pen. */
const MAX_DAYS = 366
const DAY_MS = 24 * 3_600_000

/**
 * Reads a time as the clocks of a zone show it. A time that they skip, when they are put forward, is a fault: whoever chose
 * it must say which other they mean.
 * @param shown `2026-12-03T09:00`.
 */
export function readMoment(
  { at: shown, timeZone }: { readonly at: unknown; readonly timeZone: unknown },
  now: Date,
): ScheduledMoment | MomentFault {
  if (!isTimeZone(timeZone)) return { field: 'timeZone', error: 'unknown-time-zone' }
  const at = typeof shown === 'string' ? momentAt(shown, timeZone) : null
  if (at === null || typeof shown !== 'string') return { field: 'at', error: 'no-such-time' }
  const moments = momentsAt(shown, timeZone)
  if (moments.length === 0) return { field: 'at', error: 'skipped-time', instead: wallClockAt(at, timeZone) }
  if (at <= now) return { field: 'at', error: 'past' }
  if (at.getTime() - now.getTime() > MAX_DAYS * DAY_MS) return { field: 'at', error: 'too-far' }
  return { at, timeZone, isFirstOfTwo: moments.length > 1 }
}

export const isFault = (read: ScheduledMoment | MomentFault): read is MomentFault => 'error' in read
