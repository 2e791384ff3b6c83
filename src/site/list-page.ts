import { type Html, html } from '../content/markup/html.ts'
import type { ContentCollection, PublishedItem } from '../content/published-item.ts'
import { listRow } from './cards.ts'
import { feedLinks } from './feed-links.ts'
import type { Choice, Shelf } from './home.ts'
import { document } from './shell.ts'
import type { SiteContext } from './site-context.ts'

export interface ListContent {
  readonly collection: ContentCollection
  readonly items: readonly PublishedItem[]
  readonly total: number
  /** From 1. */
  readonly page: number
  readonly pages: number
  readonly elsewhere: Shelf['elsewhere']
  /** Null: this collection cannot be narrowed. */
  readonly filters: readonly Filter[] | null
}

export interface Filter {
  readonly name: 'country' | 'service'
  readonly chosen: string
  readonly choices: readonly Choice[]
}

export function listPage(context: SiteContext, content: ListContent): Html {
  const { locale, locales, t, terms } = context
  const { collection, elsewhere, filters, items, page, pages, total } = content
  const title = terms(`collection.${collection}`)
  const main = html`<main id="main" class="wrap">
<div class="page-head"><h1>${title}</h1><p>${t(`list.intro.${collection}`)}</p></div>
${filters !== null && filterForm(context, filters)}
<p class="hint" role="status">${t('list.count', { count: total })}</p>
${items.length > 0 ? html`<ul class="rows list">${items.map((item) => listRow(context, item))}</ul>` : html`<p>${t('list.empty')}</p>`}
${
  elsewhere !== null &&
  html`<p class="elsewhere">${t('list.elsewhere', { count: elsewhere.count })} <a href="/${elsewhere.locale}/${collection}" hreflang="${
    elsewhere.locale
  }">${t('list.elsewhereLink', {
    language: new Intl.DisplayNames([locale], { type: 'language' }).of(elsewhere.locale),
  })}</a></p>`
}
${pages > 1 && paging(context, content)}
</main>`
  const query = page > 1 ? `?page=${page}` : ''
  return document(context, {
    title: page > 1 ? t('list.pageTitle', { title, page }) : title,
    description: t(`list.intro.${collection}`),
    main,
    // Other languages have other numbers of items, so only the first page is the same page everywhere.
    alternates: Object.fromEntries(
      locales.map((other) => [other, `/${other}/${collection}${other === locale ? query : ''}`]),
    ),
    section: collection,
    feeds: feedLinks(context, collection),
  })
}

const filterForm = ({ t }: SiteContext, filters: readonly Filter[]): Html =>
  html`<form class="filters" method="get">${filters.map(
    ({ name, chosen, choices }) =>
      html`<div><label for="${name}">${t(`find.${name}`)}</label><select id="${name}" name="${name}"><option value="">${t(
        name === 'country' ? 'find.anyCountry' : 'find.anyService',
      )}</option>${choices.map(
        ({ value, label }) =>
          html`<option value="${value}"${value === chosen && html` selected`}>${label}</option>`,
      )}</select></div>`,
  )}<button class="button quiet" type="submit">${t('find.show')}</button></form>`

function paging({ locale, t }: SiteContext, { collection, filters, page, pages }: ListContent): Html {
  const link = (to: number, rel: 'prev' | 'next') => {
    const query = new URLSearchParams([
      ...(filters ?? []).filter(({ chosen }) => chosen !== '').map(({ name, chosen }) => [name, chosen]),
      ...(to > 1 ? [['page', String(to)]] : []),
    ]).toString()
    return html`<a class="button quiet" rel="${rel}" href="/${locale}/${collection}${query === '' ? '' : `?${query}`}">${t(
      `list.${rel}`,
    )}</a>`
  }
  return html`<nav class="paging" aria-label="${t('list.paging')}">${page > 1 ? link(page - 1, 'prev') : html`<span></span>`}<span>${t(
    'list.pageOf',
    { page, pages },
  )}</span>${page < pages ? link(page + 1, 'next') : html`<span></span>`}</nav>`
}
