import type { Payload } from 'payload'

import { databaseOf, sql } from '../database/database.ts'
import { textArray } from '../database/text-array.ts'
import type { Locale } from '../i18n/locales.ts'
import { changeCountsOf } from '../outbox/outbox.ts'
import type { PublicDocument } from '../reading/contract/document.ts'
import { freshen } from '../reading/documents/freshen.ts'
import { eventTimes } from '../reading/formats/event-times.ts'
import { closingLinesOf, MACHINE_MADE } from '../reading/formats/notes-of.ts'
import type { CalendarEvent } from './calendar/calendar-event.ts'

interface CalendarQuery {
  readonly locale: Locale
  /** Every group must hold; of a group any one. */
  readonly facets: readonly (readonly string[])[]
  readonly now: Date
}

/** What was is looked up on the site; what is to be said about it afterwards still reaches calendars for a while. */
const DAYS_BACK = 180
/** Those that come soonest. */
const MAX_EVENTS = 1000

/**
 * The events of a language that are to come or ended lately, in order of their start. One that is called off stays and says
 * so. One that is withdrawn is simply not there: its words are not to be shown any more, not even to say that it is off, and
 * a program that subscribed takes what is not there out of the calendar.
 */
export async function readCalendar(
  payload: Payload,
  { locale, facets, now }: CalendarQuery,
): Promise<readonly CalendarEvent[]> {
  await freshen(payload)
  const since = new Date(now.getTime() - DAYS_BACK * 24 * 3_600_000)
  const chosen = facets.map((group) => sql` and facets && ${textArray(group)}`)
  const database = databaseOf(payload)
  const { rows } = await database.execute<{ document: PublicDocument }>(sql`
    select document from public_documents
    where collection = 'events' and locale = ${locale} and document is not null and not hidden
      and ends_at > ${since.toISOString()}::timestamptz${sql.join(chosen)}
    order by sort_at, item_id limit ${MAX_EVENTS}
  `)
  const documents = rows.map(({ document }) => document)
  const changes = await changeCountsOf(
    'events',
    documents.map(({ id }) => id),
    database,
  )
  return documents.flatMap((document) => calendarEvent(document, changes.get(document.id) ?? 0) ?? [])
}

/** Null: it has no times, or no page to lead to. */
export function calendarEvent(document: PublicDocument, sequence: number): CalendarEvent | null {
  const { id, locale, title, summary, url, event, topics, licence, attribution, funding } = document
  if (event === null || url === null) return null
  return {
    id,
    locale,
    title,
    summary,
    url,
    updatedAt: new Date(document.updatedAt),
    times: eventTimes(event),
    sequence,
    notes: [...closingLinesOf(document), ...funding.flatMap(({ disclaimer }) => disclaimer?.text ?? [])],
    topics: topics.map(({ label }) => label),
    licenceUrl: licence?.url ?? null,
    attribution,
    sourceType: document.machineTranslated ? MACHINE_MADE : null,
  }
}
