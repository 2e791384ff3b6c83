import { eventsOver } from '../../content/events-over.ts'
import { publicNamesOf } from '../../content/public-locales.ts'
import {
  type ContentCollection,
  contentCollections,
  isContentCollection,
} from '../../content/published-item.ts'
import { type Database, sql } from '../../database/database.ts'
import { chooseLocale } from '../../i18n/choose-locale.ts'
import { type Locale, locales } from '../../i18n/locales.ts'
import type { PersonalItem } from '../../ledger/personal-mails.ts'

/** What a round has to offer, in the form that planning joins people with. Items are named by a number. */
export interface DigestOffer {
  /** Publications that still stand, each once for every language whose readers can read it. */
  readonly publications: readonly OfferedPublication[]
  readonly items: readonly OfferedItem[]
  /** As what each item comes to the readers of a language. */
  readonly entries: readonly OfferedEntry[]
  /** Editions of issues that hold any of the items: who got one has had the item. */
  readonly issued: readonly IssuedItem[]
}

interface OfferedPublication {
  readonly item: number
  readonly position: number
  readonly reader: Locale
  readonly topics: readonly string[]
  readonly countries: readonly string[]
}

interface OfferedItem {
  readonly item: number
  readonly id: string
  /** Where it stood when it was public for the first time ever, in whatever language, and when. */
  readonly first: number
  readonly firstAt: string
}

interface OfferedEntry {
  readonly item: number
  readonly reader: Locale
  readonly entry: PersonalItem
}

interface IssuedItem {
  readonly item: number
  readonly issueId: string
  readonly editionId: string
}

interface Window {
  /** Positions after this one … */
  readonly after: number
  /** … up to and with this one. */
  readonly head: number
  /** Languages that the network speaks. */
  readonly enabled: readonly Locale[]
  readonly now: Date
}

/** What became public in the window and still is, without events that are over. */
export async function digestOffer(window: Window, database: Database): Promise<DigestOffer> {
  const rows = await publicationsIn(window, database)
  const known = await publicLocalesOf(rows, window, database)
  const standing = rows.filter((row) => known.get(row.item_id)?.includes(row.locale))
  const ids = [...new Set(standing.map(({ item_id }) => item_id))]
  const numberOf = new Map(ids.map((id, index) => [id, index]))
  const items = await offeredItems(numberOf, database)
  const readers = new Map(
    [...new Set(standing.map(({ locale }) => locale))].map((locale) => [locale, readersOf(locale)]),
  )
  return {
    publications: standing.flatMap(({ item_id, position, locale, topics, countries }) =>
      (readers.get(locale) ?? []).map((reader) => ({
        item: numberOf.get(item_id) ?? 0,
        position: Number(position),
        reader,
        topics,
        countries,
      })),
    ),
    items,
    entries: entriesOf(standing, known, numberOf),
    issued: await issuedItems(items, database),
  }
}

interface PublicationRow extends Record<string, unknown> {
  readonly position: string
  readonly collection: ContentCollection
  readonly item_id: string
  readonly locale: Locale
  readonly topics: readonly string[]
  readonly countries: readonly string[]
}

async function publicationsIn({ after, head }: Window, database: Database): Promise<PublicationRow[]> {
  const { rows } = await database.execute<PublicationRow>(sql`
    select position, collection, item_id, locale, to_jsonb(topics) as topics, to_jsonb(countries) as countries
    from digest_items where position > ${after} and position <= ${head} order by position
  `)
  return rows.filter(({ collection }) => isContentCollection(collection))
}

/** Item → languages in which it is public and the network speaks. Events that are over are left out. */
async function publicLocalesOf(
  rows: readonly PublicationRow[],
  { enabled, now }: Window,
  database: Database,
): Promise<ReadonlyMap<string, readonly Locale[]>> {
  const found = new Map<string, readonly Locale[]>()
  for (const collection of contentCollections) {
    const own = rows.filter((row) => row.collection === collection).map(({ item_id }) => item_id)
    if (own.length === 0) continue
    const over = collection === 'events' ? await eventsOver(own, now, database) : new Set<string>()
    const ids = own.filter((id) => !over.has(id))
    for (const [id, names] of await publicNamesOf(collection, ids, database))
      found.set(
        id,
        [...names.keys()].filter((locale) => enabled.includes(locale)),
      )
  }
  return found
}

/** People of these languages can read a text in the locale. */
const readersOf = (locale: Locale): readonly Locale[] =>
  locales.filter((reader) => chooseLocale([reader], [locale], { whenNone: 'skip' }).locale !== null)

function entriesOf(
  standing: readonly PublicationRow[],
  known: ReadonlyMap<string, readonly Locale[]>,
  numberOf: ReadonlyMap<string, number>,
): OfferedEntry[] {
  const collectionOf = new Map(standing.map(({ item_id, collection }) => [item_id, collection]))
  return [...collectionOf].flatMap(([id, collection]) =>
    locales.flatMap((reader) => {
      const { locale } = chooseLocale([reader], known.get(id) ?? [], { whenNone: 'skip' })
      const item = numberOf.get(id) ?? 0
      return locale === null ? [] : [{ item, reader, entry: { collection, id, locale, why: 'new' } }]
    }),
  )
}

async function offeredItems(
  numberOf: ReadonlyMap<string, number>,
  database: Database,
): Promise<OfferedItem[]> {
  const { rows } = await database.execute<{ item_id: string; first: string; first_at: string | Date }>(sql`
    select item_id, min(position) as first, min(at) as first_at from digest_items where item_id in (
      select value::uuid from jsonb_array_elements_text(${JSON.stringify([...numberOf.keys()])}::jsonb)
    ) group by item_id
  `)
  return rows.map(({ item_id, first, first_at }) => ({
    item: numberOf.get(item_id) ?? 0,
    id: item_id,
    first: Number(first),
    firstAt: new Date(first_at).toISOString(),
  }))
}

async function issuedItems(items: readonly OfferedItem[], database: Database): Promise<IssuedItem[]> {
  const wanted = items.map(({ item, id }) => ({ item, id }))
  const { rows } = await database.execute<{ item: number; issue_id: string; edition_id: string }>(sql`
    select wanted.item, edition.issue_id, edition.id as edition_id
    from editions edition cross join lateral jsonb_array_elements(edition.manifest) as entry
    join jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as wanted (item int, id text) on wanted.id = entry ->> 'id'
    where entry ->> 'shownIn' is not null
  `)
  return rows.map(({ item, issue_id, edition_id }) => ({ item, issueId: issue_id, editionId: edition_id }))
}
