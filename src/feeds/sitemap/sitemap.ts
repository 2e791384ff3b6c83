import { chooseLocale } from '../../i18n/choose-locale.ts'
import type { Locale } from '../../i18n/locales.ts'
import { type Xml, xml } from '../xml.ts'

/** https://www.sitemaps.org/protocol.html; languages: https://developers.google.com/search/docs/specialty/international/localized-versions */
export interface SitemapEntry {
  /** Absolute. */
  readonly url: string
  /** Null: not known. */
  readonly updatedAt: Date | null
  /** Locale → absolute address, this one included. */
  readonly alternates: Readonly<Partial<Record<Locale, string>>>
}

/** A file of the map. Far below the 50,000 addresses that may be in one: each stands there once for each language, and no file may have more than 50 MB. */
export const ENTRIES = 5000

/** @param chain languages for readers of none of them, in order. */
export const sitemap = (entries: readonly SitemapEntry[], chain: readonly Locale[]): string =>
  xml`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">${entries.map(
    (entry) => xml`
<url><loc>${entry.url}</loc>${
      entry.updatedAt !== null && xml`<lastmod>${entry.updatedAt.toISOString()}</lastmod>`
    }${languages(entry, chain)}</url>`,
  )}
</urlset>
`.source

function languages({ alternates }: SitemapEntry, chain: readonly Locale[]): readonly Xml[] {
  const others = Object.entries(alternates)
  if (others.length < 2) return []
  const { locale } = chooseLocale([], Object.keys(alternates) as Locale[], { whenNone: 'any', chain })
  const forAll = locale === null ? undefined : alternates[locale]
  const link = (language: string, url: string) =>
    xml`<xhtml:link rel="alternate" hreflang="${language}" href="${url}"/>`
  return [
    ...others.map(([language, url]) => link(language, url)),
    ...(forAll === undefined ? [] : [link('x-default', forAll)]),
  ]
}

export interface SitemapFile {
  /** Absolute. */
  readonly url: string
  readonly updatedAt: Date | null
}

/** The map of the maps. */
export const sitemapIndex = (files: readonly SitemapFile[]): string =>
  xml`<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${files.map(
    ({ url, updatedAt }) => xml`
<sitemap><loc>${url}</loc>${updatedAt !== null && xml`<lastmod>${updatedAt.toISOString()}</lastmod>`}</sitemap>`,
  )}
</sitemapindex>
`.source
