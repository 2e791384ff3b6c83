import type { Locale } from '../i18n/locales.ts'
import type { PublicDocument } from '../reading/contract/document.ts'
import { entryHtml } from './entry-html.ts'
import { entryId } from './entry-id.ts'
import type { FeedContent } from './feed-content.ts'
import type { FeedMeta } from './feed-meta.ts'
import { mediaContent } from './media.ts'
import { provenance, SCHEMA_NAMESPACE } from './provenance.ts'
import { type Xml, xml } from './xml.ts'

/** Atom: RFC 4287; licence links: RFC 4946; what is gone: RFC 6721. */
export const atom = ({ documents, gone, updatedAt }: FeedContent, meta: FeedMeta): string =>
  atomFeed(meta, updatedAt, [
    ...documents.map(entry),
    ...gone.map(
      ({ entryId: ref, at }) => xml`
<at:deleted-entry ref="${ref}" when="${at.toISOString()}"/>`,
    ),
  ])

/** A feed around its entries, whatever they tell of. */
export const atomFeed = (meta: FeedMeta, updatedAt: Date, entries: readonly Xml[]): string =>
  xml`<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0" xmlns:media="http://search.yahoo.com/mrss/" xmlns:schema="${SCHEMA_NAMESPACE}" xml:lang="${meta.locale}">
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

const entry = (document: PublicDocument): Xml => xml`
<entry xml:lang="${document.locale}">
<id>${entryId(document)}</id>
<title>${document.title}</title>
<published>${document.publishedAt}</published>
<updated>${document.updatedAt}</updated>${
  document.organisation !== null &&
  xml`
<author><name>${document.organisation.label}</name></author>`
}${alternateLinks(document)}${
  document.licence !== null &&
  xml`
<link rel="license" href="${document.licence.url}"/>
<rights>${document.licence.name}</rights>`
}
<category term="${document.collection}"/>${document.topics.map(
  ({ label }) => xml`
<category term="${label}"/>`,
)}
<summary>${document.summary}</summary>
<content type="html">${entryHtml(document)}</content>${
  document.image !== null && [
    xml`
<link rel="enclosure" type="${document.image.type}" href="${document.image.url}"/>`,
    mediaContent(document.image),
  ]
}${provenance(document)}
</entry>`

interface Placed {
  readonly locale: Locale
  readonly url: string | null
  readonly alternates: Readonly<Partial<Record<Locale, string>>>
}

/**
 * The pages of an entry, each with its language. Some readers lead to the first of them and some to the last, whatever its
 * `hreflang`, and so to a page in a language that nobody there asked for: the entry's own stands at both ends. The second
 * time it is without type and language, so that no two are alike (RFC 4287, section 4.1.1).
 */
export function alternateLinks({ locale, url, alternates }: Placed): readonly Xml[] {
  const others = Object.entries(alternates).filter(([other]) => other !== locale)
  const link = (language: string, address: string) => xml`
<link rel="alternate" type="text/html" hreflang="${language}" href="${address}"/>`
  if (url === null) return []
  if (others.length === 0) return [link(locale, url)]
  return [
    link(locale, url),
    ...others.map(([other, address]) => link(other, address)),
    xml`
<link rel="alternate" href="${url}"/>`,
  ]
}
