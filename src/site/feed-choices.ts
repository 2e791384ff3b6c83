import type { Payload } from 'payload'

import { databaseOf, sql } from '../database/database.ts'
import type { FilterName } from '../feeds/feed-filter.ts'
import type { Locale } from '../i18n/locales.ts'

/** One value of a filter and what it is called. */
interface Choice {
  readonly value: string
  readonly label: string
}

/** What feeds of a language can be narrowed to. */
export type FeedChoices = Readonly<Record<FilterName, readonly Choice[]>>

/** By name in that language. Nothing is offered that finds nothing. */
export async function loadFeedChoices(payload: Payload, locale: Locale): Promise<FeedChoices> {
  const named = async (name: FilterName, rows: ReturnType<typeof sql>): Promise<readonly Choice[]> => {
    const found = await databaseOf(payload).execute<{ value: string; label: string }>(sql`
      with named as (${rows}) select value, label from named
      where label <> '' and exists (
        select from public_documents
        where facets @> array[${`${name}:`}::text || value] and locale = ${locale} and document is not null and not hidden
      )
    `)
    const order = new Intl.Collator(locale)
    return found.rows.sort((one, other) => order.compare(one.label, other.label))
  }
  return {
    topic: await named(
      'topic',
      sql`select slug as value, spoken.label from topics
        join topics_locales spoken on spoken._parent_id = topics.id and spoken._locale::text = ${locale}`,
    ),
    community: await named(
      'community',
      sql`select slug as value, spoken.name as label from communities
        join communities_locales spoken on spoken._parent_id = communities.id and spoken._locale::text = ${locale}`,
    ),
    country: await named(
      'country',
      sql`select code as value, spoken.label from terms
        join terms_locales spoken on spoken._parent_id = terms.id and spoken._locale::text = ${locale}
        where vocabulary = 'countries'`,
    ),
  }
}
