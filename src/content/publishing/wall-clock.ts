/** `2026-12-01T09:00`, with or without seconds: what a clock on the wall shows, in no zone. */
const wallClock = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2}))?$/

const DAY_MS = 24 * 3600 * 1000

/** Whether it names a zone of the IANA database, such as `Europe/Athens`. Offsets such as `+02:00` are none. */
export function isTimeZone(value: unknown): value is string {
  if (typeof value !== 'string' || !/^[A-Za-z]/.test(value)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: value })
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/**
 * The moment at which the clocks of a zone show a time. A time that they show twice, when they are put back, is the
 * first of the two; one that they skip, when they are put forward, is as much later as they skip (RFC 5545, section
 * 3.3.5). Null: no such date or time.
 */
export function momentAt(shown: string, timeZone: string): Date | null {
  const wall = wallTime(shown)
  if (wall === null) return null
  const [first = new Date(wall - offsetAt(wall - DAY_MS, timeZone))] = momentsAt(shown, timeZone)
  return first
}

/**
 * The moments at which the clocks of a zone show a time, first to last: none where they skip it or there is no such date,
 * two where they are put back over it.
 */
export function momentsAt(shown: string, timeZone: string): readonly Date[] {
  const wall = wallTime(shown)
  if (wall === null) return []
  const offsets = [offsetAt(wall - DAY_MS, timeZone), offsetAt(wall + DAY_MS, timeZone)]
  return [...new Set(offsets.map((offset) => wall - offset))]
    .filter((at) => at + offsetAt(at, timeZone) === wall)
    .sort((one, other) => one - other)
    .map((at) => new Date(at))
}

/** The time as if it were UTC, in milliseconds. Null: no such date or time. */
function wallTime(shown: string): number | null {
  const parts = wallClock.exec(shown)
  if (parts === null) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
    .slice(1)
    .map((part) => Number(part ?? 0))
  const wall = Date.UTC(year, month - 1, day, hour, minute, second)
  // The 31st of a month that has 30 days, or 25 o'clock.
  if (new Date(wall).toISOString().slice(0, 16) !== shown.slice(0, 16) || second > 59) return null
  return wall
}

/** What the clocks of a zone show at a moment: `2026-12-01T09:00`. */
export const wallClockAt = (at: Date, timeZone: string): string =>
  new Date(at.getTime() + offsetAt(at.getTime(), timeZone)).toISOString().slice(0, 16)

const formats = new Map<string, Intl.DateTimeFormat>()

/** How far the clocks of a zone are ahead of UTC, in milliseconds. */
export function offsetAt(at: number, timeZone: string): number {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
  formats.set(timeZone, format)
  const seconds = Math.floor(at / 1000) * 1000
  const shown = format.formatToParts(seconds).map(({ type, value }) => [type, Number(value)] as const)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = Object.fromEntries(shown)
  return Date.UTC(year, month - 1, day, hour, minute, second) - seconds
}
