import type { PublishedItem } from '../content/published-item.ts'
import type { Locale } from '../i18n/locales.ts'
import { entryHtml } from './entry-html.ts'
import { entryId } from './entry-id.ts'
import { type FeedMeta, updatedAtOf } from './feed-meta.ts'
import { mediaContent } from './media.ts'
import { type Xml, xml } from './xml.ts'

/** Atom: RFC 4287; licence links: RFC 4946. */
export const atom = (items: readonly PublishedItem[], meta: FeedMeta): string =>
  atomFeed(meta, updatedAtOf(items, meta), items.map(entry))

/** A feed around its entries, whatever they tell of. */
export const atomFeed = (meta: FeedMeta, updatedAt: Date, entries: readonly Xml[]): string =>
  xml`<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xml:lang="${meta.locale}">
<id>${meta.selfUrl}</id>
<title>${meta.title}</title>
<subtitle>${meta.description}</subtitle>
<updated>${updatedAt.toISOString()}</updated>
<author><name>${meta.network}</name></author>
<link rel="self" type="application/atom+xml" href="${meta.selfUrl}"/>
<link rel="alternate" type="text/html" hreflang="${meta.locale}" href="${meta.pageUrl}"/>${(
    meta.hubs ?? []
  ).map(
    (hub) => xml`
<link rel="hub" href="${hub}"/>`,
  )}${Object.entries(meta.alternates).map(
    ([locale, url]) => xml`
<link rel="alternate" type="application/atom+xml" hreflang="${locale}" href="${url}"/>`,
  )}${entries}
</feed>
`.source

const entry = (item: PublishedItem): Xml => xml`
<entry xml:lang="${item.locale}">
<id>${entryId(item)}</id>
<title>${item.title}</title>
<published>${item.publishedAt.toISOString()}</published>
<updated>${item.updatedAt.toISOString()}</updated>${
  item.organisation !== null &&
  xml`
<author><name>${item.organisation}</name></author>`
}
<link rel="alternate" type="text/html" hreflang="${item.locale}" href="${item.url}"/>${inOtherLanguages(
  item.alternates,
  item.locale,
)}${
  item.licence !== null &&
  xml`
<link rel="license" href="${item.licence.url}"/>
<rights>${item.licence.name}</rights>`
}
<category term="${item.collection}"/>${item.topics.map(
  (topic) => xml`
<category term="${topic}"/>`,
)}
<summary>${item.summary}</summary>
<content type="html">${entryHtml(item)}</content>${
  item.image !== null && [
    xml`
<link rel="enclosure" type="${item.image.type}" href="${item.image.url}"/>`,
    mediaContent(item.image),
  ]
}
</entry>`

/**
 * The same in other languages: related, not alternate. Some readers lead to the last alternate of an entry, whatever its
 * `hreflang`, and so to a page in a language that nobody there asked for.
 */
export const inOtherLanguages = (
  alternates: Readonly<Partial<Record<Locale, string>>>,
  own: Locale,
): readonly Xml[] =>
  Object.entries(alternates)
    .filter(([locale]) => locale !== own)
    .map(
      ([locale, url]) => xml`
<link rel="related" type="text/html" hreflang="${locale}" href="${url}"/>`,
    )
