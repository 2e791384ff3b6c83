import type { ContentCollection } from '../../content/published-item.ts'
import { type Database, sql } from '../../database/database.ts'
import { type Locale, sourceLocale } from '../../i18n/locales.ts'
import type { DeliveryState } from '../../ledger/delivery-state.ts'

/** The last that happened to one item, in all languages in which it happened within the same hour. */
export interface LatestChange {
  readonly collection: ContentCollection
  readonly id: string
  /** Empty when the item was never on a channel and is public no more. */
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
  return rows.map(({ collection, id, kind, locales, at, title, title_locale, posts }) => ({
    collection,
    id,
    kind,
    locales,
    at: new Date(at),
    title: title ?? '',
    titleLocale: title_locale ?? sourceLocale,
    posts: posts ?? [],
  }))
}
