import { isFedCollection } from '../../content/feed-path.ts'
import { type Html, html } from '../../content/markup/html.ts'
import { languageName, listOf } from '../../i18n/dates.ts'
import { eventViews } from '../calendar/event-views.ts'
import { listRow, titleLink } from '../cards.ts'
import { feedLinks } from '../feed-links.ts'
import { practiceMap } from '../map/practice-map.ts'
import type { Section } from '../page.ts'
import { document } from '../shell.ts'
import type { SiteContext } from '../site-context.ts'
import { type BrowseQuery, browseAddress } from './browse-query.ts'
import { chips, filterForm, orderForm, wordsForm } from './filter-form.ts'
import type { BrowseContent } from './load-browse.ts'
import { nothingFound } from './nothing-found.ts'

/** A collection with everything to narrow it by. Everything is in the address, and works without scripts. */
export function browsePage(context: SiteContext, content: BrowseContent): Html {
  const { locale, locales, t, terms } = context
  const { collection, documents, pages, query, total } = content
  const path = `/${locale}/${collection}`
  const title = terms(`collection.${collection}`)
  const map = collection === 'practices' && practiceMap(context, path, content)
  const main = html`<main id="main" class="wrap">
<div class="page-head"><h1>${title}</h1><p>${t(`list.intro.${collection}`)}</p></div>
${collection === 'events' && eventViews(context, { view: 'list', when: query.when })}
<div class="browse${map !== false && ' with-map'}" data-results>
${filterForm(context, content)}
<div class="found">${wordsForm(context, content)}<div class="found-head"><p class="count" role="status">${t('list.count', { count: total })}</p><a class="to-filters" href="#filters">${t(
    'browse.narrow',
  )}</a>${orderForm(context, content)}</div>
${chips(context, path, content)}
${
  content.suggestion !== null &&
  html`<p><a href="${browseAddress(path, { ...query, q: content.suggestion, page: 1 })}">${t(
    'search.suggestion',
    {
      words: content.suggestion,
    },
  )}</a></p>`
}
${
  documents.length > 0
    ? html`<ul class="rows list">${documents.map((each) => listRow(context, each, { found: content.found.get(each.id) }))}</ul>`
    : nothingFound(context, path, content)
}
${pages > 1 && paging(context, path, content)}
${elsewhere(context, content)}</div>
${map}
</div></main>`
  const { page } = query
  const isPlain = query.chosen.size === 0 && query.q === ''
  return document(context, {
    title: page > 1 ? t('list.pageTitle', { title, page }) : title,
    description: t(`list.intro.${collection}`),
    main,
    // Other languages have other numbers of documents, so only the first page is the same page everywhere.
    alternates: Object.fromEntries(
      locales.map((other) => [
        other,
        other === locale ? browseAddress(path, query) : `/${other}/${collection}`,
      ]),
    ),
    ...(isPlain ? {} : { unlisted: true }),
    section: collection as Section,
    feeds: isFedCollection(collection)
      ? feedLinks(context, collection).map((feed) => ({ ...feed, path: feed.path + feedQuery(query) }))
      : [],
    script: 'narrow',
  })
}

/** What feeds can be narrowed to, in the order of their addresses. */
const inFeeds = ['community', 'country', 'topic']

/** As far as feeds can be narrowed as the list was. */
function feedQuery({ chosen }: BrowseQuery): string {
  const parts = inFeeds.flatMap((name) => {
    const codes = chosen.get(name)
    return codes === undefined ? [] : [`${name}=${codes.toSorted().map(encodeURIComponent).join(',')}`]
  })
  return parts.length === 0 ? '' : `?${parts.join('&')}`
}

/** What is public in other languages only: named in its own, never shown as if it were in this one. */
function elsewhere(context: SiteContext, { elsewhere: found }: BrowseContent): Html | false {
  const { locale, t } = context
  if (found.total === 0) return false
  return html`<section class="elsewhere" aria-labelledby="elsewhere"><h2 id="elsewhere">${t(
    'list.elsewhere',
    {
      count: found.total,
    },
  )}</h2><ul>${found.documents.map(
    (each) =>
      html`<li>${titleLink(context, each, 3)}<p>${t('list.readIn', {
        languages: listOf(
          context.locales
            .filter((other) => each.alternates[other] !== undefined)
            .map((other) => languageName(other, locale)),
          locale,
        ),
      })}</p></li>`,
  )}</ul></section>`
}

function paging({ t }: SiteContext, path: string, { query, pages }: BrowseContent): Html {
  const { page } = query
  const to = (number: number) => browseAddress(path, { ...query, page: number })
  const near = Array.from({ length: pages }, (_, index) => index + 1).filter(
    (number) => number === 1 || number === pages || Math.abs(number - page) <= 2,
  )
  return html`<nav class="paging" aria-label="${t('list.paging')}">${
    page > 1 && html`<a rel="prev" href="${to(page - 1)}">${t('list.prev')}</a>`
  }<ol>${near.map(
    (number, index) =>
      html`${index > 0 && number - (near[index - 1] ?? 0) > 1 && html`<li aria-hidden="true">…</li>`}<li><a href="${to(number)}" aria-label="${t('list.pageOf', { page: number, pages })}"${
        number === page && html` aria-current="page"`
      }>${number}</a></li>`,
  )}</ol>${page < pages && html`<a rel="next" href="${to(page + 1)}">${t('list.next')}</a>`}</nav>`
}
