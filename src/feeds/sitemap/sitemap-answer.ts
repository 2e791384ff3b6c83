import type { Payload } from 'payload'

import { networkLanguages } from '../../content/network-languages.ts'
import { siteUrl } from '../../content/site-url.ts'
import { isLocale, type Locale } from '../../i18n/locales.ts'
import { editionTags } from '../../ledger/public-editions.ts'
import { type PublicAnswer, publicAnswer } from '../../reading/formats/public-answer.ts'
import { problem } from '../../reading/v1/problem.ts'
import { strangeNames } from '../../reading/v1/read-query.ts'
import { readLetters } from './read-letters.ts'
import { mappedCollections, readSitemapPart, readSitemapParts } from './read-sitemap.ts'
import { type SitemapEntry, sitemap, sitemapIndex } from './sitemap.ts'

const asXml = { contentType: 'application/xml; charset=utf-8', locale: null, changedAt: null } as const

/** Pages that every language has, beside those of its documents. */
const ownPages = [
  '',
  '/practices',
  '/publications',
  '/events',
  '/news',
  '/peer-reviews',
  '/communities',
  '/about',
  '/partners',
  '/projects',
  '/newsletters',
  '/feeds',
]

/**
 * `/sitemap.xml`: the map of the maps, or with `?collection=…&locale=…&page=…` one of them, with `?pages=site` the pages of
 * the site itself, with `?pages=letters&locale=…` the newsletters and their issues. All at one address at the top: a map counts only for what lies below it.
 * https://www.sitemaps.org/protocol.html#location
 */
export async function answerSitemap(payload: Payload, request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams
  const answer = (body: string, tags: PublicAnswer['tags']) => publicAnswer(request, { ...asXml, body, tags })
  if (query.size === 0) return answer(await index(payload), ['content', 'network'])
  const errors = strangeNames(query, ['pages', 'collection', 'locale', 'page'])
  if (errors.length > 0) return problem('query', { errors })
  const { enabled, chain } = await networkLanguages(payload)
  if (query.get('pages') === 'site') {
    const parts = await readSitemapParts(payload)
    const withQuestions = enabled.filter((each) =>
      parts.some(({ collection, locale }) => collection === 'faqs' && locale === each),
    )
    const entries = [
      ...ownPages.flatMap((path) => inEach(enabled, path)),
      // Empty, and so of no use, where nothing is public.
      ...inEach(withQuestions, '/faq'),
    ]
    return answer(sitemap(entries, chain), ['network', 'faqs'])
  }
  const collection = mappedCollections.find((each) => each === query.get('collection'))
  const locale = query.get('locale')
  if (query.get('pages') === 'letters' && isLocale(locale) && enabled.includes(locale))
    return answer(sitemap(await readLetters(payload, locale, enabled), chain), [...editionTags, 'network'])
  const page = Number(query.get('page') ?? 1)
  if (collection === undefined || !isLocale(locale) || !Number.isSafeInteger(page) || page < 1)
    return problem('not-found')
  const entries = await readSitemapPart(payload, { collection, locale, page })
  if (entries.length === 0) return problem('not-found')
  return answer(sitemap(entries, chain), [`${collection}:${locale}`, 'network'])
}

function inEach(locales: readonly Locale[], path: string): readonly SitemapEntry[] {
  const address = (locale: Locale) => siteUrl(`/${locale}${path}`)
  const alternates = Object.fromEntries(locales.map((locale) => [locale, address(locale)]))
  return locales.map((locale) => ({ url: address(locale), updatedAt: null, alternates }))
}

async function index(payload: Payload): Promise<string> {
  const { enabled } = await networkLanguages(payload)
  const own = ['site', ...enabled.map((locale) => `letters&locale=${locale}`)]
  const parts = await readSitemapParts(payload)
  const files = parts.map(({ collection, locale, page, updatedAt }) => ({
    url: siteUrl(`/sitemap.xml?collection=${collection}&locale=${locale}&page=${page}`),
    updatedAt,
  }))
  return sitemapIndex([
    ...own.map((name) => ({ url: siteUrl(`/sitemap.xml?pages=${name}`), updatedAt: null })),
    ...files,
  ])
}

/** Where nothing is for search engines: what needs an account, what answers programs, and pages for one person. */
const closed = [
  '/admin',
  '/api/',
  '/v1/',
  '/l/',
  '/u/',
  '/preferences/',
  '/my-data/',
  '/change-address/',
  '/*/confirm/',
  '/*/subscribe/embed',
  '/*/subscribe/sent',
  '/*/follow/sent',
]

/** `/robots.txt`. https://www.rfc-editor.org/rfc/rfc9309 */
export const answerRobots = (request: Request): Response =>
  publicAnswer(request, {
    body: [
      'User-agent: *',
      ...closed.map((path) => `Disallow: ${path}`),
      '',
      `Sitemap: ${siteUrl('/sitemap.xml')}`,
      '',
    ].join('\n'),
    contentType: 'text/plain; charset=utf-8',
    locale: null,
    changedAt: null,
    tags: ['network'],
  })
