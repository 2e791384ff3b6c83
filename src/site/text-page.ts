import type { Payload } from 'payload'
import { type Html, html } from '../content/markup/html.ts'
import { richText } from '../content/markup/rich-text.ts'
import { named } from '../content/slugs/named.ts'
import { databaseOf } from '../database/database.ts'
import type { Page as StoredPage } from '../payload-types.ts'
import { pathsOf } from './other-addresses.ts'
import type { Alternates } from './page.ts'
import { document } from './shell.ts'
import type { SiteContext } from './site-context.ts'

interface TextPage {
  readonly title: string
  readonly summary: string | null
  readonly body: Html
  readonly machineTranslated: boolean
  readonly alternates: Alternates
}

/** Reached under their own slug, and under their kind, so that mails and forms can lead there in every language. */
const kinds = ['about', 'privacy', 'imprint', 'accessibility'] as const satisfies StoredPage['kind'][]

/** A text of the site by its slug or kind. Null when there is none in this language. */
export async function loadTextPage(
  payload: Payload,
  context: SiteContext,
  name: string,
): Promise<TextPage | null> {
  const { locale } = context
  const kind = kinds.find((each) => each === name)
  const { docs } = await payload.find({
    collection: 'pages',
    where: {
      and: [
        { _status: { equals: 'published' } },
        { or: [named(name), ...(kind === undefined ? [] : [{ kind: { equals: kind } }])] },
      ],
    },
    locale,
    fallbackLocale: false,
    overrideAccess: false,
    depth: 1,
    limit: 1,
    pagination: false,
    sort: 'createdAt',
  })
  const [stored] = docs
  const body = richText(stored?.body)
  if (stored === undefined || body === null) return null
  const { id, title, summary, machineTranslated } = stored
  return {
    title,
    summary: summary ?? null,
    body,
    machineTranslated: machineTranslated === true,
    alternates: await pathsOf({ collection: 'pages', id }, context.locales, databaseOf(payload)),
  }
}

export function textPage(context: SiteContext, page: TextPage): Html {
  const { title, summary, body, machineTranslated, alternates } = page
  const { t } = context
  const main = html`<main id="main" class="wrap">${
    machineTranslated &&
    html`<div class="note machine" role="note"><p><strong>${t('item.machine')}</strong> ${t('item.machineHint')}</p></div>`
  }<div class="page-head"><h1>${title}</h1>${
    summary !== null && html`<p>${summary}</p>`
  }</div><article class="text">${body}</article></main>`
  return document(context, { title, description: summary, main, alternates })
}
