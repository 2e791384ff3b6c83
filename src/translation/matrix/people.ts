import { type Database, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'

/** Somebody who can answer for a translation. */
export interface TranslationPerson {
  readonly id: string
  readonly name: string
  /** What they translate into. Null: an editor, who answers for every language. */
  readonly locales: readonly Locale[] | null
}

/** Everybody who can, by name. No addresses: whoever translates sees it. */
export async function translationPeople(database: Database): Promise<TranslationPerson[]> {
  const { rows } = await database.execute<{
    id: string
    name: string
    edits: boolean
    locales: Locale[]
  }>(sql`
    select person.id, person.name, bool_or(role.value::text in ('administrator', 'editor')) as edits,
      coalesce((select jsonb_agg(own.value order by own.order) from users_locales_chosen own
        where own.parent_id = person.id), '[]'::jsonb) as locales
    from users person join users_roles role on role.parent_id = person.id
    where role.value::text in ('administrator', 'editor', 'translator')
    group by person.id, person.name order by person.name collate "und-x-icu", person.id
  `)
  return rows.map(({ id, name, edits, locales }) => ({ id, name, locales: edits ? null : locales }))
}
