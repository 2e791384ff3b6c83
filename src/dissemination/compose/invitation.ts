import type { Payload } from 'payload'

import type { LetterInvitation } from '../../../emails/letter-contents.ts'
import type { EventTimes, PublishedItem } from '../../content/published-item.ts'
import { databaseOf } from '../../database/database.ts'
import { CALENDAR_TYPE } from '../../feeds/calendar/calendar-file.ts'
import { eventCalendar } from '../../feeds/event-calendar.ts'
import type { Attachment } from '../../newsletter/transports/transport.ts'
import { changesOf } from '../../outbox/outbox.ts'

export interface Invitation {
  readonly invitation: LetterInvitation
  /** The event for a calendar program, in the item's language. */
  readonly attachments: readonly Attachment[]
}

interface Moment {
  /** Name of the network in the item's language. */
  readonly network: string
  readonly now: Date
}

/** What an invitation says about an event beyond what every letter says about it. */
export async function invitationTo(
  payload: Payload,
  item: PublishedItem,
  { network, now }: Moment,
): Promise<Invitation | null> {
  const { event } = item
  if (event === null) return null
  const stored = await payload.findByID({
    collection: 'events',
    id: item.id,
    locale: item.locale,
    fallbackLocale: false,
    draft: false,
    depth: 1,
    select: { languages: true, interpretation: true, registration: true },
    disableErrors: true,
  })
  const takesPlace = event.status !== 'cancelled' && now < event.end
  return {
    invitation: {
      registration: takesPlace ? registrationOf(stored?.registration, event, now) : null,
      calendarUrl: takesPlace ? `${item.url}/event.ics` : null,
      languages: labelsOf(stored?.languages),
      interpretation: labelsOf(stored?.interpretation),
    },
    attachments: takesPlace ? [await calendarFile(payload, item, event, network)] : [],
  }
}

async function calendarFile(
  payload: Payload,
  item: PublishedItem,
  event: EventTimes,
  network: string,
): Promise<Attachment> {
  const changes = await changesOf(item, databaseOf(payload))
  const content = eventCalendar(item, event, { network, sequence: changes.length })
  return { filename: 'event.ics', contentType: CALENDAR_TYPE, content }
}

interface StoredRegistration {
  readonly url?: string | null
  readonly closes?: string | null
}

function registrationOf(
  stored: StoredRegistration | undefined,
  event: EventTimes,
  now: Date,
): LetterInvitation['registration'] {
  if (!stored?.url) return null
  const until = stored.closes ? new Date(stored.closes) : null
  return now < (until ?? event.end) ? { url: stored.url, until } : null
}

/** A term that has no name in the language is not named. */
const labelsOf = (
  terms: readonly (string | { readonly label?: string | null })[] | null | undefined,
): string[] => (terms ?? []).flatMap((term) => (typeof term === 'string' ? [] : (term.label ?? [])))
