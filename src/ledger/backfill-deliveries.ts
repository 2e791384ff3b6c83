import { randomUUID } from 'node:crypto'

import type { ContentCollection, ItemReference } from '../content/published-item.ts'
import { type Database, sql } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'
import type { HoldReason } from './delivery-state.ts'

/** An item that is public in a language of a channel, and stands there in no form. */
export interface BackfillCandidate {
  readonly item: ItemReference
  readonly locale: Locale
  /** The entry that made it public, or changed it last. */
  readonly outboxId: number
}

interface Wanted {
  readonly channelId: string
  readonly locales: readonly Locale[]
  readonly collections: readonly ContentCollection[]
  /** Only what became public since. Null: whenever. */
  readonly since: Date | null
}

/**
 * Rows that may be planned after the fact: those that never led to a post, and were not decided against by a person or at
 * the other side. `d` is the row.
 */
const isFree = sql`d.state = 'skipped' and d.remote_state in ('none', 'absent')
  and coalesce(d.reason, '') not in ('not-chosen', 'removed-there')`

/** What the channel could be given that was public before it was there, newest first. */
export async function backfillCandidates(
  { channelId, locales, collections, since }: Wanted,
  database: Database,
): Promise<BackfillCandidate[]> {
  const { rows } = await database.execute<{
    collection: ContentCollection
    item_id: string
    locale: Locale
    outbox_id: string
  }>(sql`
    with known as (
      select collection, item_id, locale, max(id) as outbox_id,
        (array_agg(kind order by id desc))[1] as kind, max(occurred_at) filter (where kind = 'published') as published_at
      from outbox
      where locale in (select jsonb_array_elements_text(${JSON.stringify(locales)}::jsonb))
        and collection in (select jsonb_array_elements_text(${JSON.stringify(collections)}::jsonb))
      group by collection, item_id, locale
    )
    select k.collection, k.item_id, k.locale, k.outbox_id
    from known k left join channel_deliveries d
      on d.collection = k.collection and d.item_id = k.item_id and d.locale = k.locale and d.channel_id = ${channelId}
    where k.kind <> 'withdrawn' and (d.id is null or (${isFree}))
      and (${since === null} or k.published_at >= ${since?.toISOString() ?? null}::timestamptz)
    order by k.published_at desc, k.outbox_id desc
  `)
  return rows.map(({ collection, item_id, locale, outbox_id }) => ({
    item: { collection, id: item_id },
    locale,
    outboxId: Number(outbox_id),
  }))
}

/** What is to be posted after the fact, in its order. */
export interface BackfillDelivery extends BackfillCandidate {
  readonly title: string
  readonly url: string
  /** What it waits for a person for. Null: nothing. */
  readonly hold: HoldReason | null
}

interface Pace {
  readonly channelId: string
  readonly service: string
  /** Most on one day of the channel's. */
  readonly perDay: number
}

/**
 * Enters what is to be posted after the fact, evenly over the hours of the days to come at which the channel posts, and
 * after all that an earlier backfill still has to post. What got a row meanwhile is left alone. Answers how many were entered.
 */
export async function enterBackfill(
  deliveries: readonly BackfillDelivery[],
  { channelId, service, perDay }: Pace,
  database: Database,
): Promise<number> {
  if (deliveries.length === 0) return 0
  const rows = deliveries.map(({ item, ...rest }, place) => ({
    ...rest,
    place,
    id: randomUUID(),
    collection: item.collection,
    itemId: item.id,
  }))
  // One more for the day that has begun, and one for the clocks that change.
  const days = Math.ceil(deliveries.length / perDay) + 2
  const { rows: entered } = await database.execute(sql`
    with hours as (
      select coalesce(time_zone, 'UTC') as zone,
        case when quiet_from is null or quiet_to is null or quiet_from = quiet_to then 0 else quiet_to end::float8 as first,
        case when quiet_from is null or quiet_to is null or quiet_from = quiet_to then 24
          else mod(quiet_from - quiet_to + 24, 24) end::float8 as many
      from channels where id = ${channelId}
    ), begun as (
      select greatest(now(), max(due_at)) as after from channel_deliveries
      where channel_id = ${channelId} and origin = 'backfill' and state = 'planned'
    ), slots as (
      select row_number() over (order by at) - 1 as place, at from (
        select (
          greatest(date_trunc('day', begun.after at time zone zone), date_trunc('day', now() at time zone zone))
          + make_interval(days => day, secs => 3600 * (first + many * (turn + 0.5) / ${perDay}::float8))
        ) at time zone zone as at
        from hours, begun, generate_series(-1, ${days}::int) day, generate_series(0, ${perDay - 1}::int) turn
      ) every_slot, begun where at > begun.after
    )
    insert into channel_deliveries as d
      (id, collection, item_id, locale, channel_id, service, title, item_url, desired, outbox_id, state, reason, origin, due_at)
    select row.id, collection, "itemId", locale, ${channelId}, ${service}, title, url, 'live', "outboxId",
      case when hold is null then 'planned' else 'held' end, hold, 'backfill', slots.at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (
      place int, id uuid, collection text, "itemId" uuid, locale text, title text, url text, "outboxId" bigint, hold text
    ) join slots using (place)
    on conflict (collection, item_id, locale, channel_id) do update set
      desired = 'live', revision = d.revision + 1, outbox_id = greatest(d.outbox_id, excluded.outbox_id), title = excluded.title, item_url = excluded.item_url,
      state = excluded.state, reason = excluded.reason, origin = 'backfill', attempts = 0, due_at = excluded.due_at,
      updated_at = now()
    where ${isFree}
    returning d.id
  `)
  return entered.length
}

/** Gives up what of a backfill was not posted yet. Answers how much that was. */
export async function cancelBackfill(channelId: string, database: Database): Promise<number> {
  const { rows } = await database.execute(sql`
    update channel_deliveries set
      state = 'skipped', reason = 'channel-off', desired = 'absent', origin = 'publish', revision = revision + 1, updated_at = now()
    where channel_id = ${channelId} and origin = 'backfill' and state in ('planned', 'held')
      and remote_state in ('none', 'absent')
    returning id
  `)
  return rows.length
}
