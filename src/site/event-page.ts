import { dayOf } from '../../emails/dates.ts'
import { eventFacts, eventText } from '../content/body/event-text.ts'
import { type Html, html, safeHref } from '../content/markup/html.ts'
import { icon } from '../content/markup/icons.ts'
import type { Event } from '../payload-types.ts'
import type { EventNote, PublicDocument } from '../reading/contract/document.ts'
import { dateLeaf, eventTime } from './cards.ts'
import { groupOf, textOf } from './details.ts'
import type { ItemParts } from './item-page.ts'
import { localPath } from './picture.ts'
import type { SiteContext } from './site-context.ts'
import { storedOf } from './stored-of.ts'

/** @param now decides only whether registration is still shown as open. */
export function eventParts(context: SiteContext, document: PublicDocument, now: Date): ItemParts {
  const stored = storedOf<Event>(document)
  const { event } = document
  return {
    band: event === null ? null : band(context, document, event, now),
    text: eventText(context, stored),
    facts: eventFacts(context, stored),
  }
}

/** When and where, in the event's own zone, with every change of plan said first. */
function band(context: SiteContext, { details, url }: PublicDocument, event: EventNote, now: Date): Html {
  const { locale, t, terms } = context
  const registration = groupOf(details.registration)
  const href = safeHref(textOf(registration.url) ?? '')
  const closes = new Date(textOf(registration.closes) ?? event.end)
  const isComing = event.status !== 'cancelled' && now < new Date(event.end)
  return html`<div class="when">${dateLeaf(event, context)}<div>
${event.status !== 'as-planned' && html`<p><span class="tag">${terms(`eventStatus.${event.status}`)}</span> ${textOf(details.statusNote)}</p>`}
<p><strong>${eventTime(event, context)}</strong></p>
${
  event.previousStart !== null &&
  html`<p>${t('event.previous', { date: dayOf(new Date(event.previousStart), event.timeZone, locale) })}</p>`
}
<p>${where(context, event)}</p>
${href !== null && isComing && now < closes && html`<p><a class="button" href="${href}">${t('event.register')}${icon('arrow', 'flip')}</a></p>`}
${isComing && url !== null && html`<p><a href="${localPath(url)}/event.ics">${t('event.calendar')}</a></p>`}
</div></div>`
}

function where({ t, terms }: SiteContext, { mode, venue }: EventNote): string {
  if (venue === null) return terms(`eventMode.${mode}`)
  return mode === 'hybrid' ? t('event.hybrid', { venue }) : venue
}
