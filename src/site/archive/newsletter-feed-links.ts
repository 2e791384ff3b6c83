import type { FeedLink } from '../page.ts'
import type { SiteContext } from '../site-context.ts'

export const newsletterFeedPath = (locale: string, slug: string, file: string): string =>
  `/${locale}/feeds/newsletters/${encodeURIComponent(slug)}/${file}`

/** Where the feeds of a newsletter's issues are in this language. */
export function newsletterFeedLinks(
  { locale, network, t }: SiteContext,
  { name, slug }: { readonly name: string; readonly slug: string },
): readonly FeedLink[] {
  const title = t('feeds.title', { network: network.name, subject: name })
  return [
    { title, path: newsletterFeedPath(locale, slug, 'atom.xml'), type: 'application/atom+xml' },
    { title, path: newsletterFeedPath(locale, slug, 'rss.xml'), type: 'application/rss+xml' },
  ]
}
