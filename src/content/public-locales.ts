import { type Database, sql } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'
import type { ContentCollection } from './published-item.ts'
import type { TranslatableCollection, TranslatableReference } from './translatable.ts'

/** What an item is called in a locale in which it is public. */
interface PublicName {
  readonly title: string
  readonly slug: string
}

export type PublicNames = ReadonlyMap<Locale, PublicName>

/** In which locales each of the items is public, and under which name. Items that are public nowhere are not in it. */
export async function publicNamesOf(
  collection: TranslatableCollection,
  ids: readonly string[],
  database: Database,
): Promise<ReadonlyMap<string, PublicNames>> {
  const { rows } = await database.execute<{
    id: string
    locale: Locale
    title: string | null
    slug: string | null
  }>(sql`
    select _parent_id as id, _locale as locale, title, slug
    from ${sql.identifier(`${collection}_locales`)}
    where _status = 'published' and _parent_id in (
      select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)
    )
    order by _locale
  `)
  const names = new Map<string, Map<Locale, PublicName>>()
  for (const { id, locale, title, slug } of rows) {
    const ofItem = names.get(id) ?? new Map<Locale, PublicName>()
    ofItem.set(locale, { title: title ?? '', slug: slug ?? id })
    names.set(id, ofItem)
  }
  return names
}

/** The same for one item. Empty when it is public nowhere or does not exist. */
export async function publicNames(
  { collection, id }: TranslatableReference,
  database: Database,
): Promise<PublicNames> {
  return (await publicNamesOf(collection, [id], database)).get(id) ?? new Map()
}

export interface PublicDates {
  readonly publishedAt: Date
  readonly updatedAt: Date
}

/**
 * Since when each item is public in the locale, and when what readers see there last changed, as the outbox tells:
 * a draft that is saved changes neither. Items that the outbox does not know are not in it.
 */
export async function publicDatesOf(
  collection: ContentCollection,
  ids: readonly string[],
  locale: Locale,
  database: Database,
): Promise<ReadonlyMap<string, PublicDates>> {
  const { rows } = await database.execute<{
    id: string
    published_at: string | Date
    updated_at: string | Date
  }>(sql`
    select item_id as id, max(occurred_at) filter (where kind = 'published') as published_at, max(occurred_at) as updated_at
    from outbox
    where collection = ${collection} and locale = ${locale} and item_id in (
      select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)
    )
    group by item_id
  `)
  return new Map(
    rows.map(({ id, published_at, updated_at }) => [
      id,
      { publishedAt: new Date(published_at), updatedAt: new Date(updated_at) },
    ]),
  )
}
