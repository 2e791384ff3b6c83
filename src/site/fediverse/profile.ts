import type { Payload } from 'payload'

import { html } from '../../content/markup/html.ts'
import type { ActorProfile } from '../../fediverse/server-documents.ts'
import { endonymOf, type Locale } from '../../i18n/locales.ts'
import { loadSite } from '../load-site.ts'

/** What an account says of itself, in its language. One whose language the network gave up keeps its name. */
export async function profileOf(payload: Payload, locale: Locale, publicUrl: string): Promise<ActorProfile> {
  const site = await loadSite(payload, locale)
  const { name } =
    site?.network ?? (await payload.findGlobal({ slug: 'network', depth: 0, select: { name: true } }))
  const url = new URL(`/${locale}`, publicUrl).href
  const tagline = site?.network.tagline ?? ''
  return {
    name: `${name ?? ''} (${endonymOf(locale)})`,
    summary: html`${tagline !== '' && html`<p>${tagline}</p>`}<p><a href="${url}">${url}</a></p>`.source,
    url,
    iconUrl: new URL('/brand/logo.png', publicUrl).href,
  }
}
