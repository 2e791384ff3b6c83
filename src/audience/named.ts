import { publicNamesOf } from '../content/public-locales.ts'
import { type ContentCollection, isContentCollection } from '../content/published-item.ts'
import { type Database, sql } from '../database/database.ts'
import { type Locale, sourceLocale } from '../i18n/locales.ts'
import type { FollowTarget } from './follow.ts'

/** Something by its id and by what a reader calls it. */
export interface Named {
  readonly id: string
  /** Null: it is gone, or not public any more. */
  readonly name: string | null
  /** What the name is in. Null where there is none. */
  readonly language: Locale | null
}

export type NamedKind = FollowTarget | 'terms' | 'organisations' | 'newsletters'

/** Where what has a name keeps it. Content items are not here: theirs are known only where they are public. */
const nameColumns = {
  topics: 'label',
  terms: 'label',
  organisations: 'name',
  newsletters: 'name',
} as const

/** In the order of the ids. Each in this language where it has a name there, otherwise in English or whichever it has. */
export async function namesFor(
  locale: Locale,
  kind: NamedKind,
  ids: readonly string[],
  database: Database,
): Promise<Named[]> {
  if (ids.length === 0) return []
  const names = isContentCollection(kind)
    ? await publicTitles(kind, ids, database)
    : await storedNames(kind, ids, database)
  return ids.map((id) => {
    const own = names.get(id) ?? new Map<Locale, string>()
    const [language = null] = [locale, sourceLocale, ...own.keys()].filter((each) => own.has(each))
    return { id, name: language === null ? null : (own.get(language) ?? null), language }
  })
}

/** By id, and in each language. */
type NamesById = ReadonlyMap<string, ReadonlyMap<Locale, string>>

async function publicTitles(
  collection: ContentCollection,
  ids: readonly string[],
  database: Database,
): Promise<NamesById> {
  const found = await publicNamesOf(collection, ids, database)
  return new Map(
    [...found].map(([id, names]) => [id, new Map([...names].map(([locale, { title }]) => [locale, title]))]),
  )
}

async function storedNames(
  kind: keyof typeof nameColumns,
  ids: readonly string[],
  database: Database,
): Promise<NamesById> {
  const column = sql.identifier(nameColumns[kind])
  const { rows } = await database.execute<{ id: string; locale: Locale; name: string }>(sql`
    select _parent_id as id, _locale as locale, ${column} as name from ${sql.identifier(`${kind}_locales`)}
    where ${column} is not null
      and _parent_id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))
    order by _locale
  `)
  const names = new Map<string, Map<Locale, string>>()
  for (const { id, locale, name } of rows) names.set(id, (names.get(id) ?? new Map()).set(locale, name))
  return names
}
