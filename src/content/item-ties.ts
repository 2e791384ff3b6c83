import { type Database, sql } from '../database/database.ts'
import { countryColumn } from './country-column.ts'
import type { ContentCollection } from './published-item.ts'

/** What items are about, as ids. */
export interface ItemTies {
  readonly topics: readonly string[]
  /** That it concerns, and where it takes place. */
  readonly countries: readonly string[]
  readonly communities: readonly string[]
}

export const noTies: ItemTies = { topics: [], countries: [], communities: [] }

/** What each of the items is about as it is public now. Items that are tied to nothing are not in it. */
export async function tiesOf(
  collection: ContentCollection,
  ids: readonly string[],
  database: Database,
): Promise<ReadonlyMap<string, ItemTies>> {
  const { rows } = await database.execute<{ id: string; path: keyof ItemTies; tied: string }>(sql`
    with wanted as (select value::uuid as id from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))
    select parent_id as id, path, coalesce(topics_id, communities_id, terms_id) as tied
    from ${sql.identifier(`${collection}_rels`)}
    where parent_id in (select id from wanted) and path in ('topics', 'countries', 'communities')
      and coalesce(topics_id, communities_id, terms_id) is not null
    union
    select item.id, 'countries', ${countryColumn[collection]} from ${sql.identifier(collection)} item
    where item.id in (select id from wanted) and ${countryColumn[collection]} is not null
  `)
  const found = new Map<string, Record<keyof ItemTies, string[]>>()
  for (const { id, path, tied } of rows) {
    const ties = found.get(id) ?? { topics: [], countries: [], communities: [] }
    ties[path].push(tied)
    found.set(id, ties)
  }
  return found
}
