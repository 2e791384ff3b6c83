import type { PublicDocument } from '../reading/contract/document.ts'
import { entryHtml } from './entry-html.ts'
import { entryId } from './entry-id.ts'
import type { FeedContent } from './feed-content.ts'
import type { FeedMeta } from './feed-meta.ts'
import { mediaContent } from './media.ts'
import { provenance, SCHEMA_NAMESPACE } from './provenance.ts'
import { type Xml, xml } from './xml.ts'

/** How long a reader may wait before it asks again. */
const MINUTES_TO_LIVE = 60

/** RSS 2.0: https://www.rssboard.org/rss-specification and https://www.rssboard.org/rss-profile */
export const rss = ({ documents, updatedAt }: FeedContent, meta: FeedMeta): string =>
  rssFeed(meta, updatedAt, documents.map(entry))

/** A feed around its entries, whatever they tell of. */
export const rssFeed = (meta: FeedMeta, updatedAt: Date, entries: readonly Xml[]): string =>
  xml`<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:schema="${SCHEMA_NAMESPACE}">
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

const entry = (document: PublicDocument): Xml => xml`
<item>
<title>${document.title}</title>${
  document.url !== null &&
  xml`
<link>${document.url}</link>`
}
<guid isPermaLink="false">${entryId(document)}</guid>
<pubDate>${new Date(document.publishedAt).toUTCString()}</pubDate>
<atom:updated>${document.updatedAt}</atom:updated>
<dc:language>${document.locale}</dc:language>${
  document.organisation !== null &&
  xml`
<dc:creator>${document.organisation.label}</dc:creator>`
}${
  document.licence !== null &&
  xml`
<dc:rights>${document.licence.name}</dc:rights>`
}
<category>${document.collection}</category>${document.topics.map(
  ({ label }) => xml`
<category>${label}</category>`,
)}
<description>${entryHtml(document)}</description>${document.image !== null && mediaContent(document.image)}${provenance(document)}
</item>`
