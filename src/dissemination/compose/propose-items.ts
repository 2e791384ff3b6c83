import type { Payload } from 'payload'

import { countryColumn } from '../../content/country-column.ts'
import { networkLanguages } from '../../content/network-languages.ts'
import { type PublicNames, publicNamesOf } from '../../content/public-locales.ts'
import type { ContentCollection, ItemReference } from '../../content/published-item.ts'
import { contentCollections } from '../../content/published-item.ts'
import { type Database, databaseOf, sql } from '../../database/database.ts'
import { type Locale, sourceLocale } from '../../i18n/locales.ts'

/** More than an issue can hold, and as many as one person looks through. */
const LIMIT = 50

/** Which items to look for. All kinds of conditions must be met, each by any of its values; an empty one by everything. */
export interface ProposalFilter {
  /** First public after this moment. Null: whenever. */
  readonly since: Date | null
  readonly collections: readonly ContentCollection[]
  /** Ids, like all further ones. */
  readonly topics: readonly string[]
  /** Concerned by the item, or where it takes place. */
  readonly countries: readonly string[]
  readonly communities: readonly string[]
  /** Not these: the issue has them already. */
  readonly except: readonly ItemReference[]
}

export interface ProposedItem extends ItemReference {
  readonly title: string
  readonly titleLocale: Locale
  /** Of the network, in its order: where the item is public. */
  readonly locales: readonly Locale[]
  /** When it first became public in any language. */
  readonly publicSince: Date
  /** Of an event that is not over. Null for everything else. */
  readonly starts: Date | null
}

/**
 * What could go into an issue: upcoming events by their date, since they cannot wait, then everything else, newest first.
 * @param reader language in which titles are preferred.
 */
export async function proposeItems(
  payload: Payload,
  filter: ProposalFilter,
  { reader, now }: { readonly reader: Locale; readonly now: Date },
): Promise<ProposedItem[]> {
  const database = databaseOf(payload)
  const { enabled } = await networkLanguages(payload)
  const wanted = filter.collections.length === 0 ? contentCollections : filter.collections
  const found: ProposedItem[] = []
  for (const collection of new Set(wanted)) {
    const rows = await candidates(collection, { filter, enabled, now }, database)
    const names = await publicNamesOf(
      collection,
      rows.map(({ id }) => id),
      database,
    )
    for (const row of rows) found.push(proposed({ collection, row, reader, enabled }, names.get(row.id)))
  }
  return found.sort(inOrder).slice(0, LIMIT)
}

const inOrder = (one: ProposedItem, other: ProposedItem): number => {
  if (one.starts !== null && other.starts !== null) return one.starts.getTime() - other.starts.getTime()
  if (one.starts !== null || other.starts !== null) return one.starts === null ? 1 : -1
  return other.publicSince.getTime() - one.publicSince.getTime()
}

interface Row extends Record<string, unknown> {
  readonly id: string
  readonly public_since: string | Date
  readonly starts: string | Date | null
}

interface Search {
  readonly filter: ProposalFilter
  readonly enabled: readonly Locale[]
  readonly now: Date
}

/** Imported items have no history, so that they count as public since they were stored. */
async function candidates(
  collection: ContentCollection,
  { filter, enabled, now }: Search,
  database: Database,
): Promise<Row[]> {
  const { topics, countries, communities, since } = filter
  const except = filter.except.filter((item) => item.collection === collection).map(({ id }) => id)
  const related = sql.identifier(`${collection}_rels`)
  const among = (column: ReturnType<typeof sql>, ids: readonly string[]) =>
    sql`${column} in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid)`
  const tied = (path: string, column: ReturnType<typeof sql>, ids: readonly string[]) =>
    sql`exists (select from ${related} tie where tie.parent_id = item.id and tie.path = ${path} and ${among(column, ids)})`
  const upcoming =
    collection === 'events'
      ? sql`case when item."end" > ${now.toISOString()}::timestamptz then item.start end`
      : sql`null::timestamptz`
  const { rows } = await database.execute<Row>(sql`
    select item.id, item.public_since, ${upcoming} as starts
    from (
      select stored.*, coalesce(
        (select min(o.occurred_at) from outbox o
         where o.collection = ${collection} and o.item_id = stored.id and o.kind = 'published'),
        stored.created_at
      ) as public_since
      from ${sql.identifier(collection)} stored
    ) item
    where exists (
        select from ${sql.identifier(`${collection}_locales`)} words
        where words._parent_id = item.id and words._status = 'published'
          and words._locale::text in (select jsonb_array_elements_text(${JSON.stringify(enabled)}::jsonb))
      )
      and not ${among(sql`item.id`, except)}
      ${since === null ? sql`` : sql`and item.public_since > ${since.toISOString()}::timestamptz`}
      ${topics.length === 0 ? sql`` : sql`and ${tied('topics', sql`tie.topics_id`, topics)}`}
      ${communities.length === 0 ? sql`` : sql`and ${tied('communities', sql`tie.communities_id`, communities)}`}
      ${
        countries.length === 0
          ? sql``
          : sql`and (${tied('countries', sql`tie.terms_id`, countries)} or ${among(countryColumn[collection], countries)})`
      }
    order by starts asc nulls last, item.public_since desc, item.id desc
    limit ${LIMIT}
  `)
  return rows
}

interface Found {
  readonly collection: ContentCollection
  readonly row: Row
  readonly reader: Locale
  readonly enabled: readonly Locale[]
}

function proposed({ collection, row, reader, enabled }: Found, names: PublicNames = new Map()): ProposedItem {
  const locales = enabled.filter((locale) => names.has(locale))
  const titleLocale =
    [reader, sourceLocale].find((locale) => locales.includes(locale)) ?? locales[0] ?? sourceLocale
  return {
    collection,
    id: row.id,
    title: names.get(titleLocale)?.title ?? '',
    titleLocale,
    locales,
    publicSince: new Date(row.public_since),
    starts: row.starts === null ? null : new Date(row.starts),
  }
}
