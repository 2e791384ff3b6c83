import type { CollectionSlug, Payload } from 'payload'

import { wholeHtml } from '../../content/body/whole-html.ts'
import { richText } from '../../content/markup/rich-text.ts'
import { standaloneHtml } from '../../content/markup/standalone-html.ts'
import { asAccessibleAt } from '../../content/present-access.ts'
import { isContentCollection, type PublishedItem } from '../../content/published-item.ts'
import { asIfPublished, populatedProjects } from '../../content/read-published.ts'
import { siteUrl } from '../../content/site-url.ts'
import { databaseOf } from '../../database/database.ts'
import { directionOf, type Locale } from '../../i18n/locales.ts'
import type {
  DocumentReference,
  NamedReference,
  PlainValue,
  PublicDocument,
  ReadableCollection,
} from '../contract/document.ts'
import { documentImage } from './document-image.ts'
import { distinct, eventNote, fundingNote, relatedOf } from './document-notes.ts'
import { facetsOf, unnamedFacets } from './facets-of.ts'
import { frameworksOf, isScored } from './frameworks-of.ts'
import { grantsBehind } from './grants-behind.ts'
import { pageOf, partnerUrl } from './page-of.ts'
import { idOf, idsIn, plainFields, referenceTo } from './plain-fields.ts'
import { type ItemBase, pictureOf, plainItem, type Row } from './plain-item.ts'
import { subjectOfReview } from './subject-of-review.ts'

/** A document with what lists are made from. */
export interface BuiltDocument {
  readonly document: PublicDocument
  readonly sortAt: Date
  readonly endsAt: Date | null
  readonly facets: readonly string[]
  /** Every row that was read for it. */
  readonly refs: readonly string[]
}

/** What is said about the network in every document. */
export interface NetworkWords {
  readonly name: string
  readonly contactEmail: string | null
}

const media = {
  url: true,
  alt: true,
  width: true,
  height: true,
  filename: true,
  mimeType: true,
  filesize: true,
  credit: true,
  sizes: true,
} as const
const terms = { label: true, code: true, authorityUri: true } as const
const topics = { label: true, slug: true, authorityUri: true } as const

/**
 * Builds what the public contract says of a document in a locale, reading as an anonymous caller does.
 * @param places locale → slug, wherever it is public.
 * @returns null when it is not public in that locale.
 */
export async function buildDocument(
  payload: Payload,
  { collection, id }: DocumentReference,
  locale: Locale,
  { places, network }: { readonly places: ReadonlyMap<Locale, string>; readonly network: NetworkWords },
): Promise<BuiltDocument | null> {
  const { docs } = await payload.find({
    collection: collection as CollectionSlug,
    where: { id: { equals: id } },
    locale,
    fallbackLocale: false,
    overrideAccess: false,
    draft: false,
    depth: 1,
    populate: { ...populatedProjects, media, terms, topics },
    limit: 1,
    pagination: false,
  })
  const row = docs[0] as unknown as Row | undefined
  if (row === undefined || !places.has(locale)) return null
  return asDocument(payload, { collection, row, locale }, { places, network })
}

/**
 * The document that a row would be if it were public in a locale.
 * @param row as Payload answers it for that locale at depth 1, without fallback.
 */
