import { calendarPath } from '../content/feed-path.ts'
import { siteUrl } from '../content/site-url.ts'
import { CALENDAR_TYPE, calendarFile } from '../feeds/calendar/calendar-file.ts'
import type { FeedFilter } from '../feeds/feed-filter.ts'
import { readCalendar } from '../feeds/read-calendar.ts'
import { publicAnswer } from '../reading/formats/public-answer.ts'
import { chosenNames, tagsOfChosen } from './chosen-names.ts'
import { feedLinks } from './feed-links.ts'
import type { SiteContext } from './site-context.ts'
import type { Visit } from './visit.ts'

/** `/{locale}/feeds/events/calendar.ics`: the events of a language for a calendar program that asks again by itself. */
export async function calendarAnswer(
  { payload, request, now }: Visit,
  context: SiteContext,
  filter: FeedFilter,
): Promise<Response> {
  const { locale, network, t } = context
  const events = await readCalendar(payload, { locale, facets: filter.facets, now })
  const latest = Math.max(...events.map(({ updatedAt }) => updatedAt.getTime()))
  const changedAt = events.length === 0 ? null : new Date(latest)
  const names = await chosenNames(payload, locale, filter.chosen)
  const body = calendarFile(events, {
    locale,
    network: network.name,
    subscription: {
      title: [feedLinks(context, 'events')[0]?.title ?? network.name, ...names].join(' · '),
      description: t('list.intro.events'),
      selfUrl: siteUrl(`${calendarPath(locale)}${filter.query}`),
      pageUrl: siteUrl(`/${locale}/events`),
      updatedAt: changedAt,
    },
  })
  return publicAnswer(request, {
    body,
    contentType: CALENDAR_TYPE,
    locale,
    // An event that is withdrawn leaves no date behind.
    changedAt: null,
    tags: [`events:${locale}`, 'network', ...tagsOfChosen(filter.chosen)],
  })
}
