import { siteUrl } from '../content/site-url.ts'
import type { PublicDocument } from '../reading/contract/document.ts'
import { entryHtml } from './entry-html.ts'
import { entryId } from './entry-id.ts'
import type { FeedContent } from './feed-content.ts'
import type { FeedMeta } from './feed-meta.ts'

/** JSON Feed 1.1: https://www.jsonfeed.org/version/1.1/. What it has no word for stands under `_emissary`, as it advises. */
export const jsonFeed = ({ documents, gone }: FeedContent, meta: FeedMeta): string =>
  `${JSON.stringify(
    {
      version: 'https://jsonfeed.org/version/1.1',
      title: meta.title,
      description: meta.description,
      home_page_url: meta.pageUrl,
      feed_url: meta.selfUrl,
      language: meta.locale,
      authors: [{ name: meta.network }],
      ...(meta.hubs?.length && { hubs: meta.hubs.map((url) => ({ type: 'WebSub', url })) }),
      _emissary: {
        about: siteUrl(`/${meta.locale}/feeds`),
        alternates: meta.alternates,
        deleted: gone.map(({ entryId: id, at }) => ({ id, date_deleted: at.toISOString() })),
      },
      items: documents.map(item),
    },
    null,
    1,
  )}\n`

const item = (document: PublicDocument) => ({
  id: entryId(document),
  ...(document.url !== null && { url: document.url }),
  title: document.title,
  summary: document.summary,
  content_html: entryHtml(document),
  language: document.locale,
  date_published: document.publishedAt,
  date_modified: document.updatedAt,
  ...(document.image !== null && { image: document.image.url }),
  ...(document.organisation !== null && { authors: [{ name: document.organisation.label }] }),
  tags: [document.collection, ...document.topics.map(({ label }) => label)],
  _emissary: {
    collection: document.collection,
    id: document.id,
    source_language: document.sourceLocale,
    alternates: document.alternates,
    licence: document.licence,
    attribution: document.attribution,
    funding: document.funding.map(({ project, text, disclaimer }) => ({ project, text, disclaimer })),
    machine_translated: document.machineTranslated,
    sample: document.sample,
  },
})
