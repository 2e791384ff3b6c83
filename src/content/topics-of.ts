import { type Database, sql } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'
import type { ItemReference } from './published-item.ts'

/** A topic by its name in one language. */
export interface NamedTopic {
  readonly id: string
  readonly label: string
}

/** What an item is about, in its order. Topics without a name in the language are not in it. */
export async function topicsOf(
  { collection, id }: ItemReference,
  locale: Locale,
  database: Database,
): Promise<NamedTopic[]> {
  const { rows } = await database.execute<{ id: string; label: string }>(sql`
    select named._parent_id as id, named.label
    from ${sql.identifier(`${collection}_rels`)} tie
    join topics_locales named on named._parent_id = tie.topics_id and named._locale = ${locale}::_locales
    where tie.parent_id = ${id}::uuid and tie.path = 'topics' and named.label is not null
    order by tie."order", named._parent_id
  `)
  return rows
}

/** Topics by their ids. Those that are gone, or have no name in the language, are not in it. */
export async function namedTopics(
  ids: readonly string[],
  locale: Locale,
  database: Database,
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await database.execute<{ id: string; label: string }>(sql`
    select _parent_id as id, label from topics_locales
    where _locale = ${locale}::_locales and label is not null
      and _parent_id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid)
  `)
  return new Map(rows.map(({ id, label }) => [id, label]))
}

/** What an item is about. */
export async function topicIdsOf({ collection, id }: ItemReference, database: Database): Promise<string[]> {
  const { rows } = await database.execute<{ id: string }>(sql`
    select topics_id as id from ${sql.identifier(`${collection}_rels`)}
    where parent_id = ${id}::uuid and path = 'topics' and topics_id is not null
  `)
  return rows.map((row) => row.id)
}
