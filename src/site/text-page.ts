import type { Payload } from 'payload'

import { type Html, html, trusted } from '../content/markup/html.ts'
import type { PublicDocument } from '../reading/contract/document.ts'
import { browseDocuments } from '../reading/documents/browse-documents.ts'
import { readDocument } from '../reading/documents/read-documents.ts'
import { htmlOf } from './details.ts'
import { enabledAlternates, machineNote } from './item-page.ts'
import { document } from './shell.ts'
import type { SiteContext } from './site-context.ts'
import { structuredData } from './structured-data.ts'

/** Reached under their own slug, and under their kind, so that mails and forms can lead there in every language. */
const kinds = ['about', 'privacy', 'imprint', 'accessibility']

/** A text of the site by its slug or kind. Null when there is none in this language. */
export async function loadTextPage(
  payload: Payload,
  { locale }: Pick<SiteContext, 'locale'>,
  name: string,
): Promise<PublicDocument | null> {
  const named = await readDocument(payload, 'pages', name, locale)
  const found = named ?? (kinds.includes(name) ? await firstOfKind(payload, locale, name) : null)
  return found !== null && htmlOf(found.details.body) !== null ? found : null
}

async function firstOfKind(
  payload: Payload,
  locale: SiteContext['locale'],
  kind: string,
): Promise<PublicDocument | null> {
  const { documents } = await browseDocuments(
    payload,
    { collections: ['pages'], locale, facets: [[`kind:${kind}`]] },
    { order: 'oldest', perPage: 1 },
  )
  return documents[0] ?? null
}

export function textPage(context: SiteContext, page: PublicDocument): Html {
  const { title, summary, details, machineTranslated } = page
  const alternates = enabledAlternates(context, page)
  const main = html`<main id="main" class="wrap">${machineTranslated && machineNote(context, page, alternates)}<div class="page-head"><h1>${title}</h1>${
    summary !== '' && html`<p>${summary}</p>`
  }</div><article class="text">${trusted(htmlOf(details.body) ?? '')}</article></main>`
  return document(context, {
    title,
    description: summary === '' ? null : summary,
    main,
    alternates,
    head: structuredData([page]),
  })
}
