import type { Payload } from 'payload'

import type { Offer, OfferedTerm } from '../../audience/choices.ts'
import { type Database, databaseOf, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import { loadNewsletters } from '../newsletter-pages.ts'
import type { SiteContext } from '../site-context.ts'

/** What can be subscribed to, as a page in this language offers it. */
export async function loadOffer(payload: Payload, { locale, locales }: SiteContext): Promise<Offer> {
  const newsletters = await loadNewsletters(payload, locale)
  const database = databaseOf(payload)
  return {
    newsletters: newsletters.map(({ id, name, description }) => ({ id, name, description })),
    locales,
    topics: await offered(
      sql`select t.id, named.label from topics t join topics_locales named on named._parent_id = t.id
        where named._locale = ${locale}`,
      locale,
      database,
    ),
    countries: await offeredTerms('countries', locale, database),
  }
}

/** The terms of a vocabulary that have a name in this language. */
const offeredTerms = (vocabulary: string, locale: Locale, database: Database): Promise<OfferedTerm[]> =>
  offered(
    sql`select t.id, named.label from terms t join terms_locales named on named._parent_id = t.id
      where named._locale = ${locale} and t.vocabulary = ${vocabulary}`,
    locale,
    database,
  )

async function offered(
  named: ReturnType<typeof sql>,
  locale: Locale,
  database: Database,
): Promise<OfferedTerm[]> {
  const { rows } = await database.execute<{ id: string; label: string | null }>(named)
  const order = new Intl.Collator(locale)
  return rows
    .flatMap(({ id, label }) => (label === null ? [] : [{ id, label }]))
    .sort((one, other) => order.compare(one.label, other.label))
}
