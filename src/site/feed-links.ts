import { calendarPath, type FeedFile, type FeedScope, feedPath } from '../content/feed-path.ts'
import type { FeedLink } from './page.ts'
import type { SiteContext } from './site-context.ts'

const types = {
  'atom.xml': 'application/atom+xml',
  'rss.xml': 'application/rss+xml',
  'feed.json': 'application/feed+json',
} as const satisfies Readonly<Record<FeedFile, FeedLink['type']>>

/** Where the feeds of a collection, or of all, are in this language. */
export function feedLinks({ locale, network, t, terms }: SiteContext, scope: FeedScope): readonly FeedLink[] {
  const subject = scope === 'all' ? t('feeds.all') : terms(`collection.${scope}`)
  const title = t('feeds.title', { network: network.name, subject })
  const feeds = (Object.keys(types) as FeedFile[]).map((file): FeedLink => {
    return { title, path: feedPath(locale, scope, file), type: types[file] }
  })
  return scope === 'events' ? [...feeds, { title, path: calendarPath(locale), type: 'text/calendar' }] : feeds
}
