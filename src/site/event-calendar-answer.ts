import { databaseOf } from '../database/database.ts'
import { CALENDAR_TYPE, calendarFile } from '../feeds/calendar/calendar-file.ts'
import { calendarEvent } from '../feeds/read-calendar.ts'
import { changeCountsOf } from '../outbox/outbox.ts'
import { readDocument } from '../reading/documents/read-documents.ts'
import { publicAnswer } from '../reading/formats/public-answer.ts'
import { decoded, inLocale, type Visit } from './visit.ts'

interface NamedEvent {
  readonly locale: string
  readonly collection: string
  readonly slug: string
}

/** `/{locale}/events/{slug}/event.ics`: one event for a calendar program, as it stands in the calendar of all events. */
export const answerEventCalendar = (visit: Visit, { locale, collection, slug }: NamedEvent) =>
  inLocale(visit, locale, async (context) => {
    const name = decoded(slug)
    if (collection !== 'events' || name === null) return null
    const { payload, request } = visit
    const document = await readDocument(payload, collection, name, context.locale)
    if (document === null) return null
    const changes = await changeCountsOf(collection, [document.id], databaseOf(payload))
    const event = calendarEvent(document, changes.get(document.id) ?? 0)
    if (event === null) return null
    return publicAnswer(request, {
      body: calendarFile([event], { locale: context.locale, network: context.network.name }),
      contentType: CALENDAR_TYPE,
      locale: context.locale,
      changedAt: event.updatedAt,
      tags: [`events/${document.id}`, `events:${context.locale}`, 'network'],
      headers: { 'Content-Disposition': 'attachment; filename="event.ics"' },
    })
  })
