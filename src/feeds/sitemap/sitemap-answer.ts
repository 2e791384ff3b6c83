import type { Payload } from 'payload'

import { networkLanguages } from '../../content/network-languages.ts'
import { siteUrl } from '../../content/site-url.ts'
import { isLocale } from '../../i18n/locales.ts'
import { type PublicAnswer, publicAnswer } from '../../reading/formats/public-answer.ts'
import { problem } from '../../reading/v1/problem.ts'
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
  '/communities',
  '/partners',
  '/newsletters',
  '/feeds',
]

/**
 * `/sitemap.xml`: the map of the maps, or with `?collection=…&locale=…&page=…` one of them, and with `?pages=site` the pages
 * of the site itself. All at one address at the top: a map counts only for what lies below it.
 * https://www.sitemaps.org/protocol.html#location
 */
export async function answerSitemap(payload: Payload, request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams
  const answer = (body: string, tags: PublicAnswer['tags']) => publicAnswer(request, { ...asXml, body, tags })
  if (query.size === 0) return answer(await index(payload), ['content', 'network'])
  const { enabled, chain } = await networkLanguages(payload)
  if (query.get('pages') === 'site') {
    const entries = ownPages.flatMap((path): SitemapEntry[] => {
      const alternates = Object.fromEntries(enabled.map((locale) => [locale, siteUrl(`/${locale}${path}`)]))
      return enabled.map((locale) => ({ url: siteUrl(`/${locale}${path}`), updatedAt: null, alternates }))
    })
    return answer(sitemap(entries, chain), ['network'])
  }
  const collection = mappedCollections.find((each) => each === query.get('collection'))
  const locale = query.get('locale')
  const page = Number(query.get('page') ?? 1)
  if (collection === undefined || !isLocale(locale) || !Number.isSafeInteger(page) || page < 1)
    return problem('not-found')
  const entries = await readSitemapPart(payload, { collection, locale, page })
  if (entries.length === 0) return problem('not-found')
  return answer(sitemap(entries, chain), [`${collection}:${locale}`, 'network'])
}

async function index(payload: Payload): Promise<string> {
  const parts = await readSitemapParts(payload)
  const files = parts.map(({ collection, locale, page, updatedAt }) => ({
    url: siteUrl(`/sitemap.xml?collection=${collection}&locale=${locale}&page=${page}`),
    updatedAt,
  }))
  return sitemapIndex([{ url: siteUrl('/sitemap.xml?pages=site'), updatedAt: null }, ...files])
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
