import { env } from '../env.ts'
import type { Locale } from '../i18n/locales.ts'

/** Absolute address on the public site. `path` starts with a slash. */
export const siteUrl = (path: string): string => new URL(path, env.PUBLIC_URL).href

/** Where a reader finds an item in a language. */
export const itemUrl = (collection: string, slug: string, locale: Locale): string =>
  siteUrl(`/${locale}/${collection}/${encodeURIComponent(slug)}`)
