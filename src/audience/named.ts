import { publicNamesOf } from '../content/public-locales.ts'
import { isContentCollection } from '../content/published-item.ts'
import { type Database, sql } from '../database/database.ts'
import { type Locale, sourceLocale } from '../i18n/locales.ts'
import type { FollowTarget } from './follow.ts'

/** Something by its id and by what a reader calls it. */
export interface Named {
  readonly id: string
  /** Null: it is gone, or not public any more. */
  readonly name: string | null
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
    ? new Map(
        [...(await publicNamesOf(kind, ids, database))].map(([id, each]) => [id, preferred(each, locale)]),
      )
    : await storedNames(locale, kind, ids, database)
  return ids.map((id) => ({ id, name: names.get(id) ?? null }))
}

function preferred(
  names: ReadonlyMap<Locale, { readonly title: string }>,
  locale: Locale,
): string | undefined {
  const [first] = names.values()
  return (names.get(locale) ?? names.get(sourceLocale) ?? first)?.title
}

async function storedNames(
  locale: Locale,
  kind: keyof typeof nameColumns,
  ids: readonly string[],
  database: Database,
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await database.execute<{ id: string; name: string }>(sql`
    select distinct on (_parent_id) _parent_id as id, ${sql.identifier(nameColumns[kind])} as name
    from ${sql.identifier(`${kind}_locales`)}
    where ${sql.identifier(nameColumns[kind])} is not null
      and _parent_id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))
    order by _parent_id, _locale::text = ${locale} desc, _locale::text = ${sourceLocale} desc, _locale::text
  `)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
