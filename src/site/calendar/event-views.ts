import { type Html, html } from '../../content/markup/html.ts'
import type { SiteContext } from '../site-context.ts'

type View = { readonly view: 'list'; readonly when: 'coming' | 'past' } | { readonly view: 'month' }

/** Ways to look at the calendar, and how to have it in one's own. */
export function eventViews({ locale, t }: SiteContext, shown: View): Html {
  const path = `/${locale}/events`
  const views = [
    [path, t('events.coming'), shown.view === 'list' && shown.when === 'coming'],
    [`${path}?month=`, t('events.month'), shown.view === 'month'],
    [`${path}?when=past`, t('events.past'), shown.view === 'list' && shown.when === 'past'],
  ] as const
  return html`<div class="views"><nav aria-label="${t('events.views')}"><ul>${views.map(
    ([href, label, isHere]) =>
      html`<li><a href="${href}"${isHere && html` aria-current="page"`}>${label}</a></li>`,
  )}</ul></nav><a href="/${locale}/feeds/events/calendar.ics">${t('events.subscribe')}</a></div>`
}
