import { type Html, html } from '../content/markup/html.ts'
import { contentCollections } from '../content/published-item.ts'
import { newsletterFeedLinks } from './archive/newsletter-feed-links.ts'
import { feedLinks } from './feed-links.ts'
import type { NamedNewsletter } from './newsletter-pages.ts'
import { document } from './shell.ts'
import type { SiteContext } from './site-context.ts'

/** Which feeds there are in this language, and where the rest of the interface for other sites is. */
export function feedsPage(context: SiteContext, newsletters: readonly NamedNewsletter[]): Html {
  const { locales, t, terms } = context
  const title = t('feeds.heading')
  const feeds = [
    ...(['all', ...contentCollections] as const).map((scope) => ({
      name: scope === 'all' ? t('feeds.all') : terms(`collection.${scope}`),
      links: feedLinks(context, scope),
    })),
    ...newsletters.map((newsletter) => ({
      name: newsletter.name,
      links: newsletterFeedLinks(context, newsletter),
    })),
  ]
  const main = html`<main id="main" class="wrap"><div class="page-head"><h1>${title}</h1><p>${t('feeds.intro')}</p></div>
<div class="text"><ul class="files">${feeds.map(({ name, links: [atom, rss] }) => {
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
