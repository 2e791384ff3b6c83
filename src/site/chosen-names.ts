import type { Payload } from 'payload'

import { databaseOf, sql } from '../database/database.ts'
import type { FeedFilter, FilterName } from '../feeds/feed-filter.ts'
import type { Locale } from '../i18n/locales.ts'

/** What an answer depends on in which such names stand. */
export const tagsOfChosen = (chosen: FeedFilter['chosen']): readonly string[] => [
  ...new Set(chosen.map(({ name }) => tables[name])),
]

const tables = {
  topic: 'topics',
  community: 'communities',
  country: 'terms',
} as const satisfies Readonly<Record<FilterName, string>>

/** What a feed is narrowed to, in a language; the code where it has no name in it. */
export async function chosenNames(
  payload: Payload,
  locale: Locale,
  chosen: FeedFilter['chosen'],
): Promise<readonly string[]> {
  const names: string[] = []
  for (const { name, code } of chosen) {
    const source = {
      topic: sql`select spoken.label as name from topics named join topics_locales spoken on spoken._parent_id = named.id where named.slug = ${code}`,
      community: sql`select spoken.name from communities named join communities_locales spoken on spoken._parent_id = named.id where named.slug = ${code}`,
      country: sql`select spoken.label as name from terms named join terms_locales spoken on spoken._parent_id = named.id where named.vocabulary = 'countries' and named.code = ${code}`,
    }[name]
    const { rows } = await databaseOf(payload).execute<{ name: string | null }>(
      sql`${source} and spoken._locale::text = ${locale}`,
    )
    names.push(rows[0]?.name || code)
  }
  return names
}
