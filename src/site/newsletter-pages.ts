import type { Payload } from 'payload'

import type { OfferedNewsletter } from '../audience/choices.ts'
import { type Html, html } from '../content/markup/html.ts'
import { icon } from '../content/markup/icons.ts'
import { itemPath } from '../content/site-url.ts'
import { databaseOf } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'
import { type ListedEdition, listPublicEditions } from '../ledger/public-editions.ts'
import { issueRow } from './archive/issue-row.ts'
import { newsletterFeedLinks } from './archive/newsletter-feed-links.ts'
import { document } from './shell.ts'
import type { SiteContext } from './site-context.ts'

/** A newsletter as it is named in one language. */
export interface NamedNewsletter extends OfferedNewsletter {
  readonly slug: string
}

/** A newsletter and its newest issues that readers have in this language. */
export interface NewsletterShelf {
  readonly newsletter: NamedNewsletter
  readonly newest: readonly ListedEdition[]
  /** Issues in this language in all. */
  readonly total: number
}

/** Issues of each newsletter that its shelf shows. */
const NEWEST = 5

/** The newsletters that have a name in this language. */
export async function loadNewsletters(payload: Payload, locale: Locale): Promise<readonly NamedNewsletter[]> {
  const { docs } = await payload.find({
    collection: 'newsletters',
    locale,
    fallbackLocale: false,
    overrideAccess: false,
    depth: 0,
    pagination: false,
    sort: 'createdAt',
  })
  return docs.flatMap(({ id, name, description, slug }) =>
    name && slug ? [{ id, slug, name, description: description ?? '' }] : [],
  )
}

export async function loadShelves(payload: Payload, locale: Locale): Promise<readonly NewsletterShelf[]> {
  const wanted = { locale, newsletterId: null, limit: NEWEST }
  const { editions, totals } = await listPublicEditions(wanted, databaseOf(payload))
  return (await loadNewsletters(payload, locale)).map((newsletter) => ({
    newsletter,
    newest: editions.filter(({ newsletterId }) => newsletterId === newsletter.id),
    total: totals.get(newsletter.id) ?? 0,
  }))
}

export function newslettersPage(context: SiteContext, shelves: readonly NewsletterShelf[]): Html {
  const { locale, locales, t, terms } = context
  const title = terms('collection.newsletters')
  const main = html`<main id="main" class="wrap"><div class="page-head"><h1>${title}</h1><p>${t('newsletters.intro')}</p></div>
<p><a class="button" href="/${locale}/subscribe">${t('signUp.button')}${icon('arrow', 'flip')}</a></p>
${shelves.map((each) => shelf(context, each))}</main>`
  const alternates = Object.fromEntries(locales.map((other) => [other, `/${other}/newsletters`]))
  const feeds = shelves.flatMap(({ newsletter }) => newsletterFeedLinks(context, newsletter))
  return document(context, { title, description: t('newsletters.intro'), main, alternates, feeds })
}

function shelf(context: SiteContext, { newsletter, newest, total }: NewsletterShelf): Html {
  const { locale, t } = context
  const { id, name, description, slug } = newsletter
  const archive = itemPath('newsletters', slug, locale)
  return html`<section aria-labelledby="n-${id}"><div class="section-head"><h2 id="n-${id}"><a href="${archive}">${name}</a></h2></div>${
    description !== '' && html`<p class="elsewhere">${description}</p>`
  }${
    newest.length > 0
      ? html`<ul class="rows">${newest.map((issue) => issueRow(context, slug, issue))}</ul>`
      : html`<p class="elsewhere">${t('newsletters.none')}</p>`
  }${
    total > newest.length &&
    html`<p class="elsewhere"><a href="${archive}">${t('archive.all', { count: total })}<span class="hidden">: ${name}</span></a></p>`
  }</section>`
}
