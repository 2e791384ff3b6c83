import { lastPublicTitle } from '../../content/last-public-title.ts'
import { publicNames } from '../../content/public-locales.ts'
import type { ContentCollection, ItemReference } from '../../content/published-item.ts'
import { type Database, sql } from '../../database/database.ts'
import { type Locale, sourceLocale } from '../../i18n/locales.ts'
import type { DeliveryState } from '../../ledger/delivery-state.ts'

/** The last that happened to one item, in all languages in which it happened within the same hour. */
export interface LatestChange {
  readonly collection: ContentCollection
  readonly id: string
  /** Empty when it never was on a channel, and was deleted with its history. */
  readonly title: string
  readonly titleLocale: Locale
  readonly kind: 'published' | 'revised' | 'withdrawn'
  readonly locales: readonly Locale[]
  readonly at: Date
  /** Its posts on all channels by state, as they are now. */
  readonly posts: readonly { readonly state: DeliveryState; readonly count: number }[]
}

/** The latest first, one for each item. */
export async function latestChanges(limit: number, database: Database): Promise<LatestChange[]> {
  const { rows } = await database.execute<{
    collection: ContentCollection
    id: string
    kind: LatestChange['kind']
    locales: Locale[]
    at: string | Date
    title: string | null
    title_locale: Locale | null
    posts: { state: DeliveryState; count: number }[] | null
  }>(sql`
    with latest as (
      select distinct on (collection, item_id) collection, item_id, kind, occurred_at from outbox
      order by collection, item_id, id desc
    ), chosen as (
      select * from latest order by occurred_at desc limit ${limit}
    )
    select chosen.collection, chosen.item_id as id, chosen.kind, chosen.occurred_at as at,
      (select array_agg(distinct o.locale) from outbox o
       where o.collection = chosen.collection and o.item_id = chosen.item_id and o.kind = chosen.kind
         and o.occurred_at > chosen.occurred_at - interval '1 hour') as locales,
      name.title, name.locale as title_locale,
      (select jsonb_agg(jsonb_build_object('state', tally.state, 'count', tally.count)) from (
        select d.state, count(*)::int as count from channel_deliveries d
        where d.collection = chosen.collection and d.item_id = chosen.item_id group by d.state order by d.state
      ) tally) as posts
    from chosen left join lateral (
      select d.title, d.locale from channel_deliveries d
      where d.collection = chosen.collection and d.item_id = chosen.item_id and d.title <> ''
      order by d.locale = ${sourceLocale} desc, d.updated_at desc limit 1
    ) name on true
    order by chosen.occurred_at desc
  `)
  return Promise.all(
    rows.map(async ({ title, title_locale, posts, at, ...change }) => {
      const name =
        title === null || title_locale === null
          ? await ownName(change, change.locales, database)
          : { title, locale: title_locale }
      return {
        ...change,
        at: new Date(at),
        title: name?.title ?? '',
        titleLocale: name?.locale ?? sourceLocale,
        posts: posts ?? [],
      }
    }),
  )
}

/** What an item is called that no channel ever took: as it is public now, or as it was last. */
async function ownName(
  item: ItemReference,
  changed: readonly Locale[],
  database: Database,
): Promise<{ readonly title: string; readonly locale: Locale } | null> {
  const names = await publicNames(item, database)
  for (const [locale, { title }] of [...names].sort(([one], [other]) => rank(one) - rank(other)))
    if (title !== '') return { title, locale }
  for (const locale of changed) {
    const title = await lastPublicTitle(item, locale, database)
    if (title !== null) return { title, locale }
  }
  return null
}

const rank = (locale: Locale): number => (locale === sourceLocale ? 0 : 1)
