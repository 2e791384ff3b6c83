import { type FeedScope, feedPath } from '../content/feed-path.ts'
import type { FeedLink } from './page.ts'
import type { SiteContext } from './site-context.ts'

/** Where the feeds of a collection, or of all, are in this language. */
export function feedLinks({ locale, network, t, terms }: SiteContext, scope: FeedScope): readonly FeedLink[] {
  const subject = scope === 'all' ? t('feeds.all') : terms(`collection.${scope}`)
  const title = t('feeds.title', { network: network.name, subject })
  return [
    { title, path: feedPath(locale, scope, 'atom.xml'), type: 'application/atom+xml' },
    { title, path: feedPath(locale, scope, 'rss.xml'), type: 'application/rss+xml' },
  ]
}
