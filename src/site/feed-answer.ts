import {
  type FeedFile,
  type FeedScope,
  fedCollections,
  feedPath,
  isFedCollection,
  isFeedFile,
} from '../content/feed-path.ts'
import { isContentCollection } from '../content/published-item.ts'
import { siteUrl } from '../content/site-url.ts'
import { type FeedKind, feedDocument } from '../feeds/feed-document.ts'
import { type FeedFilter, readFeedFilter } from '../feeds/feed-filter.ts'
import { readFeed } from '../feeds/read-feed.ts'
import type { Locale } from '../i18n/locales.ts'
import { publicAnswer } from '../reading/formats/public-answer.ts'
import { problem } from '../reading/v1/problem.ts'
import { calendarAnswer } from './calendar-answer.ts'
import { chosenNames, tagsOfChosen } from './chosen-names.ts'
import { feedLinks } from './feed-links.ts'
import { hubsFor } from './hubs.ts'
import type { SiteContext } from './site-context.ts'
import { inLocale, type Visit } from './visit.ts'

interface NamedFeed {
  readonly locale: string
  readonly collection: string
  /** `rss.xml`, `atom.xml` or `feed.json`; of events also `calendar.ics`. */
  readonly file: string
}

const ITEMS = 50

const kinds = { 'atom.xml': 'atom', 'rss.xml': 'rss', 'feed.json': 'json' } as const satisfies Readonly<
  Record<FeedFile, FeedKind>
>

/**
 * What is new in one language, in one collection or in all, narrowed to topics, countries and communities. Readers that
 * have it already get 304.
 */
export const answerFeed = (visit: Visit, { locale, collection, file }: NamedFeed): Promise<Response> =>
  inLocale(visit, locale, async (context) => {
    const isCalendar = collection === 'events' && file === 'calendar.ics'
    if (!isCalendar && !isFeedFile(file)) return null
    if (collection !== 'all' && !isFedCollection(collection)) return null
    const { payload, request } = visit
    const filter = await readFeedFilter(payload, new URL(request.url).searchParams)
    if ('refused' in filter) return problem(filter.refused, { errors: filter.errors })
    if (!isFeedFile(file)) return calendarAnswer(visit, context, filter)
    return itemsAnswer(visit, context, { scope: collection, file, filter })
  })

interface WantedFeed {
  readonly scope: FeedScope
  readonly file: FeedFile
  readonly filter: FeedFilter
}

async function itemsAnswer(visit: Visit, context: SiteContext, wanted: WantedFeed): Promise<Response> {
  const { payload, request, now } = visit
  const { scope, file, filter } = wanted
  const { locale } = context
  const collections = scope === 'all' ? fedCollections : [scope]
  const { documents, gone } = await readFeed(payload, {
    collections,
    locale,
    facets: filter.facets,
    limit: ITEMS,
    now,
  })
  const isTold = filter.query === '' && (scope === 'all' || isContentCollection(scope))
  const hubs = isTold ? await hubsFor(payload, locale) : []
  const meta = { ...(await metaOf(visit, context, wanted)), hubs }
  const { body, contentType, updatedAt } = feedDocument(kinds[file], documents, meta, gone)
  return publicAnswer(request, {
    body,
    contentType,
    locale,
    changedAt: documents.length + gone.length === 0 ? null : updatedAt,
    tags: [
      ...collections.map((collection) => `${collection}:${locale}`),
      'network',
      // Hubs are channels; a feed that is narrowed has none.
      ...(filter.query === '' ? ['channels'] : tagsOfChosen(filter.chosen)),
    ],
    ...(hubs.length > 0 && pushed(meta)),
  })
}

/**
 * Says which hubs tell subscribers of a change. A hub that was told must not be given an answer from before it.
 * https://www.w3.org/TR/websub/#discovery
 */
const pushed = ({ hubs, selfUrl }: { readonly hubs: readonly string[]; readonly selfUrl: string }) => ({
  cacheControl: 'public, no-cache',
  headers: {
    Link: [...hubs.map((hub) => `<${hub}>; rel="hub"`), `<${selfUrl}>; rel="self"`].join(', '),
  },
})

async function metaOf({ payload, now }: Visit, context: SiteContext, { scope, file, filter }: WantedFeed) {
  const { locale, locales, network } = context
  const address = (each: Locale) => siteUrl(`${feedPath(each, scope, file)}${filter.query}`)
  const title = feedLinks(context, scope)[0]?.title ?? network.name
  return {
    locale,
    title: [title, ...(await chosenNames(payload, locale, filter.chosen))].join(' · '),
    description: introOf(context, scope),
    network: network.name,
    selfUrl: address(locale),
    pageUrl: siteUrl(`/${locale}${pages[scope] ?? `/${scope}`}`),
    alternates: Object.fromEntries(
      locales.filter((each) => each !== locale).map((each) => [each, address(each)]),
    ),
    // To the day, so that an empty feed stays the same for one.
    startedAt: new Date(now.toISOString().slice(0, 10)),
  }
}

/** Where the same is to be read, if not at the name of the collection. */
const pages: Readonly<Partial<Record<FeedScope, string>>> = { all: '', faqs: '/faq' }

function introOf({ t }: SiteContext, scope: FeedScope): string {
  if (scope === 'all') return t('feeds.intro')
  return scope === 'faqs' ? t('faq.intro') : t(`list.intro.${scope}`)
}
