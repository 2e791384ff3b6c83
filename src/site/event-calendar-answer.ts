import { readPublished } from '../content/read-published.ts'
import { databaseOf } from '../database/database.ts'
import { CALENDAR_TYPE } from '../feeds/calendar/calendar-file.ts'
import { eventCalendar } from '../feeds/event-calendar.ts'
import { changesOf } from '../outbox/outbox.ts'
import { readDocument } from '../reading/documents/read-documents.ts'
import { revalidated } from './responses.ts'
import { decoded, inLocale, type Visit } from './visit.ts'

interface NamedEvent {
  readonly locale: string
  readonly collection: string
  readonly slug: string
}

/** `/{locale}/events/{slug}/event.ics`: one event for a calendar program. */
export const answerEventCalendar = (visit: Visit, { locale, collection, slug }: NamedEvent) =>
  inLocale(visit, locale, async (context) => {
    const name = decoded(slug)
    if (collection !== 'events' || name === null) return null
    const document = await readDocument(visit.payload, collection, name, context.locale)
    const item =
      document && (await readPublished(visit.payload, { collection, id: document.id }, context.locale))
    if (item === null || item.event === null) return null
    const changes = await changesOf(item, databaseOf(visit.payload))
    const body = eventCalendar(item, item.event, {
      network: context.network.name,
      sequence: changes.length,
    })
    return revalidated(visit.request, body, 200, {
      'Content-Type': CALENDAR_TYPE,
      'Content-Language': context.locale,
      'Content-Disposition': 'attachment; filename="event.ics"',
      'X-Content-Type-Options': 'nosniff',
    })
  })
