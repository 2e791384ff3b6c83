import { siteUrl } from '../../content/site-url.ts'
import { type Database, sql } from '../../database/database.ts'
import { textArray } from '../../database/text-array.ts'
import { isLocale, type Locale } from '../../i18n/locales.ts'
import type { PublicDocument, ReadableCollection } from '../../reading/contract/document.ts'
import type { ListRequest, MetadataPrefix } from './oai-request.ts'
import type { OaiSet } from './oai-set.ts'
import type { ListPlace } from './resumption-token.ts'

/** Which collections are told in which format: announcements are no works that a repository of literature keeps. */
export const collectionsIn = {
  oai_dc: ['practices', 'publications', 'peer-reviews', 'events', 'news'],
  oai_openaire: ['practices', 'publications', 'peer-reviews'],
} as const satisfies Readonly<Record<MetadataPrefix, readonly ReadableCollection[]>>

export type OaiCollection = (typeof collectionsIn)['oai_dc'][number]

/** One document in one language, or what is left of it. */
export interface OaiRecord {
  readonly collection: OaiCollection
  readonly id: string
  readonly locale: Locale
  /** Null: it is not public any more. */
  readonly document: PublicDocument | null
  /** Never before the history of changes in which it stands began. */
  readonly changedAt: Date
  readonly facets: readonly string[]
  /** Place in the order of change. */
  readonly seq: number
}

/** The name under which a record is harvested, for good. */
export const oaiIdentifier = ({ collection, id, locale }: Pick<OaiRecord, 'collection' | 'id' | 'locale'>) =>
  `oai:${oaiHost()}:${collection}/${id}/${locale}`

export const oaiHost = (): string => new URL(siteUrl('/')).hostname

type Row = {
  collection: OaiCollection
  id: string
  locale: string
  document: PublicDocument | null
  changed_at: string | Date
  facets: string[]
  seq: string
}

/**
 * One more than `limit`, where there are more, in the order in which they last changed. What changes meanwhile moves to the
 * end, so that a harvest that goes on to the end misses nothing. What is being withdrawn in this moment is in no list yet.
 * @param began when everything counts as changed; null: never. See `historySince`.
 */
export async function listRecords(
  { prefix, set, from, until }: ListRequest,
  { after, began, limit }: Pick<ListPlace, 'after'> & { readonly began: Date | null; readonly limit: number },
  database: Database,
): Promise<OaiRecord[]> {
  const { rows } = await database.execute<Row>(sql`
    select collection, item_id as id, locale, document, changed_at, facets, seq from public_documents
    where collection = any(${textArray(collectionsIn[prefix])}) and not hidden and seq > ${after}
      and ${conditionOf(set)}
      and ${from === null || (began !== null && from <= began) ? sql`true` : since(from)}
      and ${until === null ? sql`true` : before(until, began)}
    order by seq limit ${limit + 1}
  `)
  return rows.flatMap((row) => recordOf(row, began))
}

/** To the end of the second. */
const before = (until: Date, began: Date | null) =>
  began !== null && until.getTime() + 1000 <= began.getTime()
    ? sql`false`
    : sql`changed_at < ${until.toISOString()}::timestamptz + interval '1 second'`

/** Null: there never was one. */
export async function findRecord(
  identifier: string,
  began: Date | null,
  database: Database,
): Promise<OaiRecord | null> {
  const prefix = `oai:${oaiHost()}:`
  const [collection = '', id = '', locale = '', ...more] = identifier.slice(prefix.length).split('/')
  if (!identifier.startsWith(prefix) || more.length > 0 || !uuid.test(id) || !isLocale(locale)) return null
  if (!collectionsIn.oai_dc.some((each) => each === collection)) return null
  const { rows } = await database.execute<Row>(sql`
    select collection, item_id as id, locale, case when hidden then null else document end as document, changed_at,
      facets, seq
    from public_documents where collection = ${collection} and item_id = ${id}::uuid and locale = ${locale}
  `)
  return rows.flatMap((row) => recordOf(row, began))[0] ?? null
}

/** Null: there is no record yet. */
export async function earliestChange(began: Date | null, database: Database): Promise<Date | null> {
  const { rows } = await database.execute<{ at: string | Date | null }>(sql`
    select min(changed_at) as at from public_documents where collection = any(${textArray(collectionsIn.oai_dc)})
  `)
  return rows[0]?.at == null ? null : atLeast(new Date(rows[0].at), began)
}

/** The order of change is that of its dates too, so that the list need not be read from its start. */
const since = (from: Date) => sql`changed_at >= ${from.toISOString()}::timestamptz and seq > coalesce((
  select seq from public_documents where changed_at < ${from.toISOString()}::timestamptz
  order by changed_at desc, seq desc limit 1
), 0)`

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const recordOf = ({ changed_at, seq, locale, ...row }: Row, began: Date | null): OaiRecord[] =>
  isLocale(locale)
    ? [{ ...row, locale, changedAt: atLeast(new Date(changed_at), began), seq: Number(seq) }]
    : []

const atLeast = (moment: Date, began: Date | null): Date =>
  began !== null && moment < began ? began : moment

function conditionOf(set: OaiSet | null) {
  if (set === null) return sql`true`
  const { kind, code } = set
  if (kind === 'collection') return code === null ? sql`true` : sql`collection = ${code}`
  if (kind === 'language') return code === null ? sql`true` : sql`locale = ${code}`
  return code === null
    ? sql`exists (select from unnest(facets) facet where starts_with(facet, ${`${kind}:`}))`
    : sql`facets @> ${textArray([`${kind}:${code}`])}`
}
