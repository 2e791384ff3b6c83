import { type Database, sql } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'

/** What became of one item on one channel in one language, as it was at the end of a period. */
export interface DeliveredOver {
  readonly deliveryId: string
  readonly collection: string
  readonly itemId: string
  /** As it was called when it was public last. */
  readonly title: string
  readonly locale: Locale
  /** What we call the channel. One that was removed goes by its service. */
  readonly channel: string
  readonly service: string
  /** publish | update | remove | probe | none: what was done last. */
  readonly action: string
  /** Where people see it. Null: nowhere, or it is not known. */
  readonly url: string | null
  /** When that was. */
  readonly at: Date
  readonly state: string
  readonly reason: string | null
}

interface Row extends Record<string, unknown> {
  id: string
  collection: string
  item_id: string
  title: string
  locale: Locale
  channel: string
  service: string
  action: string
  url: string | null
  at: string | Date
  state: string
  reason: string | null
}

const PAGE = 500

/**
 * Deliveries of which something was tried, settled or decided in a period, a page at a time in the order of their ids. What
 * happened to them later is left out, so that a report on a period stays as it is.
 * @param period from the first moment to the one after the last.
 */
export async function* deliveredOver(
  { from, until }: { readonly from: Date; readonly until: Date },
  database: Database,
): AsyncGenerator<readonly DeliveredOver[]> {
  const [first, after] = [sql`${from.toISOString()}::timestamptz`, sql`${until.toISOString()}::timestamptz`]
  for (let last: string | null = null; ; ) {
    const { rows }: { rows: Row[] } = await database.execute<Row>(sql`
      select d.id, d.collection, d.item_id, d.title, d.locale, coalesce(c.name, d.service) as channel, d.service,
        coalesce(tried.action, 'none') as action,
        -- What changed after the period is told as it was tried last in it.
        case when d.updated_at < ${after} then d.remote_url else shown.remote_url end as url,
        coalesce(tried.at, d.updated_at) as at,
        case when d.updated_at < ${after} then d.state else tried.outcome end as state,
        case when d.updated_at < ${after} then d.reason else tried.reason end as reason
      from channel_deliveries d
      left join channels c on c.id = d.channel_id
      left join lateral (
        select a.action, a.outcome, a.reason, a.at from channel_attempts a
        where a.delivery_id = d.id and a.at >= ${first} and a.at < ${after} order by a.id desc limit 1
      ) tried on true
      left join lateral (
        select a.remote_url from channel_attempts a
        where a.delivery_id = d.id and a.at < ${after} and (a.remote_url is not null or a.action = 'remove')
        order by a.id desc limit 1
      ) shown on true
      where (${last}::uuid is null or d.id > ${last}::uuid)
        and (tried.at is not null or (d.updated_at >= ${first} and d.updated_at < ${after}))
      order by d.id limit ${PAGE}
    `)
    if (rows.length > 0) yield rows.map(read)
    if (rows.length < PAGE) return
    last = rows.at(-1)?.id ?? null
  }
}

const read = ({ id, item_id: itemId, at, ...row }: Row): DeliveredOver => ({
  ...row,
  deliveryId: id,
  itemId,
  at: new Date(at),
})
