import { type Html, html } from '../../content/markup/html.ts'
import { itemPath } from '../../content/site-url.ts'
import { longDay } from '../../i18n/dates.ts'
import type { ListedEdition } from '../../ledger/public-editions.ts'
import { languageLink, offered } from '../languages.ts'
import type { SiteContext } from '../site-context.ts'

/** Where an issue can be read in a language. */
export const issuePath = (slug: string, number: number, locale: SiteContext['locale']): string =>
  `${itemPath('newsletters', slug, locale)}/${number}`

/** One issue in a list: number, day, subject, the languages in which it can be read, and whether it was corrected since. */
export function issueRow(context: SiteContext, slug: string, issue: ListedEdition): Html {
  const { locale, locales, t } = context
  const { number, subject, outAt, correction } = issue
  const others = offered(
    Object.fromEntries(
      issue.locales
        .filter((other) => other !== locale && locales.includes(other))
        .map((other) => [other, issuePath(slug, number, other)]),
    ),
  )
  return html`<li class="bare"><div><p class="kind"><b>${t('newsletters.issue', { number })}</b><time datetime="${outAt.toISOString()}">${longDay(
    outAt,
    locale,
  )}</time>${correction !== null && html`<span>${t('archive.corrected')}</span>`}</p><h3><a href="${issuePath(slug, number, locale)}">${subject}</a></h3>${
    others.length > 0 &&
    html`<details class="more"><summary>${t('archive.otherLanguages', { count: others.length })}<span class="hidden">: ${subject}</span></summary><ul class="languages">${others.map(
      (other) => html`<li>${languageLink(other.locale, other.path)}</li>`,
    )}</ul></details>`
  }</div></li>`
}
