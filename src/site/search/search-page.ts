import { type Html, html } from '../../content/markup/html.ts'
import type { ReadableCollection } from '../../reading/contract/document.ts'
import { MAX_QUERY } from '../../reading/search/parse-query.ts'
import { writeSearchCursor } from '../../reading/search/search-cursor.ts'
import type { SearchAnswer, SearchHit, SearchPlace } from '../../reading/search/search-documents.ts'
import { localPath } from '../picture.ts'
import { document } from '../shell.ts'
import type { SiteContext } from '../site-context.ts'
import { marked } from './marked.ts'

/** What the site shows on pages of its own, in the order in which it is offered. */
export const searchable = [
  'practices',
  'publications',
  'events',
  'news',
  'communities',
  'pages',
] as const satisfies readonly ReadableCollection[]

export interface AskedSearch {
  /** Empty: nothing was asked yet. */
  readonly q: string
  /** Null: everywhere. */
  readonly collection: (typeof searchable)[number] | null
  readonly after: SearchPlace | null
}

/** @param found null while nothing was asked. */
export function searchPage(context: SiteContext, asked: AskedSearch, found: SearchAnswer | null): Html {
  const { locales, t } = context
  const title = asked.q === '' ? t('search.title') : t('search.titleOf', { words: asked.q })
  return document(context, {
    title,
    description: null,
    main: html`<main id="main" class="wrap search">
<div class="page-head"><h1>${t('search.title')}</h1></div>
${form(context, asked)}
${found !== null && results(context, asked, found)}
</main>`,
    alternates: Object.fromEntries(locales.map((locale) => [locale, `/${locale}/search`])),
    // Pages of results are as many as there are words: nothing for a search engine.
    unlisted: true,
  })
}

const form = ({ locale, t, terms }: SiteContext, { q, collection }: AskedSearch): Html =>
  html`<form class="filters" role="search" action="/${locale}/search">
<div class="words"><label for="q">${t('search.words')}</label><input id="q" name="q" type="search" value="${q}" maxlength="${MAX_QUERY}" autocomplete="off"></div>
<div><label for="in">${t('search.in')}</label><select id="in" name="in"><option value="">${t('search.everywhere')}</option>${searchable.map(
    (each) =>
      html`<option value="${each}"${each === collection && html` selected`}>${terms(`collection.${each}`)}</option>`,
  )}</select></div>
<button class="button" type="submit">${t('search.title')}</button>
</form>`

function results(context: SiteContext, asked: AskedSearch, found: SearchAnswer): Html {
  const { t } = context
  const { hits, hasMore, next, suggestion, total } = found
  const exact = hits.filter(({ isSimilar }) => !isSimilar)
  const similar = hits.filter(({ isSimilar }) => isSimilar)
  const count = hasMore ? t('search.moreThan', { total }) : t('list.count', { count: total })
  return html`<p class="hint" role="status">${total === 0 ? t('search.nothing') : count}</p>
${suggestion !== null && html`<p>${t('search.meant')} <a href="${pathOf(context, { ...asked, q: suggestion })}">${suggestion}</a></p>`}
${exact.length > 0 && list(context, exact, 2)}
${similar.length > 0 && html`<h2>${t('search.similar')}</h2>${list(context, similar, 3)}`}
${next !== null && html`<nav class="paging" aria-label="${t('list.paging')}"><span></span><a class="button quiet" rel="next" href="${pathOf(context, asked, next)}">${t('list.next')}</a></nav>`}`
}

const list = (context: SiteContext, hits: readonly SearchHit[], level: 2 | 3): Html =>
  html`<ol class="rows hits">${hits.map((hit) => row(context, hit, level))}</ol>`

function row({ t, terms }: SiteContext, { document: found, title, excerpt }: SearchHit, level: 2 | 3): Html {
  const { collection, machineTranslated, sample, url } = found
  const link = html`<a href="${localPath(url ?? '')}">${marked(title)}</a>`
  return html`<li><div><p class="kind"><b>${terms(`collection.${collection}`)}</b>${
    machineTranslated && html`<span class="tag machine">${t('item.machineTag')}</span>`
  }${sample && html`<span class="tag quiet">${t('item.sampleTag')}</span>`}</p>
${level === 2 ? html`<h2>${link}</h2>` : html`<h3>${link}</h3>`}
<p>${marked(excerpt)}</p></div></li>`
}

function pathOf({ locale }: SiteContext, { q, collection }: AskedSearch, after?: SearchPlace): string {
  const query = new URLSearchParams({ q })
  if (collection !== null) query.set('in', collection)
  if (after !== undefined) query.set('after', writeSearchCursor(after))
  return `/${locale}/search?${query}`
}
