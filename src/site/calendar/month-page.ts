import type { Payload } from 'payload'

import { whenOf } from '../../../emails/dates.ts'
import { type Html, html } from '../../content/markup/html.ts'
import { monthAndYear } from '../../i18n/dates.ts'
import type { PublicDocument } from '../../reading/contract/document.ts'
import { browseDocuments } from '../../reading/documents/browse-documents.ts'
import { listRow } from '../cards.ts'
import { timesOf } from '../event-times.ts'
import { feedLinks } from '../feed-links.ts'
import { localPath } from '../picture.ts'
import { document } from '../shell.ts'
import type { SiteContext } from '../site-context.ts'
import { eventViews } from './event-views.ts'
import { besideMonth, dayName, type Month, monthName, weekdays, weeksOf } from './month.ts'

/** Events of a month that anybody will look through. */
const MOST = 100
/** Events that began before the month may reach into it. */
const LONGEST_DAYS = 31

/** What takes place in a month, wherever the clock stands there. */
export async function loadMonth(
  payload: Payload,
  { locale }: SiteContext,
  { year, month }: Month,
): Promise<readonly PublicDocument[]> {
  const { documents } = await browseDocuments(
    payload,
    {
      collections: ['events'],
      locale,
      from: new Date(Date.UTC(year, month - 1, 1 - LONGEST_DAYS)),
      before: new Date(Date.UTC(year, month, 2)),
    },
    { order: 'oldest', perPage: MOST },
  )
  const prefix = monthName({ year, month })
  return documents.filter((each) => daysOf(each).some((day) => day.startsWith(prefix)))
}

/** The days of an event, on the calendar of its place. */
function daysOf({ event }: PublicDocument): readonly string[] {
  if (event === null) return []
  const local = new Intl.DateTimeFormat('en-CA', { timeZone: event.timeZone, dateStyle: 'short' })
  const last = local.format(new Date(event.end))
  const days = [local.format(new Date(event.start))]
  while ((days.at(-1) ?? last) < last && days.length <= LONGEST_DAYS)
    days.push(dayName(new Date(Date.parse(`${days.at(-1)}T00:00:00Z`) + 24 * 3600 * 1000)))
  return days
}

/** A month as a table of weeks, and the same events as a list below it. */
export function monthPage(
  context: SiteContext,
  month: Month,
  events: readonly PublicDocument[],
  today: string,
): Html {
  const { locale, locales, t, terms } = context
  const name = monthAndYear(new Date(Date.UTC(month.year, month.month - 1, 1)), locale)
  const days = weekdays(locale)
  const title = `${terms('collection.events')}: ${name}`
  const main = html`<main id="main" class="wrap">
<div class="page-head"><h1>${terms('collection.events')}</h1><p>${t('list.intro.events')}</p></div>
${eventViews(context, { view: 'month' })}
<nav class="months" aria-label="${t('events.months')}">${monthLink(context, besideMonth(month, -1), 'prev')}<h2 id="month">${name}</h2>${monthLink(
    context,
    besideMonth(month, 1),
    'next',
  )}</nav>
<div class="scroll" role="region" tabindex="0" aria-labelledby="month"><table class="month" aria-labelledby="month"><thead><tr>${days.map(
    ({ short, long }) => html`<th scope="col" abbr="${long}">${short}</th>`,
  )}</tr></thead><tbody>${weeksOf(month, locale).map(
    (week) => html`<tr>${week.map((day) => cell(context, day, { events, today }))}</tr>`,
  )}</tbody></table></div>
<section aria-labelledby="list"><div class="section-head"><h2 id="list">${t('events.inMonth', { month: name })}</h2></div>${
    events.length > 0
      ? html`<ul class="rows list">${events.map((each) => listRow(context, each, { level: 3 }))}</ul>`
      : html`<p class="nothing">${t('events.none.month')}</p>`
  }</section></main>`
  const query = `?month=${monthName(month)}`
  return document(context, {
    title,
    description: t('list.intro.events'),
    main,
    alternates: Object.fromEntries(locales.map((other) => [other, `/${other}/events${query}`])),
    section: 'events',
    feeds: feedLinks(context, 'events'),
    // Months go on for ever, and what takes place in them has pages of its own.
    unlisted: true,
  })
}

function monthLink({ locale, t }: SiteContext, to: Month, rel: 'prev' | 'next'): Html {
  const name = monthAndYear(new Date(Date.UTC(to.year, to.month - 1, 1)), locale)
  return html`<a class="button quiet" rel="${rel} nofollow" href="/${locale}/events?month=${monthName(to)}"><span class="hidden">${t(
    `events.${rel}`,
  )} </span>${name}</a>`
}

function cell(
  { locale }: SiteContext,
  day: string | null,
  { events, today }: { readonly events: readonly PublicDocument[]; readonly today: string },
): Html {
  if (day === null) return html`<td class="beside"></td>`
  const here = events.filter((each) => daysOf(each).includes(day))
  const number = Number(day.slice(-2))
  return html`<td${day === today && html` class="today" aria-current="date"`}><time datetime="${day}">${number}</time>${
    here.length > 0 &&
    html`<ul>${here.map(
      ({ title, url, event }) =>
        html`<li><a href="${localPath(url ?? '/')}"${
          event !== null && html` title="${whenOf(timesOf(event), locale)}"`
        }${event?.status === 'cancelled' && html` class="cancelled"`}>${title}</a></li>`,
    )}</ul>`
  }</td>`
}
