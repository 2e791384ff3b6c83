import { contentCollections } from '../../content/published-item.ts'
import { type Database, sql } from '../../database/database.ts'

/** How much was published about a topic, or for a country. */
export interface PublishedAbout {
  /** Of the topic or country. */
  readonly id: string
  /** Items that became public for the first time since, in whichever language. */
  readonly items: number
}

/** What readers can be matched with; a field of every content item. */
export type Matter = 'topics' | 'countries'

/** For each of the ids, also those that nothing was published about. */
export async function publishedAbout(
  matter: Matter,
  ids: readonly string[],
  since: Date,
  database: Database,
): Promise<ReadonlyMap<string, number>> {
  const column = sql.identifier(matter === 'topics' ? 'topics_id' : 'terms_id')
  const [first, ...rest] = contentCollections.map(
    (collection) => sql`
      select about.${column} as id, fresh.item_id
      from fresh join ${sql.identifier(`${collection}_rels`)} about on about.parent_id = fresh.item_id
      where fresh.collection = ${collection} and about.path = ${matter}
        and about.${column} in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))
    `,
  )
  const about = rest.reduce((all, one) => sql`${all} union all ${one}`, sql`${first}`)
  const { rows } = await database.execute<PublishedAbout & Record<string, unknown>>(sql`
    with fresh as (
      select collection, item_id from outbox where kind = 'published'
      group by collection, item_id having min(occurred_at) >= ${since.toISOString()}::timestamptz
    )
    select id, count(distinct item_id)::int as items from (${about}) as about group by id
  `)
  const found = new Map(rows.map(({ id, items }) => [id, items]))
  return new Map(ids.map((id) => [id, found.get(id) ?? 0]))
}
