import type { ContentCollection } from '../content/published-item.ts'
import type { FeedLink } from './page.ts'
import type { SiteContext } from './site-context.ts'

export type FeedScope = ContentCollection | 'all'

/** Where the feeds of a collection, or of all, are in this language. */
export function feedLinks({ locale, network, t, terms }: SiteContext, scope: FeedScope): readonly FeedLink[] {
  const subject = scope === 'all' ? t('feeds.all') : terms(`collection.${scope}`)
  const title = t('feeds.title', { network: network.name, subject })
  return [
    { title, path: `/${locale}/feeds/${scope}/atom.xml`, type: 'application/atom+xml' },
    { title, path: `/${locale}/feeds/${scope}/rss.xml`, type: 'application/rss+xml' },
  ]
}
