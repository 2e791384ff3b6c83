import { type Database, sql } from '../database/database.ts'
import { type Locale, sourceLocale } from '../i18n/locales.ts'
import type { IssueSource } from './issue-source.ts'

/** What each of the newsletters that an issue goes to is called in a language, or in the source's where it has no name in it. */
export async function newsletterNames(
  { newsletter, alsoTo }: Pick<IssueSource, 'newsletter' | 'alsoTo'>,
  locale: Locale,
  database: Database,
): Promise<ReadonlyMap<string, string>> {
  const ids = JSON.stringify([newsletter.id, ...alsoTo])
  const { rows } = await database.execute<{ id: string; name: string }>(sql`
    select distinct on (_parent_id) _parent_id as id, name from newsletters_locales
    where _parent_id in (select id::uuid from jsonb_array_elements_text(${ids}::jsonb) as list (id))
      and _locale::text in (${locale}, ${sourceLocale}) and name is not null
    order by _parent_id, _locale::text <> ${locale}
  `)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
