import type { CollectionSlug, Payload, Where } from 'payload'

import { databaseOf } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'
import { correctionsOfItems } from './item-corrections.ts'
import { networkLanguages } from './network-languages.ts'
import { organisationNamesOf } from './organisation-names.ts'
import { publicDatesOf, publicNamesOf } from './public-locales.ts'
import type { ContentCollection, ItemReference, PublishedItem } from './published-item.ts'
import { toPublishedItem } from './to-published-item.ts'

interface PublishedQuery {
  readonly collection: ContentCollection
  readonly locale: Locale
  /** 1 to 100. */
  readonly limit: number
  /** From 1. */
  readonly page?: number
  readonly where?: Where
  /** Payload's notation: `-date`. Newest first unless given. */
  readonly sort?: string
}

interface PublishedPage {
  readonly items: readonly PublishedItem[]
  readonly total: number
}

/** What readers expect first. */
const newestFirst: Readonly<Record<ContentCollection, string>> = {
  practices: '-createdAt',
  publications: '-date',
  events: '-start',
  news: '-date',
}

/** One page of what is public in a locale. */
async function readPublishedPage(payload: Payload, query: PublishedQuery): Promise<PublishedPage> {
  const { collection, locale, limit, page = 1, where, sort = newestFirst[collection] } = query
  const published: Where = { _status: { equals: 'published' } }
  const { docs, totalDocs } = await payload.find({
    collection: collection as CollectionSlug,
    where: where === undefined ? published : { and: [published, where] },
    locale,
    fallbackLocale: false,
    draft: false,
    depth: 1,
    populate: populatedProjects,
    limit,
    page,
    sort: [sort, '-id'],
  })
  return { items: await inContext(payload, collection, locale, docs), total: totalDocs }
}

/** The items that are public in the locale, in the order asked for. The others are simply not there. */
export async function readPublishedItems(
  payload: Payload,
  references: readonly ItemReference[],
  locale: Locale,
): Promise<PublishedItem[]> {
  const found = new Map<string, PublishedItem>()
  for (const collection of new Set(references.map((reference) => reference.collection))) {
    const ids = references.filter((reference) => reference.collection === collection).map(({ id }) => id)
    const { items } = await readPublishedPage(payload, {
      collection,
      locale,
      limit: ids.length,
      where: { id: { in: ids } },
    })
    for (const item of items) found.set(`${collection}/${item.id}`, item)
  }
  return references.flatMap(({ collection, id }) => found.get(`${collection}/${id}`) ?? [])
}

/** Null: not public in that locale, or not there at all. */
export async function readPublished(
  payload: Payload,
  reference: ItemReference,
  locale: Locale,
): Promise<PublishedItem | null> {
  return (await readPublishedItems(payload, [reference], locale))[0] ?? null
}

/**
 * An item as it would be for readers of the locale if what is stored of it were public.
 * @param stored as Payload answers it for that locale at depth 1.
 */
export async function asIfPublished(
  payload: Payload,
  collection: ContentCollection,
  locale: Locale,
  stored: { readonly id: string | number },
): Promise<PublishedItem | null> {
  const [item] = await inContext(payload, collection, locale, [stored])
  return item === undefined ? null : { ...item, alternates: { ...item.alternates, [locale]: item.url } }
}

/** With the projects that funded an item, as far as they are told to readers. */
export const populatedProjects = {
  projects: { acronym: true, awardSigned: true, statement: true, disclaimers: true },
} as const

async function inContext(
  payload: Payload,
  collection: ContentCollection,
  locale: Locale,
  docs: readonly { readonly id: string | number }[],
): Promise<PublishedItem[]> {
  if (docs.length === 0) return []
  const ids = docs.map(({ id }) => String(id))
  const database = databaseOf(payload)
  const names = await publicNamesOf(collection, ids, database)
  const { enabled } = await networkLanguages(payload)
  const dates = await publicDatesOf(collection, ids, locale, database)
  const corrections = await correctionsOfItems(collection, ids, locale, database)
  const organisations = await organisationNamesOf(docs.map(organisationOf), database)
  return docs.map((doc) =>
    toPublishedItem(doc as never, {
      collection,
      locale,
      names: names.get(String(doc.id)) ?? new Map(),
      spoken: enabled,
      dates: dates.get(String(doc.id)) ?? null,
      corrections: corrections.get(String(doc.id)) ?? [],
      organisationNames: organisations.get(organisationOf(doc)) ?? {},
    }),
  )
}

function organisationOf(doc: object): string {
  const { responsibleOrganisation: organisation } = doc as {
    responsibleOrganisation?: { id?: unknown } | string | null
  }
  return String(typeof organisation === 'object' ? (organisation?.id ?? '') : (organisation ?? ''))
}
