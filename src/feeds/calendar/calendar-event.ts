import { lastsWholeDays } from '../../../emails/dates.ts'
import { eventLines } from '../../content/event-lines.ts'
import type { EventTimes } from '../../content/published-item.ts'
import { siteUrl } from '../../content/site-url.ts'
import type { Locale } from '../../i18n/locales.ts'
import { contentLine, textValue } from './content-line.ts'
import { utcTime, zonedTime } from './time-zone.ts'

/** An event as it stands in a calendar, in one language. */
export interface CalendarEvent {
  /** UUID of the event. */
  readonly id: string
  readonly locale: Locale
  readonly title: string
  readonly summary: string
  /** Absolute address of its page. */
  readonly url: string
  readonly updatedAt: Date
  readonly times: EventTimes
  /** How often it changed so far. A program that has an earlier one takes this in its place. */
  readonly sequence: number
  /** What must stand beside it wherever it is shown: funding, disclaimer, that a machine translated it. */
  readonly notes?: readonly string[]
  readonly topics?: readonly string[]
  /** Absolute address of its licence. */
  readonly licenceUrl?: string | null
  /** The words by which to name the source. */
  readonly attribution?: string
  /** How its words came about. https://schema.org/digitalSourceType */
  readonly sourceType?: string | null
}

/** Without a date that holds, it may still take place. */
const statuses: Readonly<Record<EventTimes['status'], string>> = {
  'as-planned': 'CONFIRMED',
  rescheduled: 'CONFIRMED',
  'moved-online': 'CONFIRMED',
  postponed: 'TENTATIVE',
  cancelled: 'CANCELLED',
}

/** RFC 5545, section 3.6.1; the link to its licence: RFC 9253, section 8.2. */
export function eventComponent(event: CalendarEvent): string {
  const { id, locale, title, summary, url, updatedAt, times, sequence } = event
  const { notes = [], topics = [], licenceUrl, attribution, sourceType } = event
  const text = (name: string, value: string) => contentLine(`${name};LANGUAGE=${locale}`, textValue(value))
  const description = [...eventLines(times, locale), summary, url, ...notes].join('\n\n')
  return [
    contentLine('BEGIN', 'VEVENT'),
    // The same in every language: whoever reads two has the event once.
    contentLine('UID', `${id}@${new URL(siteUrl('/')).hostname}`),
    contentLine('SEQUENCE', String(sequence)),
    utcTime('DTSTAMP', updatedAt),
    utcTime('LAST-MODIFIED', updatedAt),
    ...startAndEnd(times),
    contentLine('STATUS', statuses[times.status]),
    text('SUMMARY', title),
    text('DESCRIPTION', description),
    ...(times.venue === null ? [] : [text('LOCATION', times.venue)]),
    contentLine('URL', url),
    ...(topics.length === 0
      ? []
      : [contentLine(`CATEGORIES;LANGUAGE=${locale}`, topics.map(textValue).join(','))]),
    ...(licenceUrl ? [contentLine('LINK;LINKREL=license;VALUE=URI', licenceUrl)] : []),
    ...(attribution
      ? [contentLine(`X-EMISSARY-ATTRIBUTION;LANGUAGE=${locale}`, textValue(attribution))]
      : []),
    ...(sourceType ? [contentLine('X-EMISSARY-SOURCE-TYPE;VALUE=URI', sourceType)] : []),
    contentLine('END', 'VEVENT'),
  ].join('')
}

const DAY_MS = 24 * 3_600_000

/** Whole days are days of the place and end before the day after: they have no hour that could be shifted. */
function startAndEnd({ start, end, timeZone, ...rest }: EventTimes): readonly string[] {
  if (!lastsWholeDays({ start, end, timeZone, ...rest }))
    return [zonedTime('DTSTART', start, timeZone), zonedTime('DTEND', end, timeZone)]
  const day = (moment: Date): string =>
    new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(moment)
  const dayAfter = new Date(Date.parse(day(end)) + DAY_MS).toISOString().slice(0, 10)
  return [
    contentLine('DTSTART;VALUE=DATE', day(start).replaceAll('-', '')),
    contentLine('DTEND;VALUE=DATE', dayAfter.replaceAll('-', '')),
  ]
}
