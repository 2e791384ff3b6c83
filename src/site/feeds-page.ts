import { contentCollections } from '../content/published-item.ts'
import { feedLinks } from './feed-links.ts'
import { type Html, html } from './html.ts'
import { document } from './shell.ts'
import type { SiteContext } from './site-context.ts'

/** Which feeds there are in this language, and where the rest of the interface for other sites is. */
export function feedsPage(context: SiteContext): Html {
  const { locales, t, terms } = context
  const title = t('feeds.heading')
  const main = html`<main id="main" class="wrap"><div class="page-head"><h1>${title}</h1><p>${t('feeds.intro')}</p></div>
<div class="text"><ul class="files">${(['all', ...contentCollections] as const).map((scope) => {
    const name = scope === 'all' ? t('feeds.all') : terms(`collection.${scope}`)
    const [atom, rss] = feedLinks(context, scope)
    return html`<li>${name}: <a href="${atom?.path}" type="${atom?.type}">Atom</a>, <a href="${rss?.path}" type="${rss?.type}">RSS</a></li>`
  })}</ul><h2>${t('feeds.apiHeading')}</h2><p>${t('feeds.api')}</p></div></main>`
  const alternates = Object.fromEntries(locales.map((other) => [other, `/${other}/feeds`]))
  return document(context, {
    title,
    description: t('feeds.intro'),
    main,
    alternates,
    feeds: feedLinks(context, 'all'),
  })
}
