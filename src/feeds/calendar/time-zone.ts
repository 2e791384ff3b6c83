import { offsetAt } from '../../content/publishing/wall-clock.ts'
import { contentLine } from './content-line.ts'

/** From when to when a calendar needs to know the clocks of a place. */
interface Span {
  readonly from: Date
  readonly to: Date
}

/** The clocks of a place change: when, and by how much they are ahead of UTC before and after, in minutes. */
interface ClockChange {
  readonly at: Date
  readonly before: number
  readonly after: number
}

const MINUTE_MS = 60_000
/** No place that we know of changes its clocks twice within this. */
const STEP_MS = 7 * 24 * 60 * MINUTE_MS

/** What the clocks of a place show, as `20261125T103000`. */
const clockOf = (moment: Date, timeZone: string): string =>
  new Date(moment.getTime() + offsetAt(moment.getTime(), timeZone))
    .toISOString()
    .slice(0, 'YYYY-MM-DDThh:mm:ss'.length)
    .replaceAll(/[-:]/g, '')

/** How far its clocks are ahead of UTC, in minutes. */
const minutesAt = (moment: Date, timeZone: string): number =>
  Math.round(offsetAt(moment.getTime(), timeZone) / MINUTE_MS)

/**
 * A moment as a calendar writes it: the clocks of the place. In UTC where they show that hour twice: the first is meant then
 * (RFC 5545, section 3.3.5), but some programs take the second.
 */
export function zonedTime(name: string, moment: Date, timeZone: string): string {
  const local = clockOf(moment, timeZone)
  const isTwice = [-120, -60, -30, 30, 60, 120].some(
    (minutes) => clockOf(new Date(moment.getTime() + minutes * MINUTE_MS), timeZone) === local,
  )
  return isUtc(timeZone) || isTwice ? utcTime(name, moment) : contentLine(`${name};TZID=${timeZone}`, local)
}

export const utcTime = (name: string, moment: Date): string => contentLine(name, `${clockOf(moment, 'UTC')}Z`)

export const isUtc = (timeZone: string): boolean => /^(Etc\/)?(UTC|GMT|Zulu|Universal)$/.test(timeZone)

/**
 * The clocks of a place over a span of time, each change by itself, so that also those hold that follow no rule. Taken from
 * the runtime's time zone data: the hours in our texts come from the same.
 */
export function timeZoneComponent(timeZone: string, span: Span): string {
  const changes = clockChanges(timeZone, span)
  const first = minutesAt(span.from, timeZone)
  const standard = Math.min(first, ...changes.map(({ after }) => after))
  return [
    contentLine('BEGIN', 'VTIMEZONE'),
    contentLine('TZID', timeZone),
    observance({ at: span.from, before: first, after: first }, timeZone, standard),
    ...changes.map((change) => observance(change, timeZone, standard)),
    contentLine('END', 'VTIMEZONE'),
  ].join('')
}

function observance({ at, before, after }: ClockChange, timeZone: string, standard: number): string {
  const kind = after > standard ? 'DAYLIGHT' : 'STANDARD'
  const name = new Intl.DateTimeFormat('en-GB', { timeZone, timeZoneName: 'short' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value
  return [
    contentLine('BEGIN', kind),
    // As the clocks showed it until then.
    contentLine('DTSTART', clockOf(new Date(at.getTime() + before * MINUTE_MS), 'UTC')),
    contentLine('TZOFFSETFROM', offset(before)),
    contentLine('TZOFFSETTO', offset(after)),
    contentLine('TZNAME', name ?? offset(after)),
    contentLine('END', kind),
  ].join('')
}

function offset(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${two(size % 60)}`
}

function clockChanges(timeZone: string, { from, to }: Span): readonly ClockChange[] {
  const changes: ClockChange[] = []
  let start = from.getTime()
  let before = minutesAt(from, timeZone)
  while (start < to.getTime()) {
    const end = start + STEP_MS
    const after = minutesAt(new Date(end), timeZone)
    if (after !== before) changes.push({ at: changeBetween(start, end, timeZone), before, after })
    start = end
    before = after
  }
  return changes
}

/** The first minute that has the clocks of the end. */
function changeBetween(start: number, end: number, timeZone: string): Date {
  const wanted = minutesAt(new Date(end), timeZone)
  let [low, high] = [Math.floor(start / MINUTE_MS), Math.ceil(end / MINUTE_MS)]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (minutesAt(new Date(middle * MINUTE_MS), timeZone) === wanted) high = middle
    else low = middle
  }
  return new Date(high * MINUTE_MS)
}
