import { type Html, html } from '../../content/markup/html.ts'
import { listRow } from '../cards.ts'
import { tagsOf } from '../kept-page.ts'
import { document } from '../shell.ts'
import type { SiteContext } from '../site-context.ts'
import { inLocale, type Visit } from '../visit.ts'
import { type FoundByWords, MOST_FOUND, searchPage } from './search-page.ts'

const collections = [
  'practices',
  'publications',
  'events',
  'news',
  'peer-reviews',
  'pages',
  'communities',
] as const

const PER_PAGE = 12
const MAX_WORDS = 200

interface Asked {
  readonly q: string
  /** From 1. */
  readonly page: number
}

/** `/{locale}/search?q=`: everything in one language that has certain words in it. */
export const answerSearch = (visit: Visit, { locale }: { readonly locale: string }): Promise<Response> =>
  inLocale(visit, locale, async (context) => {
    const { searchParams } = new URL(visit.request.url)
    const q = (searchParams.get('q') ?? '').replace(/\s+/g, ' ').trim().slice(0, MAX_WORDS)
    const page = Number(searchParams.get('page') ?? 1)
    if (!Number.isSafeInteger(page) || page < 1 || page > MOST_FOUND / PER_PAGE) return null
    const found =
      q === ''
        ? null
        : await searchPage(
            visit.payload,
            { locale: context.locale, collections },
            { q, page, perPage: PER_PAGE },
          )
    return {
      page: resultsPage(context, { q, page }, found),
      tags: tagsOf(context.locale, collections),
    }
  })

function resultsPage(context: SiteContext, { q, page }: Asked, found: FoundByWords | null): Html {
  const { locale, locales, t } = context
  const address = (words: string, number = 1) =>
    `/${locale}/search?${new URLSearchParams({ q: words, ...(number > 1 && { page: String(number) }) })}`
  const pages = Math.ceil(Math.min(found?.total ?? 0, MOST_FOUND) / PER_PAGE)
  const main = html`<main id="main" class="wrap"><div class="page-head"><h1>${t('search.title')}</h1></div>
<form class="words" method="get" role="search" action="/${locale}/search"><div><label for="q">${t('browse.words')}</label><input id="q" name="q" type="search" value="${q}" maxlength="${MAX_WORDS}"></div><button class="button" type="submit">${t(
    'search.button',
  )}</button></form>
${
  found !== null &&
  html`<p class="count" role="status">${t('list.count', { count: found.total })}</p>${
    found.suggestion !== null &&
    html`<p><a href="${address(found.suggestion)}">${t('search.suggestion', { words: found.suggestion })}</a></p>`
  }<ul class="rows list">${found.documents.map((each) => listRow(context, each))}</ul>${
    pages > 1 &&
    html`<nav class="paging" aria-label="${t('list.paging')}">${
      page > 1 && html`<a rel="prev" href="${address(q, page - 1)}">${t('list.prev')}</a>`
    }<span>${t('list.pageOf', { page, pages })}</span>${
      page < pages && html`<a rel="next" href="${address(q, page + 1)}">${t('list.next')}</a>`
    }</nav>`
  }`
}</main>`
  return document(context, {
    title: t('search.title'),
    description: null,
    main,
    alternates: Object.fromEntries(locales.map((other) => [other, `/${other}/search`])),
    unlisted: true,
  })
}
