import type { Payload } from 'payload'

import { itemPath, siteUrl } from '../../content/site-url.ts'
import { databaseOf, sql } from '../../database/database.ts'
import { xmlFeedKinds } from '../../feeds/feed-document.ts'
import { newsletterFeed } from '../../feeds/newsletter-feed.ts'
import type { Locale } from '../../i18n/locales.ts'
import { editionTags, listPublicEditions } from '../../ledger/public-editions.ts'
import { publicAnswer } from '../../reading/formats/public-answer.ts'
import { tagsOf } from '../kept-page.ts'
import { loadNewsletters, type NamedNewsletter } from '../newsletter-pages.ts'
import type { SiteContext } from '../site-context.ts'
import { decoded, inLocale, type Visit } from '../visit.ts'
import { type Archive, archivePage } from './archive-page.ts'
import { issuePath } from './issue-row.ts'
import { newsletterFeedLinks, newsletterFeedPath } from './newsletter-feed-links.ts'

interface InNewsletter {
  readonly locale: string
  /** Its slug. */
  readonly newsletter: string
}

const PER_PAGE = 20
const FEED_ISSUES = 50

/** `/{locale}/newsletters/{slug}` */
export const answerArchive = (visit: Visit, { locale, newsletter }: InNewsletter): Promise<Response> =>
  inLocale(visit, locale, async (context) => {
    const found = await newsletterNamed(visit.payload, context, newsletter)
    const page = Number(new URL(visit.request.url).searchParams.get('page') ?? 1)
    if (found === null || !Number.isSafeInteger(page) || page < 1) return null
    const archive = await loadArchive(visit.payload, context, found, page)
    return (
      archive && {
        page: archivePage(context, archive),
        tags: [...tagsOf(context.locale, []), ...editionTags],
      }
    )
  })

/** `/{locale}/feeds/newsletters/{slug}/{file}`: the issues in this language. Readers that have them already get 304. */
export const answerNewsletterFeed = (
  visit: Visit,
  { locale, newsletter, file }: InNewsletter & { readonly file: string },
): Promise<Response> =>
  inLocale(visit, locale, async (context) => {
    const kind = xmlFeedKinds.find((each) => `${each}.xml` === file)
    const found = await newsletterNamed(visit.payload, context, newsletter)
    if (kind === undefined || found === null) return null
    const wanted = { locale: context.locale, newsletterId: found.id, limit: FEED_ISSUES }
    const { editions } = await listPublicEditions(wanted, databaseOf(visit.payload))
    const named = await localesOf(found, context, visit.payload)
    const entries = editions.map(({ number, locales, ...edition }) => ({
      ...edition,
      url: siteUrl(issuePath(found.slug, number, context.locale)),
      alternates: Object.fromEntries(
        locales
          .filter((other) => other !== context.locale && context.locales.includes(other))
          .map((other) => [other, siteUrl(issuePath(found.slug, number, other))]),
      ),
    }))
    const address = (each: Locale) => siteUrl(newsletterFeedPath(each, found.slug, file))
    const { body, contentType, updatedAt } = newsletterFeed(kind, entries, {
      locale: context.locale,
      title: newsletterFeedLinks(context, found)[0]?.title ?? found.name,
      description: found.description || context.t('newsletters.intro'),
      network: context.network.name,
      selfUrl: address(context.locale),
      pageUrl: siteUrl(itemPath('newsletters', found.slug, context.locale)),
      alternates: Object.fromEntries(
        named.filter((each) => each !== context.locale).map((each) => [each, address(each)]),
      ),
      startedAt: new Date(visit.now.toISOString().slice(0, 10)),
    })
    return publicAnswer(visit.request, {
      body,
      contentType,
      locale: context.locale,
      changedAt: entries.length === 0 ? null : updatedAt,
      tags: [...editionTags, 'network'],
    })
  })

async function newsletterNamed(
  payload: Payload,
  { locale }: SiteContext,
  name: string,
): Promise<NamedNewsletter | null> {
  const slug = decoded(name)
  const all = await loadNewsletters(payload, locale)
  return all.find((each) => each.slug === slug) ?? null
}

/** Null when the page number lies behind the last page. */
async function loadArchive(
  payload: Payload,
  context: SiteContext,
  newsletter: NamedNewsletter,
  page: number,
): Promise<Archive | null> {
  const { locale } = context
  const offset = (page - 1) * PER_PAGE
  const wanted = { locale, newsletterId: newsletter.id, limit: PER_PAGE, offset }
  const { editions, totals } = await listPublicEditions(wanted, databaseOf(payload))
  if (page > 1 && editions.length === 0) return null
  const total = totals.get(newsletter.id) ?? 0
  const named = await localesOf(newsletter, context, payload)
  return {
    newsletter,
    issues: editions,
    total,
    page,
    pages: Math.max(1, Math.ceil(total / PER_PAGE)),
    alternates: Object.fromEntries(
      named.map((other) => [other, itemPath('newsletters', newsletter.slug, other)]),
    ),
  }
}

/** The network's languages in which a newsletter has a name, and so an archive. */
async function localesOf(
  { id }: NamedNewsletter,
  { locales }: SiteContext,
  payload: Payload,
): Promise<Locale[]> {
  const { rows } = await databaseOf(payload).execute<{ locale: Locale }>(sql`
    select _locale as locale from newsletters_locales where _parent_id = ${id}::uuid and name <> ''
  `)
  return rows.map(({ locale }) => locale).filter((locale) => locales.includes(locale))
}
