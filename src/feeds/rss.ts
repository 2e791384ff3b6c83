import type { PublishedItem } from '../content/published-item.ts'
import { entryHtml } from './entry-html.ts'
import { entryId } from './entry-id.ts'
import { type FeedMeta, updatedAtOf } from './feed-meta.ts'
import { mediaContent } from './media.ts'
import { type Xml, xml } from './xml.ts'

/** How long a reader may wait before it asks again. */
const MINUTES_TO_LIVE = 60

/** RSS 2.0: https://www.rssboard.org/rss-specification and https://www.rssboard.org/rss-profile */
export const rss = (items: readonly PublishedItem[], meta: FeedMeta): string =>
  rssFeed(meta, updatedAtOf(items, meta), items.map(entry))

/** A feed around its entries, whatever they tell of. */
export const rssFeed = (meta: FeedMeta, updatedAt: Date, entries: readonly Xml[]): string =>
  xml`<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
<channel>
<title>${meta.title}</title>
<link>${meta.pageUrl}</link>
<description>${meta.description}</description>
<language>${meta.locale}</language>
<lastBuildDate>${updatedAt.toUTCString()}</lastBuildDate>
<ttl>${MINUTES_TO_LIVE}</ttl>
<atom:link rel="self" type="application/rss+xml" href="${meta.selfUrl}"/>${(meta.hubs ?? []).map(
    (hub) => xml`
<atom:link rel="hub" href="${hub}"/>`,
  )}${Object.entries(meta.alternates).map(
    ([locale, url]) => xml`
<atom:link rel="alternate" type="application/rss+xml" hreflang="${locale}" href="${url}"/>`,
  )}${entries}
</channel>
</rss>
`.source

const entry = (item: PublishedItem): Xml => xml`
<item>
<title>${item.title}</title>
<link>${item.url}</link>
<guid isPermaLink="false">${entryId(item)}</guid>
<pubDate>${item.publishedAt.toUTCString()}</pubDate>
<atom:updated>${item.updatedAt.toISOString()}</atom:updated>
<dc:language>${item.locale}</dc:language>${
  item.organisation !== null &&
  xml`
<dc:creator>${item.organisation}</dc:creator>`
}${
  item.licence !== null &&
  xml`
<dc:rights>${item.licence.name}</dc:rights>`
}
<category>${item.collection}</category>${item.topics.map(
  (topic) => xml`
<category>${topic}</category>`,
)}
<description>${entryHtml(item)}</description>${item.image !== null && mediaContent(item.image)}
</item>`
