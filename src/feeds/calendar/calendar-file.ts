import type { Locale } from '../../i18n/locales.ts'
import { type CalendarEvent, eventComponent } from './calendar-event.ts'
import { contentLine, textValue } from './content-line.ts'
import { isUtc, timeZoneComponent, utcTime } from './time-zone.ts'

/** What a file for a calendar program says of itself. */
export const CALENDAR_TYPE = 'text/calendar; charset=utf-8; method=PUBLISH'

export interface CalendarMeta {
  readonly locale: Locale
  /** Who publishes it. */
  readonly network: string
  /** Of a calendar that somebody subscribes to. Absent: a file that somebody takes over once. */
  readonly subscription?: {
    readonly title: string
    readonly description: string
    /** Absolute address of the calendar itself. */
    readonly selfUrl: string
    /** Of the page that shows the same. */
    readonly pageUrl: string
    /** When anything in it last changed. Null: it is empty. */
    readonly updatedAt: Date | null
  }
}

/** How long a program may wait before it asks again. */
const REFRESH = 'PT1H'
const YEAR_MS = 366 * 24 * 3_600_000

/**
 * Events for a calendar program: RFC 5545, its name and how often to ask for it: RFC 7986. Times are those of the place,
 * with the place's clocks around them.
 */
export const calendarFile = (
  events: readonly CalendarEvent[],
  { locale, network, subscription }: CalendarMeta,
): string =>
  [
    contentLine('BEGIN', 'VCALENDAR'),
    contentLine('VERSION', '2.0'),
    contentLine('PRODID', textValue(`-//${network.replaceAll('/', ' ')}//Emissary//${locale.toUpperCase()}`)),
    contentLine('METHOD', 'PUBLISH'),
    ...(subscription === undefined ? [] : [aboutItself(subscription, locale)]),
    ...timeZones(events),
    ...events.map(eventComponent),
    contentLine('END', 'VCALENDAR'),
  ].join('')

function aboutItself(
  { title, description, selfUrl, pageUrl, updatedAt }: NonNullable<CalendarMeta['subscription']>,
  locale: Locale,
): string {
  const inLanguage = (name: string, value: string) =>
    contentLine(`${name};LANGUAGE=${locale}`, textValue(value))
  return [
    inLanguage('NAME', title),
    // For programs from before RFC 7986.
    contentLine('X-WR-CALNAME', textValue(title)),
    inLanguage('DESCRIPTION', description),
    contentLine('X-WR-CALDESC', textValue(description)),
    contentLine('REFRESH-INTERVAL;VALUE=DURATION', REFRESH),
    contentLine('X-PUBLISHED-TTL', REFRESH),
    contentLine('SOURCE;VALUE=URI', selfUrl),
    contentLine('URL', pageUrl),
    ...(updatedAt === null ? [] : [utcTime('LAST-MODIFIED', updatedAt)]),
  ].join('')
}

/** The clocks of each place, from a year before its first event until a year after its last. */
function timeZones(events: readonly CalendarEvent[]): readonly string[] {
  const zones = [...new Set(events.map(({ times }) => times.timeZone))].filter((zone) => !isUtc(zone)).sort()
  return zones.map((zone) => {
    const there = events.filter(({ times }) => times.timeZone === zone)
    const first = Math.min(...there.map(({ times }) => times.start.getTime()))
    const last = Math.max(...there.map(({ times }) => times.end.getTime()))
    return timeZoneComponent(zone, { from: startOfYear(first - YEAR_MS), to: new Date(last + YEAR_MS) })
  })
}

/** So that the file is the same while nothing in it changes. */
const startOfYear = (time: number): Date => new Date(Date.UTC(new Date(time).getUTCFullYear(), 0, 1))
