import type { Subscriber } from '../../audience/subscriber.ts'
import { type Database, sql } from '../../database/database.ts'
import { type Locale, sourceLocale } from '../../i18n/locales.ts'

/** What a person chose to read about, by name: topics, then countries. In the locale, or where it has no name in that, in English. */
export async function chosenNames(
  { topics, countries }: Pick<Subscriber, 'topics' | 'countries'>,
  locale: Locale,
  database: Database,
): Promise<readonly string[]> {
  if (topics.length + countries.length === 0) return []
  const { rows } = await database.execute<{ label: string }>(sql`
    select label from (
      ${namesIn('topics', topics, locale)} union all ${namesIn('terms', countries, locale)}
    ) as named (place, id, label) order by place desc, label
  `)
  return rows.map(({ label }) => label)
}

const namesIn = (table: 'topics' | 'terms', ids: readonly string[], locale: Locale) => sql`
  select * from (
    select distinct on (words._parent_id) ${table}::text as place, words._parent_id, words.label
    from ${sql.identifier(`${table}_locales`)} words
    where words._locale::text in (${locale}, ${sourceLocale}) and words._parent_id in (
      select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)
    )
    order by words._parent_id, words._locale::text = ${locale} desc
  ) as named`
