import { type Html, html } from '../../content/markup/html.ts'
import { listOf } from '../../i18n/dates.ts'
import type { PublicDocument } from '../../reading/contract/document.ts'
import { localPath } from '../picture.ts'
import type { SiteContext } from '../site-context.ts'
import { citationOf } from './citation.ts'

/** How a document is cited, sent on and taken into other programs. */
export function takeAlong(context: SiteContext, document: PublicDocument): Html | false {
  const { locale, network, t } = context
  const { collection, id, title, url } = document
  if (url === null) return false
  const { authors, date, publisher } = citationOf(document, network.name)
  const words = t('cite.plain', {
    authors: authors.length > 0 ? listOf(authors, locale) : publisher,
    year: date.slice(0, 4),
    title,
    publisher,
    url,
  })
  const mail = `mailto:?${new URLSearchParams({ subject: title, body: url }).toString().replaceAll('+', '%20')}`
  return html`<h2>${t('cite.title')}</h2><ul class="along">
<li><details><summary>${t('cite.how')}</summary><p class="citation">${words}</p><p>${t('cite.files')} <a href="${localPath(url)}/citation.ris" download>RIS</a>, <a href="${localPath(url)}/citation.bib" download>BibTeX</a></p></details></li>
<li><a href="${mail}">${t('cite.send')}</a></li>
<li><a href="/v1/${collection}/${id}?locale=${locale}">${t('cite.data')}</a></li>
</ul>`
}
