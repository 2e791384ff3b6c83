import { dayOf } from '../../emails/dates.ts'
import { eventFacts, eventText } from '../content/body/event-text.ts'
import { namesOf } from '../content/body/facts.ts'
import { type Html, html, safeHref } from '../content/markup/html.ts'
import { icon } from '../content/markup/icons.ts'
import type { EventTimes, PublishedItem } from '../content/published-item.ts'
import type { Event } from '../payload-types.ts'
import { dateLeaf, eventTime } from './cards.ts'
import type { ItemParts } from './item-page.ts'
import { localPath } from './picture.ts'
import type { SiteContext } from './site-context.ts'

/** @param now decides only whether registration is still shown as open. */
export const eventParts = (
  context: SiteContext,
  item: PublishedItem,
  stored: Event,
  now: Date,
): ItemParts => ({
  band: item.event === null ? null : band(context, item, item.event, { stored, now }),
  text: eventText(context, stored),
  facts: eventFacts(context, stored),
  schema: item.event === null ? { '@type': 'Event' } : schema(item.event, stored),
})

/** When and where, in the event's own zone, with every change of plan said first. */
function band(
  context: SiteContext,
  item: PublishedItem,
  event: EventTimes,
  { stored, now }: { readonly stored: Event; readonly now: Date },
): Html {
  const { locale, t, terms } = context
  const registration = stored.registration?.url ? safeHref(stored.registration.url) : null
  const closes = stored.registration?.closes ? new Date(stored.registration.closes) : event.end
  const open = registration !== null && event.status !== 'cancelled' && now < closes && now < event.end
  return html`<div class="when">${dateLeaf(event, context)}<div>
${event.status !== 'as-planned' && html`<p><span class="tag">${terms(`eventStatus.${event.status}`)}</span> ${stored.statusNote}</p>`}
<p><strong>${eventTime(event, context)}</strong></p>
${
  event.previousStart !== null &&
  html`<p>${t('event.previous', { date: dayOf(event.previousStart, event.timeZone, locale) })}</p>`
}
<p>${where(context, event)}</p>
${open && html`<p><a class="button" href="${registration}">${t('event.register')}${icon('arrow', 'flip')}</a></p>`}
${
  event.status !== 'cancelled' &&
  now < event.end &&
  html`<p><a href="${localPath(item.url)}/event.ics">${t('event.calendar')}</a></p>`
}
</div></div>`
}

function where({ t, terms }: SiteContext, { mode, venue }: EventTimes): string {
  if (venue === null) return terms(`eventMode.${mode}`)
  return mode === 'hybrid' ? t('event.hybrid', { venue }) : venue
}

/** https://schema.org/EventStatusType and https://schema.org/EventAttendanceModeEnumeration */
const statuses = {
  'as-planned': 'EventScheduled',
  postponed: 'EventPostponed',
  rescheduled: 'EventRescheduled',
  'moved-online': 'EventMovedOnline',
  cancelled: 'EventCancelled',
} as const
const modes = { onsite: 'Offline', online: 'Online', hybrid: 'Mixed' } as const

const schema = (event: EventTimes, stored: Event) => ({
  '@type': 'Event',
  startDate: event.start.toISOString(),
  endDate: event.end.toISOString(),
  ...(event.previousStart !== null && { previousStartDate: event.previousStart.toISOString() }),
  eventStatus: `https://schema.org/${statuses[event.status]}`,
  eventAttendanceMode: `https://schema.org/${modes[event.mode]}EventAttendanceMode`,
  location:
    event.venue === null
      ? { '@type': 'VirtualLocation', ...(stored.online?.url && { url: stored.online.url }) }
      : { '@type': 'Place', name: event.venue, address: stored.venue?.address ?? event.venue },
  organizer: namesOf(stored.organisers).map((name) => ({ '@type': 'Organization', name })),
})
