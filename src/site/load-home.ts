import type { Payload } from 'payload'

import type { ContentCollection } from '../content/published-item.ts'
import { readPublishedPage } from '../content/read-published.ts'
import { type Database, databaseOf, sql } from '../database/database.ts'
import { type Locale, sourceLocale } from '../i18n/locales.ts'
import type { HomeContent, Shelf } from './home.ts'
import { loadChoices } from './load-choices.ts'
import { loadCommunities, loadPartners } from './load-network.ts'
import type { SiteContext } from './site-context.ts'

const SHELF = 3

/** What the home page shows in one language. */
export async function loadHome(payload: Payload, context: SiteContext, now: Date): Promise<HomeContent> {
  const { locale } = context
  const database = databaseOf(payload)
  const practices = await readPublishedPage(payload, { collection: 'practices', locale, limit: 1 })
  return {
    lead: practices.items[0] ?? null,
    communities: await loadCommunities(payload, locale),
    events: await eventShelf(payload, context, now, database),
    publications: await shelf(payload, context, 'publications', database),
    news: await shelf(payload, context, 'news', database),
    partners: await loadPartners(payload, context),
    ...(await loadChoices(locale, database)),
  }
}

async function shelf(
  payload: Payload,
  { locale, locales }: SiteContext,
  collection: ContentCollection,
  database: Database,
): Promise<Shelf> {
  const { items } = await readPublishedPage(payload, { collection, locale, limit: SHELF })
  return { items, elsewhere: await elsewhere(collection, locale, locales, database) }
}

/** The next ones first; when none is coming, the latest, so that the page tells what the network does. */
async function eventShelf(
  payload: Payload,
  { locale, locales }: SiteContext,
  now: Date,
  database: Database,
): Promise<Shelf> {
  const coming = await readPublishedPage(payload, {
    collection: 'events',
    locale,
    limit: SHELF,
    where: { end: { greater_than: now.toISOString() } },
    sort: 'start',
  })
  const { items } =
    coming.items.length > 0
      ? coming
      : await readPublishedPage(payload, { collection: 'events', locale, limit: SHELF })
  return { items, elsewhere: await elsewhere('events', locale, locales, database) }
}

/** How many items are public in the network's working language and not in this one. Null: none. */
export async function elsewhere(
  collection: ContentCollection,
  locale: Locale,
  enabled: readonly Locale[],
  database: Database,
): Promise<Shelf['elsewhere']> {
  if (locale === sourceLocale || !enabled.includes(sourceLocale)) return null
  const table = sql.identifier(`${collection}_locales`)
  const { rows } = await database.execute<{ count: number }>(sql`
    select count(*)::int as count from ${table} there
    where there._locale = ${sourceLocale} and there._status = 'published' and not exists (
      select from ${table} here
      where here._parent_id = there._parent_id and here._locale = ${locale} and here._status = 'published'
    )
  `)
  const count = rows[0]?.count ?? 0
  return count === 0 ? null : { count, locale: sourceLocale }
}
