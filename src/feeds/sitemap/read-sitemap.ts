import type { Payload } from 'payload'

import { databaseOf, sql } from '../../database/database.ts'
import { textArray } from '../../database/text-array.ts'
import { isLocale, type Locale } from '../../i18n/locales.ts'
import type { ReadableCollection } from '../../reading/contract/document.ts'
import { freshen } from '../../reading/documents/freshen.ts'
import { ENTRIES, type SitemapEntry } from './sitemap.ts'

/** The collections whose documents have pages of their own. */
export const mappedCollections = [
  'practices',
  'publications',
  'events',
  'news',
  'peer-reviews',
  'communities',
  'pages',
  'faqs',
] as const satisfies readonly ReadableCollection[]
type MappedCollection = (typeof mappedCollections)[number]

export interface SitemapPart {
  readonly collection: MappedCollection
  readonly locale: Locale
  /** From 1. */
  readonly page: number
  readonly updatedAt: Date
}

/** Of what there is, in files of a size that search engines take. */
export async function readSitemapParts(payload: Payload): Promise<readonly SitemapPart[]> {
  await freshen(payload)
  const { rows } = await databaseOf(payload).execute<{
    collection: MappedCollection
    locale: string
    total: string
    at: string | Date
  }>(sql`
    select collection, locale, count(*) as total, max(changed_at) as at from public_documents
    where document is not null and not hidden and collection = any(${collections}) group by 1, 2 order by 1, 2
  `)
  return rows.flatMap(({ collection, locale, total, at }) =>
    isLocale(locale)
      ? Array.from({ length: Math.ceil(Number(total) / ENTRIES) }, (_, index) => ({
          collection,
          locale,
          page: index + 1,
          updatedAt: new Date(at),
        }))
      : [],
  )
}

const collections = textArray(mappedCollections)

/** Empty behind the last page. */
export async function readSitemapPart(
  payload: Payload,
  { collection, locale, page }: Pick<SitemapPart, 'collection' | 'locale' | 'page'>,
): Promise<readonly SitemapEntry[]> {
  await freshen(payload)
  const { rows } = await databaseOf(payload).execute<{
    url: string | null
    updated_at: string
    alternates: SitemapEntry['alternates']
  }>(sql`
    select document->>'url' as url, document->>'updatedAt' as updated_at, document->'alternates' as alternates
    from public_documents
    where document is not null and not hidden and collection = ${collection} and locale = ${locale}
    order by item_id limit ${ENTRIES} offset ${(page - 1) * ENTRIES}
  `)
  return rows.flatMap(({ url, updated_at, alternates }) =>
    url === null ? [] : [{ url, updatedAt: new Date(updated_at), alternates }],
  )
}
