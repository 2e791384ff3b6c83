import type { Payload } from 'payload'

import { itemUrl } from '../../content/site-url.ts'
import { databaseOf } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import { listPublicEditions } from '../../ledger/public-editions.ts'
import { ENTRIES, type SitemapEntry } from './sitemap.ts'

/** The archive of each newsletter that has a name in the language, and each issue that readers have in it. */
export async function readLetters(
  payload: Payload,
  locale: Locale,
  enabled: readonly Locale[],
): Promise<readonly SitemapEntry[]> {
  const { docs } = await payload.find({
    collection: 'newsletters',
    locale: 'all',
    overrideAccess: false,
    depth: 0,
    pagination: false,
    sort: 'createdAt',
    select: { name: true, slug: true },
  })
  const { editions } = await listPublicEditions(
    { locale, newsletterId: null, limit: ENTRIES },
    databaseOf(payload),
  )
  const entries = docs.flatMap(({ id, name, slug }): SitemapEntry[] => {
    // Of all languages at once, which the type does not say.
    const names = (name ?? {}) as unknown as Readonly<Partial<Record<Locale, string>>>
    if (!slug || !names[locale]) return []
    const address = (each: Locale) => itemUrl('newsletters', slug, each)
    const inEach = (locales: readonly Locale[], url: (each: Locale) => string) =>
      Object.fromEntries(
        locales.filter((each) => enabled.includes(each)).map((each) => [each, url(each)] as const),
      )
    return [
      {
        url: address(locale),
        updatedAt: null,
        alternates: inEach(
          enabled.filter((each) => names[each]),
          address,
        ),
      },
      ...editions
        .filter(({ newsletterId }) => newsletterId === String(id))
        .map(({ number, outAt, correctedAt, locales }) => ({
          url: `${address(locale)}/${number}`,
          updatedAt: correctedAt ?? outAt,
          alternates: inEach(locales, (each) => `${address(each)}/${number}`),
        })),
    ]
  })
  return entries.slice(0, ENTRIES)
}
