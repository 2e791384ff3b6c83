import type { CollectionSlug, Payload } from 'payload'

import { slugOf } from '../../content/slugs/slug.ts'
import type { Locale } from '../../i18n/locales.ts'
import type { DemoLocale, ItemKey } from '../network/shapes.ts'
import { type Entry, newestEntries, olderEntries } from './entries.ts'
import type { Fields, Known } from './item-fields.ts'
import { findRow } from './keep-row.ts'
import { type Covers, coverName } from './pictures.ts'
import { eachInTurn, type OnProgress } from './progress.ts'

/** Id of each item by its name, see `coverName`. */
export type ItemIds = ReadonlyMap<string, string>

/**
 * Writes every item as a draft in its own language, so that items can point at each other before any is public.
 * Those that are published last are created last: lists show the newest first.
 */
export async function draftItems(
  payload: Payload,
  known: Known,
  covers: Covers,
  onProgress: OnProgress,
): Promise<ItemIds> {
  const ids = new Map<string, string>()
  await eachInTurn('items', [...olderEntries, ...newestEntries], onProgress, async (entry) => {
    ids.set(coverName(entry), await keepDraft(payload, entry, known, covers))
  })
  return ids
}

async function keepDraft(payload: Payload, entry: Entry, known: Known, covers: Covers): Promise<string> {
  const { sourceLocale, texts } = entry.item
  const collection: CollectionSlug = entry.collection
  const slug = slugOf(texts[sourceLocale]?.title ?? '', sourceLocale)
  const found = await findRow(payload, {
    collection,
    where: { slug: { equals: slug } },
    locale: sourceLocale,
  })
  if (found !== null) return found
  const { id } = await payload.create({
    collection,
    locale: sourceLocale,
    draft: true,
    depth: 0,
    data: {
      ...placeInNetwork(entry, known, covers),
      ...together(entry.fields(known), entry.textsIn(sourceLocale)),
      _status: 'draft',
    } as never,
  })
  return String(id)
}

/** Fields and texts may fill the same group. */
function together(fields: Fields, texts: Fields): Fields {
  const isGroup = (value: unknown): value is Fields =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
  const shared = Object.entries(texts).map(([name, value]) => {
    const own = fields[name]
    return [name, isGroup(value) && isGroup(own) ? { ...own, ...value } : value]
  })
  return { ...fields, ...Object.fromEntries(shared) }
}

function placeInNetwork(entry: Entry, { vocabularies, bodies }: Known, covers: Covers): Fields {
  const { communities, countries, topics, audiences, responsible, workPackage, sample, sourceLocale } =
    entry.item
  return {
    communities: communities.map((key) => bodies.community(key)),
    countries: countries.map((key) => vocabularies.term('countries', key)),
    topics: topics.map((key) => vocabularies.topic(key)),
    audiences: audiences.map((key) => vocabularies.term('audiences', key)),
    responsibleOrganisation: bodies.organisation(responsible),
    // What no work package paid for is no result of the project.
    projects: workPackage === null ? [] : [bodies.project],
    workPackage: workPackage === null ? null : String(workPackage),
    licence: vocabularies.term('licences', 'cc-by-4.0'),
    coverImage: covers.get(coverName(entry)) ?? null,
    sourceLocale,
    sample,
  }
}

/** Publishes an item language by language, its own first. What is public already stays as it is. */
export async function publishItem(payload: Payload, entry: Entry, ids: ItemIds): Promise<void> {
  const { item, collection } = entry
  const id = idOf(entry, ids)
  const state = await storedState(payload, collection, id)
  const save = (locale: DemoLocale, data: Fields, draft: boolean) =>
    payload.update({
      collection: collection as CollectionSlug,
      id,
      locale,
      draft,
      depth: 0,
      select: {},
      data: data as never,
    })

  const { sourceLocale, unpublished = [] } = item
  const others = (Object.keys(item.texts) as DemoLocale[]).filter((locale) => locale !== sourceLocale)
  if (state.status[sourceLocale] !== 'published')
    await save(sourceLocale, { ...relations(entry, ids), _status: 'published' }, false)
  for (const locale of others.filter((other) => !unpublished.includes(other))) {
    if (state.status[locale] !== 'published')
      await save(locale, { ...entry.textsIn(locale), _status: 'published' }, false)
  }
  for (const locale of unpublished) {
    if (!state.title[locale]) await save(locale, { ...entry.textsIn(locale), _status: 'draft' }, true)
  }
}

function relations({ item, collection, parts }: Entry, ids: ItemIds): Fields {
  const related = item.related.map((other) => ({
    relationTo: other.collection,
    value: idOf(other, ids),
  }))
  if (collection !== 'publications') return { related }
  return {
    related,
    isCollection: parts.length > 0,
    parts: parts.map((key) => idOf({ collection: 'publications', key }, ids)),
  }
}

/** @throws {RangeError} when an item points at one that the demo network does not have. */
export function idOf(item: ItemKey, ids: ItemIds): string {
  const id = ids.get(coverName(item))
  if (id === undefined) throw new RangeError(`no ${item.key} in the demo network's ${item.collection}`)
  return id
}

type ByLocale = Readonly<Partial<Record<Locale, string>>>

async function storedState(
  payload: Payload,
  collection: Entry['collection'],
  id: string,
): Promise<{ readonly status: ByLocale; readonly title: ByLocale }> {
  const row: unknown = await payload.findByID({
    collection: collection as CollectionSlug,
    id,
    locale: 'all',
    draft: true,
    depth: 0,
    select: { title: true, _status: true } as never,
  })
  const { _status, title } = row as { readonly _status?: ByLocale; readonly title?: ByLocale }
  return { status: _status ?? {}, title: title ?? {} }
}
