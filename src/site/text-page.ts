import type { Payload } from 'payload'

import { databaseOf, sql } from '../database/database.ts'
import type { Page as StoredPage } from '../payload-types.ts'
import { type Html, html } from './html.ts'
import type { Alternates } from './page.ts'
import { richText } from './rich-text.ts'
import { document } from './shell.ts'
import type { SiteContext } from './site-context.ts'

interface TextPage {
  readonly title: string
  readonly summary: string | null
  readonly body: Html
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
        { or: [{ slug: { equals: name } }, ...(kind === undefined ? [] : [{ kind: { equals: kind } }])] },
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
  const { id, title, summary } = stored
  return { title, summary: summary ?? null, body, alternates: await alternatesOf(payload, context, id) }
}

/** Locale → path of every language in which the text is public. */
export async function alternatesOf(
  payload: Payload,
  { locales }: SiteContext,
  id: string,
): Promise<Alternates> {
  const { rows } = await databaseOf(payload).execute<{ locale: string; slug: string }>(sql`
    select _locale as locale, slug from pages_locales
    where _parent_id = ${id}::uuid and _status = 'published' and slug is not null
  `)
  return Object.fromEntries(
    locales.flatMap((locale) => {
      const slug = rows.find((each) => each.locale === locale)?.slug
      return slug === undefined ? [] : [[locale, `/${locale}/pages/${encodeURIComponent(slug)}`]]
    }),
  )
}

export function textPage(context: SiteContext, { title, summary, body, alternates }: TextPage): Html {
  const main = html`<main id="main" class="wrap"><div class="page-head"><h1>${title}</h1>${
    summary !== null && html`<p>${summary}</p>`
  }</div><article class="text">${body}</article></main>`
  return document(context, { title, description: summary, main, alternates })
}
