import { env } from '../env.ts'
import type { Locale } from '../i18n/locales.ts'

/** Absolute address on the public site. `path` starts with a slash. */
export const siteUrl = (path: string): string => new URL(path, env.PUBLIC_URL).href

/** Where on the site a reader finds an item, a page or a community in a language. Letters of any script are encoded. */
export const itemPath = (collection: string, slug: string, locale: Locale): string =>
  `/${locale}/${folders[collection] ?? collection}/${encodeURIComponent(slug)}`

/** Of collections whose pages stand elsewhere than under the collection's name. */
const folders: Readonly<Record<string, string>> = { faqs: 'faq' }

/** The same as an absolute address. */
export const itemUrl = (collection: string, slug: string, locale: Locale): string =>
  siteUrl(itemPath(collection, slug, locale))
