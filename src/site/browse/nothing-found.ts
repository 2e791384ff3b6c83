import { type Html, html } from '../../content/markup/html.ts'
import type { SiteContext } from '../site-context.ts'
import { browseAddress, without } from './browse-query.ts'
import type { BrowseContent } from './load-browse.ts'

/** Says which choices find nothing together, and what each of them less would find. */
export function nothingFound({ locale, t }: SiteContext, path: string, content: BrowseContent): Html {
  const { query, ways, collection } = content
  const isNarrowed = query.chosen.size > 0 || query.q !== ''
  if (!isNarrowed)
    return html`<p class="nothing">${t(collection === 'events' ? `events.none.${query.when}` : 'list.empty')}</p>`
  return html`<div class="nothing"><h2>${t('browse.nothing')}</h2>${
    ways.length > 0 &&
    html`<p>${t('browse.ways')}</p><ul>${ways.map(
      ({ name, choice, count }) =>
        html`<li><a href="${browseAddress(path, without(query, name, choice.code))}">${t('browse.without', {
          choice: choice.label,
        })}</a> <span>${t('list.count', { count })}</span></li>`,
    )}</ul>`
  }<p>${t('browse.ask')} <a href="/${locale}/ask">${t('ask.link')}</a></p></div>`
}
