import { type FeedFile, type FeedScope, feedPath, isFeedFile } from '../content/feed-path.ts'
import { contentCollections, isContentCollection, type PublishedItem } from '../content/published-item.ts'
import { readPublishedPage } from '../content/read-published.ts'
import { siteUrl } from '../content/site-url.ts'
import { feedDocument } from '../feeds/feed-document.ts'
import type { Locale } from '../i18n/locales.ts'
import { feedLinks } from './feed-links.ts'
import { hubsFor } from './hubs.ts'
import { revalidated } from './responses.ts'
import type { SiteContext } from './site-context.ts'
import { inLocale, type Visit } from './visit.ts'

interface NamedFeed {
  readonly locale: string
  readonly collection: string
  /** `rss.xml` or `atom.xml`. */
  readonly file: string
}

const ITEMS = 50

/** What is new in one language, in one collection or in all. Readers that have it already get 304. */
export const answerFeed = (visit: Visit, { locale, collection, file }: NamedFeed): Promise<Response> =>
  inLocale(visit, locale, async (context) => {
    if (!isFeedFile(file) || (collection !== 'all' && !isContentCollection(collection))) return null
    const items = await newestOf(visit, context, collection)
    const meta = {
      ...metaOf(context, collection, file, visit.now),
      hubs: await hubsFor(visit.payload, context.locale),
    }
    const { body, contentType } = feedDocument(file === 'rss.xml' ? 'rss' : 'atom', items, meta)
    return pushed(feedResponse(visit.request, context, body, contentType), meta)
  })

/**
 * Says which hubs tell subscribers of a change. A hub that was told must not be given an answer from before it.
 * https://www.w3.org/TR/websub/#discovery
 */
function pushed(
  response: Response,
  { hubs, selfUrl }: { readonly hubs: readonly string[]; readonly selfUrl: string },
): Response {
  if (hubs.length === 0) return response
  const links = [...hubs.map((hub) => `<${hub}>; rel="hub"`), `<${selfUrl}>; rel="self"`]
  response.headers.set('Link', links.join(', '))
  response.headers.set('Cache-Control', 'public, no-cache')
  return response
}

/** A feed for everyone, on any site. */
export const feedResponse = (
  request: Request,
  { locale }: SiteContext,
  body: string,
  contentType: string,
): Response =>
  revalidated(request, body, 200, {
    'Content-Type': contentType,
    'Content-Language': locale,
    'Cache-Control': 'public, max-age=300',
    'Access-Control-Allow-Origin': '*',
    'X-Content-Type-Options': 'nosniff',
  })

async function newestOf(
  { payload }: Visit,
  { locale }: SiteContext,
  scope: FeedScope,
): Promise<PublishedItem[]> {
  const items: PublishedItem[] = []
  for (const collection of scope === 'all' ? contentCollections : [scope])
    items.push(...(await readPublishedPage(payload, { collection, locale, limit: ITEMS })).items)
  return items.sort((one, other) => other.publishedAt.getTime() - one.publishedAt.getTime()).slice(0, ITEMS)
}

function metaOf(context: SiteContext, scope: FeedScope, file: FeedFile, now: Date) {
  const { locale, locales, network, t } = context
  const address = (each: Locale) => siteUrl(feedPath(each, scope, file))
  return {
    locale,
    title: feedLinks(context, scope)[0]?.title ?? network.name,
    description: scope === 'all' ? t('feeds.intro') : t(`list.intro.${scope}`),
    network: network.name,
    selfUrl: address(locale),
    pageUrl: siteUrl(scope === 'all' ? `/${locale}` : `/${locale}/${scope}`),
    alternates: Object.fromEntries(
      locales.filter((each) => each !== locale).map((each) => [each, address(each)]),
    ),
    // To the day, so that an empty feed stays the same for one.
    startedAt: new Date(now.toISOString().slice(0, 10)),
  }
}
