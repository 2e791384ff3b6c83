import { networkLanguages } from '../content/network-languages.ts'
import { isTranslatable } from '../content/translatable.ts'
import { readFeedFilter } from '../feeds/feed-filter.ts'
import { negotiate } from '../i18n/negotiate.ts'
import { editionTags } from '../ledger/public-editions.ts'
import type { PublicDocument } from '../reading/contract/document.ts'
import { readDocument } from '../reading/documents/read-documents.ts'
import { answerJsonLd, negotiated } from '../reading/formats/json-ld-answer.ts'
import { schemaContextOf } from '../reading/formats/schema-context.ts'
import { wantsLinkedData } from '../reading/formats/wants-linked-data.ts'
import { aboutPage } from './about-page.ts'
import { communitiesPage, communityPage, loadCommunity } from './community-pages.ts'
import { loadFeedChoices } from './feed-choices.ts'
import { feedsPage } from './feeds-page.ts'
import { homePage } from './home.ts'
import { itemPage } from './item-page.ts'
import { isPaged, type PagedCollection, partsOf } from './item-parts.ts'
import { tagsOf } from './kept-page.ts'
import { loadHome } from './load-home.ts'
import { loadAll, loadPartners } from './load-network.ts'
import { loadNewsletters, loadShelves, newslettersPage } from './newsletter-pages.ts'
import { gonePage, inOtherLanguages, lateDocument, otherAddresses } from './other-addresses.ts'
import { partnersPage } from './partners-page.ts'
import { projectsPage } from './projects-page.ts'
import { relatedTo } from './related-to.ts'
import type { SiteContext } from './site-context.ts'
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
  inLocale(visit, locale, async (context) => ({
    page: homePage(context, await loadHome(visit.payload, context, visit.now)),
    tags: tagsOf(context.locale, [
      'practices',
      'communities',
      'events',
      'publications',
      'news',
      'organisations',
    ]),
  }))

interface NamedItem extends InLocale {
  readonly collection: string
  readonly slug: string
}

/** A document's page, or its linked data for whoever wants that; in a language that it is not public in, the languages that it is. */
export const answerItem = (visit: Visit, { locale, collection, slug }: NamedItem): Promise<Response> =>
  inLocale(visit, locale, async (context) => {
    const name = decoded(slug)
    if (!isPaged(collection) || name === null) return null
    const document = await documentNamed(visit, context, collection, name)
    if (document === null) {
      const elsewhere =
        collection === 'peer-reviews'
          ? await inOtherLanguages(visit, context, collection, name)
          : await otherAddresses(visit, context, collection, name)
      return elsewhere ?? gonePage(visit, context, collection, name)
    }
    if (wantsLinkedData(visit.request.headers.get('Accept')))
      return answerJsonLd(
        visit.payload,
        visit.request,
        { collection, slugOrId: document.id },
        context.locale,
        negotiated,
      )
    const related = await relatedTo(visit.payload, document, context.locale)
    const schema = await schemaContextOf(visit.payload, document)
    return {
      isNegotiated: true,
      page: itemPage(context, document, partsOf(context, document, visit.now), { related, schema }),
      tags: tagsOf(
        context.locale,
        // Who provides a practice decides what kind of service it is.
        collection === 'practices' ? ['organisations'] : [],
        [document, ...related],
      ),
    }
  })

/** By its present name alone: under its id and former names it has no page of its own. */
async function documentNamed(
  visit: Visit,
  context: SiteContext,
  collection: PagedCollection | 'communities',
  name: string,
): Promise<PublicDocument | null> {
  const found = await readDocument(visit.payload, collection, name, context.locale)
  if (found !== null) return found.slug === name ? found : null
  return isTranslatable(collection) ? lateDocument(visit, context, collection, name) : null
}

export const answerCommunities = (visit: Visit, { locale }: InLocale): Promise<Response> =>
  inLocale(visit, locale, async (context) => ({
    page: communitiesPage(context, await loadAll(visit.payload, context, 'communities')),
    tags: tagsOf(context.locale, ['communities']),
  }))

/** `/{locale}/communities/{name}`; in a language that it is not public in, the languages that it is. */
export const answerCommunity = (visit: Visit, { locale, slug }: InLocale & { readonly slug: string }) =>
  inLocale(visit, locale, async (context) => {
    const name = decoded(slug)
    if (name === null) return null
    const community = await documentNamed(visit, context, 'communities', name)
    if (community === null)
      return (
        (await inOtherLanguages(visit, context, 'communities', name)) ??
        gonePage(visit, context, 'communities', name)
      )
    const content = await loadCommunity(visit.payload, context, community)
    const shown = content.shelves.flatMap(({ collection }) => collection)
    return {
      page: communityPage(context, content),
      tags: tagsOf(context.locale, ['organisations', ...shown], [community]),
    }
  })

export const answerPartners = (visit: Visit, { locale }: InLocale): Promise<Response> =>
  inLocale(visit, locale, async (context) => ({
    page: partnersPage(context, await loadPartners(visit.payload, context)),
    tags: tagsOf(context.locale, ['organisations', 'communities']),
  }))

export const answerProjects = (visit: Visit, { locale }: InLocale): Promise<Response> =>
  inLocale(visit, locale, async (context) => ({
    page: projectsPage(context, await loadAll(visit.payload, context, 'projects')),
    tags: tagsOf(context.locale, ['organisations']),
  }))

export const answerAbout = (visit: Visit, { locale }: InLocale): Promise<Response> =>
  inLocale(visit, locale, async (context) => ({
    page: aboutPage(context, {
      text: await loadTextPage(visit.payload, context, 'about'),
      partners: await loadPartners(visit.payload, context),
      projects: await loadAll(visit.payload, context, 'projects'),
    }),
    tags: tagsOf(context.locale, ['organisations', 'communities']),
  }))

export const answerTextPage = (visit: Visit, { locale, slug }: InLocale & { readonly slug: string }) =>
  inLocale(visit, locale, async (context) => {
    const name = decoded(slug)
    if (name === null) return null
    const page = await loadTextPage(visit.payload, context, name)
    if (page === null) {
      const late = await lateDocument(visit, context, 'pages', name)
      if (late === null) return otherAddresses(visit, context, 'pages', name)
      return { page: textPage(context, late), tags: tagsOf(context.locale, [], [late]) }
    }
    return { page: textPage(context, page), tags: tagsOf(context.locale, [], [page]) }
  })

export const answerNewsletters = (visit: Visit, { locale }: InLocale): Promise<Response> =>
  inLocale(visit, locale, async (context) => ({
    page: newslettersPage(context, await loadShelves(visit.payload, context.locale)),
    tags: [...tagsOf(context.locale, []), ...editionTags],
  }))

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
