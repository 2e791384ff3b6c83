import { networkLanguages } from '../content/network-languages.ts'
import { isContentCollection, type PublishedItem } from '../content/published-item.ts'
import { readPublishedPage } from '../content/read-published.ts'
import { itemPath } from '../content/site-url.ts'
import { readFeedFilter } from '../feeds/feed-filter.ts'
import { negotiate } from '../i18n/negotiate.ts'
import { communitiesPage, communityPage, partnersPage } from './community-pages.ts'
import { loadFeedChoices } from './feed-choices.ts'
import { feedsPage } from './feeds-page.ts'
import { homePage } from './home.ts'
import { itemPage } from './item-page.ts'
import { partsOf } from './item-parts.ts'
import { listPage } from './list-page.ts'
import { loadHome } from './load-home.ts'
import { loadItem } from './load-item.ts'
import { loadList } from './load-list.ts'
import { loadCommunities, loadPartners } from './load-network.ts'
import { loadNewsletters, loadShelves, newslettersPage } from './newsletter-pages.ts'
import { otherAddresses } from './other-addresses.ts'
import { loadTextPage, textPage } from './text-page.ts'
import { decoded, inLocale, type Visit } from './visit.ts'

interface InLocale {
  readonly locale: string
}

/** `/`: on to the language that the browser asks for. Nothing is remembered. */
export async function answerRoot(visit: Visit): Promise<Response> {
  const { enabled, chain } = await networkLanguages(visit.payload)
  const locale = negotiate(visit.request.headers.get('Accept-Language'), enabled, chain)
  return new Response(null, {
    status: 302,
    headers: { Location: `/${locale}`, Vary: 'Accept-Language', 'Cache-Control': 'no-cache' },
  })
}

export const answerHome = (visit: Visit, { locale }: InLocale): Promise<Response> =>
  inLocale(visit, locale, async (context) =>
    homePage(context, await loadHome(visit.payload, context, visit.now)),
  )

export const answerList = (
  visit: Visit,
  { locale, collection }: InLocale & { readonly collection: string },
) =>
  inLocale(visit, locale, async (context) => {
    if (!isContentCollection(collection)) return null
    const query = new URL(visit.request.url).searchParams
    const content = await loadList(visit.payload, context, collection, query)
    return content && listPage(context, content)
  })

interface NamedItem extends InLocale {
  readonly collection: string
  readonly slug: string
}

/** An item's page; in a language that it is not public in, the languages that it is. */
export const answerItem = (visit: Visit, { locale, collection, slug }: NamedItem): Promise<Response> =>
  inLocale(visit, locale, async (context) => {
    const name = decoded(slug)
    if (!isContentCollection(collection) || name === null) return null
    const loaded = await loadItem(visit.payload, collection, name, context.locale)
    if (loaded === null) return otherAddresses(visit, context, collection, name)
    return itemPage(context, loaded.item, partsOf(context, loaded, visit.now), loaded.related)
  })

export const answerCommunities = (visit: Visit, { locale }: InLocale): Promise<Response> =>
  inLocale(visit, locale, async (context) =>
    communitiesPage(context, await loadCommunities(visit.payload, context.locale)),
  )

const COMMUNITY_ITEMS = 6

export const answerCommunity = (visit: Visit, { locale, slug }: InLocale & { readonly slug: string }) =>
  inLocale(visit, locale, async (context) => {
    const { payload } = visit
    const name = decoded(slug)
    const community = (await loadCommunities(payload, context.locale)).find((each) => each.slug === name)
    if (community === undefined) return null
    const items: PublishedItem[] = []
    for (const collection of ['practices', 'publications', 'events', 'news'] as const) {
      const where = { communities: { in: [community.id] } }
      const page = await readPublishedPage(payload, {
        collection,
        locale: context.locale,
        limit: COMMUNITY_ITEMS,
        where,
      })
      items.push(...page.items)
    }
    const alternates: Record<string, string> = {}
    for (const other of context.locales) {
      const known = await loadCommunities(payload, other)
      if (known.some(({ id }) => id === community.id))
        alternates[other] = itemPath('communities', community.slug, other)
    }
    return communityPage(context, community, { items, alternates })
  })

export const answerPartners = (visit: Visit, { locale }: InLocale): Promise<Response> =>
  inLocale(visit, locale, async (context) =>
    partnersPage(context, await loadPartners(visit.payload, context)),
  )

export const answerTextPage = (visit: Visit, { locale, slug }: InLocale & { readonly slug: string }) =>
  inLocale(visit, locale, async (context) => {
    const name = decoded(slug)
    if (name === null) return null
    const page = await loadTextPage(visit.payload, context, name)
    return page === null ? otherAddresses(visit, context, 'pages', name) : textPage(context, page)
  })

export const answerNewsletters = (visit: Visit, { locale }: InLocale): Promise<Response> =>
  inLocale(visit, locale, async (context) =>
    newslettersPage(context, await loadShelves(visit.payload, context.locale)),
  )

/** `?topic=…&country=…&community=…`: with the addresses of feeds that are narrowed to it. */
export const answerFeedsPage = (visit: Visit, { locale }: InLocale): Promise<Response> =>
  inLocale(visit, locale, async (context) => {
    const { payload, request } = visit
    const query = [...new URL(request.url).searchParams].filter(([, value]) => value !== '')
    const filter = await readFeedFilter(payload, new URLSearchParams(query))
    if ('refused' in filter) return null
    return feedsPage(context, {
      newsletters: await loadNewsletters(payload, context.locale),
      choices: await loadFeedChoices(payload, context.locale),
      filter,
    })
  })

/** Any other address: the language in front still decides in which one the reader is told. */
export const answerAnythingElse = (visit: Visit, { locale }: InLocale): Promise<Response> =>
  inLocale(visit, locale, async () => null)
