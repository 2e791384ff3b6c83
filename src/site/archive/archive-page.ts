import { type Html, html } from '../../content/markup/html.ts'
import { icon } from '../../content/markup/icons.ts'
import { itemPath } from '../../content/site-url.ts'
import type { ListedEdition } from '../../ledger/public-editions.ts'
import type { NamedNewsletter } from '../newsletter-pages.ts'
import type { Alternates } from '../page.ts'
import { document } from '../shell.ts'
import type { SiteContext } from '../site-context.ts'
import { issueRow } from './issue-row.ts'
import { newsletterFeedLinks } from './newsletter-feed-links.ts'

export interface Archive {
  readonly newsletter: NamedNewsletter
  readonly issues: readonly ListedEdition[]
  readonly total: number
  /** From 1. */
  readonly page: number
  readonly pages: number
  /** Locale → path where the newsletter has a name. */
  readonly alternates: Alternates
}

/** All issues of one newsletter that readers have in this language. */
export function archivePage(context: SiteContext, archive: Archive): Html {
  const { locale, t } = context
  const { newsletter, issues, total, page, pages, alternates } = archive
  const { name, description, slug } = newsletter
  const feeds = newsletterFeedLinks(context, newsletter)
  const main = html`<main id="main" class="wrap"><div class="page-head"><h1>${name}</h1>${
    description !== '' && html`<p>${description}</p>`
  }</div>
<p><a class="button" href="/${locale}/subscribe">${t('signUp.button')}${icon('arrow', 'flip')}</a></p>
<section aria-labelledby="issues"><div class="section-head"><h2 id="issues">${t('archive.issues')}</h2></div>${
    issues.length > 0
      ? html`<p class="hint">${t('archive.count', { count: total })}</p><ul class="rows">${issues.map(
          (issue) => issueRow(context, slug, issue),
        )}</ul>`
      : html`<p class="elsewhere">${t('newsletters.none')}</p>`
  }</section>
${pages > 1 && paging(context, archive)}
<p class="elsewhere">${t('feeds.heading')}: ${feeds.map(
    ({ path, type }, index) =>
      html`${index > 0 && ', '}<a href="${path}" type="${type}">${type === 'application/atom+xml' ? 'Atom' : 'RSS'}</a>`,
  )}</p></main>`
  const own = itemPath('newsletters', slug, locale)
  return document(context, {
    title: page > 1 ? t('list.pageTitle', { title: name, page }) : name,
    description: description === '' ? t('newsletters.intro') : description,
    main,
    // Other languages have other issues, so only the first page is the same page everywhere.
    alternates: { ...alternates, [locale]: page > 1 ? `${own}?page=${page}` : own },
    feeds,
  })
}

function paging({ locale, t }: SiteContext, { newsletter, page, pages }: Archive): Html {
  const path = itemPath('newsletters', newsletter.slug, locale)
  const link = (to: number, rel: 'prev' | 'next') =>
    html`<a class="button quiet" rel="${rel}" href="${path}${to > 1 && `?page=${to}`}">${t(`list.${rel}`)}</a>`
  return html`<nav class="paging" aria-label="${t('list.paging')}">${page > 1 ? link(page - 1, 'prev') : html`<span></span>`}<span>${t(
    'list.pageOf',
    { page, pages },
  )}</span>${page < pages ? link(page + 1, 'next') : html`<span></span>`}</nav>`
}
