import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'

import { lastsWholeDays } from '../../emails/dates.ts'
import { eventLines } from '../content/event-lines.ts'
import type { EventTimes, PublishedItem } from '../content/published-item.ts'
import { siteUrl } from '../content/site-url.ts'

/** What a file for a calendar program says of itself. */
export const CALENDAR_TYPE = 'text/calendar; charset=utf-8; method=PUBLISH'

export interface CalendarMeta {
  /** Who publishes it. */
  readonly network: string
  /** How often the event changed so far. A calendar that has an earlier one takes this in its place. */
  readonly sequence: number
}

/**
 * One event as iCalendar (RFC 5545), so that a calendar program takes it over and, from a later file, its changes. Times
 * stand in UTC, which names the same moments in every program; the hours of the place are in the description.
 */
export function eventCalendar(
  item: PublishedItem,
  event: EventTimes,
  { network, sequence }: CalendarMeta,
): string {
  const calendar = ical({
    prodId: { company: network, product: 'Emissary', language: item.locale.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
  })
  calendar.createEvent({
    // The same in every language: whoever reads two has the event once.
    id: `${item.id}@${new URL(siteUrl('/')).hostname}`,
    sequence,
    stamp: item.updatedAt,
    lastModified: item.updatedAt,
    ...times(event),
    status: statuses[event.status],
    summary: item.title,
    description: [...eventLines(event, item.locale), item.summary, item.url].join('\n\n'),
    ...(event.venue !== null && { location: event.venue }),
    url: item.url,
  })
  return `${calendar.toString().replace(/(\r\n)*$/, '')}\r\n`
}

/** Without a date that holds, it may still take place. */
const statuses: Readonly<Record<EventTimes['status'], ICalEventStatus>> = {
  'as-planned': ICalEventStatus.CONFIRMED,
  rescheduled: ICalEventStatus.CONFIRMED,
  'moved-online': ICalEventStatus.CONFIRMED,
  postponed: ICalEventStatus.TENTATIVE,
  cancelled: ICalEventStatus.CANCELLED,
}

const DAY_MS = 24 * 3_600_000

/** Whole days are days of the place and end before the day after: they have no hour that could be shifted. */
function times(event: EventTimes): { start: Date; end: Date; allDay: boolean } {
  const { start, end, timeZone } = event
  if (!lastsWholeDays(event)) return { start, end, allDay: false }
  const day = (moment: Date): Date =>
    new Date(new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(moment))
  return { start: day(start), end: new Date(day(end).getTime() + DAY_MS), allDay: true }
}
