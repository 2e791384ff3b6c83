import type { Payload } from 'payload'

import type { OfferedNewsletter } from '../audience/choices.ts'
import { itemPath } from '../content/site-url.ts'
import { databaseOf, sql } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'
import { longDay } from './dates.ts'
import { type Html, html } from './html.ts'
import { icon } from './icons.ts'
import { document } from './shell.ts'
import type { SiteContext } from './site-context.ts'

/** A newsletter and its issues that were sent in this language. */
export interface ShownNewsletter extends OfferedNewsletter {
  readonly slug: string
  readonly issues: readonly ShownIssue[]
}

interface ShownIssue {
  readonly number: number
  /** Of the edition in this language. */
  readonly subject: string
  readonly sentAt: Date
}

/** The newsletters that have a name in this language, each with its past issues there, newest first. */
export async function loadNewsletters(payload: Payload, locale: Locale): Promise<readonly ShownNewsletter[]> {
  const { docs } = await payload.find({
    collection: 'newsletters',
    locale,
    fallbackLocale: false,
    overrideAccess: false,
    depth: 0,
    pagination: false,
    sort: 'createdAt',
  })
  const { rows } = await databaseOf(payload).execute<{
    newsletter_id: string
    number: number
    subject: string
    sent_at: string
  }>(sql`
    select issue.newsletter_id, issue.number::int as number, edition.subject, issue.sent_at
    from issues issue join editions edition on edition.issue_id = issue.id and edition.locale = ${locale}
    where issue.state = 'sent' order by issue.number desc
  `)
  return docs.flatMap(({ id, name, description, slug }) =>
    name && slug
      ? [
          {
            id,
            slug,
            name,
            description: description ?? '',
            issues: rows
              .filter((issue) => issue.newsletter_id === id)
              .map(({ number, subject, sent_at }) => ({ number, subject, sentAt: new Date(sent_at) })),
          },
        ]
      : [],
  )
}

export function newslettersPage(context: SiteContext, newsletters: readonly ShownNewsletter[]): Html {
  const { locale, locales, t, terms } = context
  const title = terms('collection.newsletters')
  const main = html`<main id="main" class="wrap"><div class="page-head"><h1>${title}</h1><p>${t('newsletters.intro')}</p></div>
<p><a class="button" href="/${locale}/subscribe">${t('signUp.button')}${icon('arrow', 'flip')}</a></p>
${newsletters.map(
  ({ id, name, description, slug, issues }) =>
    html`<section aria-labelledby="n-${id}"><div class="section-head"><h2 id="n-${id}">${name}</h2></div>${
      description !== '' && html`<p class="elsewhere">${description}</p>`
    }${
      issues.length > 0
        ? html`<ul class="rows">${issues.map(
            (issue) =>
              html`<li class="bare"><div><p class="kind"><b>${t('newsletters.issue', { number: issue.number })}</b><time datetime="${issue.sentAt.toISOString()}">${longDay(
                issue.sentAt,
                locale,
              )}</time></p><h3><a href="${itemPath('newsletters', slug, locale)}/${issue.number}">${issue.subject}</a></h3></div></li>`,
          )}</ul>`
        : html`<p class="elsewhere">${t('newsletters.none')}</p>`
    }</section>`,
)}</main>`
  const alternates = Object.fromEntries(locales.map((other) => [other, `/${other}/newsletters`]))
  return document(context, { title, description: t('newsletters.intro'), main, alternates })
}
