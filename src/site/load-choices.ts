import { type Database, sql } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'
import type { Choice } from './home.ts'

/** Countries and services of the practices that are public in this language: nothing is offered that finds nothing. */
export async function loadChoices(
  locale: Locale,
  database: Database,
): Promise<{ readonly countries: readonly Choice[]; readonly services: readonly Choice[] }> {
  return {
    countries: await termsOf(
      locale,
      sql`select p.location_country_id as id from practices p join public_here using (id)`,
      database,
    ),
    services: await termsOf(
      locale,
      sql`select r.terms_id as id from practices_rels r join public_here p on p.id = r.parent_id where r.path = 'services'`,
      database,
    ),
  }
}

async function termsOf(
  locale: Locale,
  used: ReturnType<typeof sql>,
  database: Database,
): Promise<readonly Choice[]> {
  const { rows } = await database.execute<{ value: string; label: string }>(sql`
    with public_here as (
      select _parent_id as id from practices_locales where _locale = ${locale} and _status = 'published'
    ), used as (${used})
    select distinct t.code as value, named.label from terms t
    join terms_locales named on named._parent_id = t.id and named._locale = ${locale}
    where t.id in (select id from used) and named.label is not null
  `)
  const order = new Intl.Collator(locale)
  return rows.sort((one, other) => order.compare(one.label, other.label))
}
