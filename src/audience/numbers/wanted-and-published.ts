import { contentCollections } from '../../content/published-item.ts'
import { type Database, sql } from '../../database/database.ts'

/** What readers can be matched with; a field of every content item. */
export type Matter = 'topics' | 'countries'

/**
 * How many items became public for the first time since then, in whichever language, about each topic or for each country;
 * also of those that nothing was published about.
 */
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
  const { rows } = await database.execute<{ id: string; items: number }>(sql`
    with fresh as (
      select collection, item_id from outbox where kind = 'published'
      group by collection, item_id having min(occurred_at) >= ${since.toISOString()}::timestamptz
    )
    select id, count(distinct item_id)::int as items from (${about}) as about group by id
  `)
  const found = new Map(rows.map(({ id, items }) => [id, items]))
  return new Map(ids.map((id) => [id, found.get(id) ?? 0]))
}