export async function asDocument(
  payload: Payload,
  {
    collection,
    row: stored,
    locale,
  }: { readonly collection: ReadableCollection; readonly row: Row; readonly locale: Locale },
  { places, network }: { readonly places: ReadonlyMap<Locale, string>; readonly network: NetworkWords },
): Promise<BuiltDocument> {
  const row = await withSubject(payload, asAccessibleAt(stored, new Date()), { collection, locale })
  const { id } = row
  const slug = places.get(locale) ?? id
  const fields = payload.collections[collection as CollectionSlug].config.flattenedFields
  const published = isContentCollection(collection)
    ? await asIfPublished(payload, collection, locale, row)
    : null
  const item: ItemBase = published ?? plainItem(row, locale)

  const projectIds = idsIn(
    row,
    fields.filter(({ name }) => name === 'projects'),
  )
  const grants = await grantsBehind(projectIds, databaseOf(payload))

  const references = (value: unknown, name: string): NamedReference[] =>
    [value].flat().flatMap((each) => referenceTo(name, each, locale) ?? [])
  const organisation = references(row.responsibleOrganisation, 'organisations')[0] ?? null
  const document: PublicDocument = {
    collection,
    id,
    locale,
    sourceLocale: item.sourceLocale,
    slug,
    title: item.title,
    summary: item.summary,
    url: urlOf(collection, slug, locale),
    alternates: Object.fromEntries(
      [...places].flatMap(([language, name]) => {
        const url = urlOf(collection, name, language)
        return url === null ? [] : [[language, url]]
      }),
    ),
    publishedAt: item.publishedAt.toISOString(),
    updatedAt: item.updatedAt.toISOString(),
    image: documentImage(item.image, pictureOf(row)),
    topics: references(row.topics, 'topics'),
    countries: distinct([
      ...references(placeOf(row), 'terms'),
      ...references(row.country, 'terms'),
      ...references(row.countries, 'terms'),
    ]),
    communities: references(row.communities, 'communities'),
    organisation,
    licence: item.licence,
    attribution: [...new Set([organisation?.label, network.name])].filter(Boolean).join(', '),
    funding: item.acknowledgements.map((given) => fundingNote(given, grants.get(given.project), locale)),
    machineTranslated: item.machineTranslated,
    sample: item.sample,
    corrections: item.corrections.map(({ at, reason }) => ({ at: at.toISOString(), reason })),
    event: eventNote(item.event),
    html:
      published === null
        ? bodyHtml(row, locale, siteUrl(`/${locale}`))
        : wholeHtml(published, row as never, network),
    related: [row.related].flat().flatMap((each) => relatedOf(each, locale)),
    details: {
      ...withoutClosedFiles(plainFields(row, fields, locale)),
      ...(isScored(collection) && frameworksOf(row)),
    },
  }
  return {
    document,
    sortAt: sortMoment(row, item),
    endsAt: item.event?.end ?? null,
    facets: [...new Set([...facetsOf(document), ...unnamedFacets(row)])].sort(),
    refs: [
      ...new Set([
        ...idsIn(row, fields),
        ...[row.topics, row.countries].flat().flatMap(idOf),
        ...[...grants.values()].flatMap(({ programmeId }) => programmeId ?? []),
      ]),
    ],
  }
}

/** A review has no topics and countries of its own: it is found by those of what it looks at. */
async function withSubject(
  payload: Payload,
  row: Row,
  { collection, locale }: { readonly collection: ReadableCollection; readonly locale: Locale },
): Promise<Row> {
  return collection === 'peer-reviews' ? { ...row, ...(await subjectOfReview(payload, row, locale)) } : row
}

/** What is under embargo or restricted is described, and its files are not given away: as on its page. */
function withoutClosedFiles({
  accessRight,
  ...details
}: PublicDocument['details']): PublicDocument['details'] {
  if (accessRight === undefined) return details
  if (accessRight === 'open' || !Array.isArray(details.editions)) return { accessRight, ...details }
  const editions = details.editions.map((edition: Record<string, PlainValue>) => ({ ...edition, file: null }))
  return { accessRight, ...details, editions }
}

const urlOf = (collection: string, slug: string, locale: Locale): string | null =>
  collection === 'organisations' ? partnerUrl(slug, locale) : pageOf(collection, slug, locale)

function placeOf(row: Row): unknown {
  const { country } = (row.location ?? row.venue ?? {}) as { readonly country?: unknown }
  return country
}

/** A page's text, as it may stand on another site. */
function bodyHtml(row: Row, locale: Locale, base: string): string | null {
  const text = richText(row.body as never)
  if (text === null) return null
  return `<div lang="${locale}" dir="${directionOf(locale)}">${standaloneHtml(text.source, base)}</div>`
}

function sortMoment(row: Row, item: Pick<PublishedItem, 'publishedAt' | 'event'>): Date {
  if (item.event !== null) return item.event.start
  return typeof row.date === 'string' ? new Date(row.date) : item.publishedAt
}
