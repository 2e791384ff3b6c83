import { itemUrl, siteUrl } from '../../content/site-url.ts'
import type { Locale } from '../../i18n/locales.ts'

const withPages = new Set([
  'practices',
  'publications',
  'events',
  'faqs',
  'news',
  'communities',
  'pages',
  'peer-reviews',
])

/** Absolute address of the page where readers of the locale find it. Null: it has none of its own. */
export function pageOf(collection: string, slug: string | null, locale: Locale): string | null {
  if (slug === null || !withPages.has(collection)) return null
  return itemUrl(collection, slug, locale)
}

/** Where partners are listed, each under its slug. */
export const partnerUrl = (slug: string, locale: Locale): string =>
  `${siteUrl(`/${locale}/partners`)}#${encodeURIComponent(slug)}`
