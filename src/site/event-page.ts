import { dayOf } from '../../emails/dates.ts'
import type { EventTimes, PublishedItem } from '../content/published-item.ts'
import type { Event } from '../payload-types.ts'
import { dateLeaf, eventTime } from './cards.ts'
import { listOf, longDay, wholeNumber } from './dates.ts'
import { type Fact, fileHref, labelsOf, namesOf, row, section } from './facts.ts'
import { type Html, html, safeHref } from './html.ts'
import { icon } from './icons.ts'
import type { ItemParts } from './item-page.ts'
import { localPath } from './picture.ts'
import { prose } from './prose.ts'
import { richText } from './rich-text.ts'
import type { SiteContext } from './site-context.ts'

/** @param now decides only whether registration is still shown as open. */
export const eventParts = (
  context: SiteContext,
  item: PublishedItem,
  stored: Event,
  now: Date,
): ItemParts => ({
  band: item.event === null ? null : band(context, item, item.event, { stored, now }),
  text: text(context, stored),
  facts: facts(context, stored),
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

function text(context: SiteContext, stored: Event): Html {
  const { t } = context
  return html`${richText(stored.body)}${section(t('event.who'), prose(stored.whoShouldAttend))}${programme(
    context,
    stored,
  )}${section(t('event.accessibility'), prose(stored.venue?.accessibility))}${report(context, stored)}`
}

function programme({ locale, t }: SiteContext, { programme: all, timeZone }: Event): Html | false {
  const clock = new Intl.DateTimeFormat(`${locale}-u-nu-latn`, {
    timeStyle: 'short',
    hourCycle: 'h23',
    timeZone,
  })
  return (
    (all ?? []).length > 0 &&
    html`<h2>${t('event.programme')}</h2><div class="scroll" role="region" tabindex="0" aria-label="${t(
      'event.programme',
    )}"><table><tbody>${(all ?? []).map(
      ({ time, title, speakers }) =>
        html`<tr><th scope="row"><time datetime="${time}"><bdi>${clock.format(new Date(time))}</bdi></time></th><td>${title}${
          speakers && html`<br><span>${speakers}</span>`
        }</td></tr>`,
    )}</tbody></table></div>`
  )
}

function report({ locale, t }: SiteContext, { report: given }: Event): Html | false {
  const words = richText(given?.text)
  const links = [
    ...(given?.recordings ?? []).map(({ url, language }) => ({
      href: safeHref(url),
      name: row(language)?.label
        ? t('event.recordingIn', { language: row(language)?.label })
        : t('event.recording'),
    })),
    ...(given?.slides ?? []).map((file) => ({ href: fileHref(file), name: t('event.slides') })),
  ].filter(({ href }) => href !== null)
  const attendance = given?.attendance
    ? html`<p>${t('event.attendance', { count: given.attendance, number: wholeNumber(given.attendance, locale) })} ${given.attendanceNote}</p>`
    : null
  if (words === null && attendance === null && links.length === 0) return false
  return html`<h2>${t('event.report')}</h2>${words}${attendance}${
    links.length > 0 &&
    html`<ul class="files">${links.map(({ href, name }) => html`<li><a href="${href}">${name}</a></li>`)}</ul>`
  }`
}

const facts = ({ locale, t }: SiteContext, stored: Event): readonly Fact[] => [
  [t('fact.type'), row(stored.type)?.label],
  [t('fact.organisers'), listOf(namesOf(stored.organisers), locale)],
  [t('fact.address'), stored.venue?.address],
  [t('fact.room'), stored.venue?.room],
  [t('fact.languages'), listOf(labelsOf(stored.languages), locale)],
  [t('fact.interpretation'), listOf(labelsOf(stored.interpretation), locale)],
  [t('fact.signLanguage'), stored.signLanguage === true && t('fact.yes')],
  [t('fact.fee'), stored.fee],
  [
    t('fact.registration'),
    stored.registration?.closes &&
      t('event.registrationUntil', { date: longDay(new Date(stored.registration.closes), locale) }),
  ],
  [t('fact.topics'), listOf(labelsOf(stored.topics), locale)],
]

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
