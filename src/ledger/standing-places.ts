import type { ContentCollection, ItemReference } from '../content/published-item.ts'
import { type Database, sql } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'
import { itemKey } from './channel-choices.ts'
import { enter } from './enter-deliveries.ts'

/** A channel and language where something of an item stands or may stand. The channel may be gone. */
export interface StandingPlace {
  readonly channelId: string
  readonly service: string
  readonly locale: Locale
}

/** Something of ours stands there, may stand there, or stands beside what does. */
const stands = sql`(remote_state in ('live', 'unconfirmed') or left_standing <> '[]' or state = 'submitting')`

/** Where something of these items stands: `itemKey` → places. */
export async function standingPlaces(
  items: readonly ItemReference[],
  database: Database,
): Promise<ReadonlyMap<string, readonly StandingPlace[]>> {
  const { rows } = await database.execute<{
    collection: ContentCollection
    item_id: string
    channel_id: string
    service: string
    locale: Locale
  }>(sql`
    select d.collection, d.item_id, d.channel_id, d.service, d.locale from channel_deliveries d
    join (select distinct collection, id from jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as row (collection text, id uuid)) item
      on item.collection = d.collection and item.id = d.item_id
    where ${stands}
    order by d.channel_id, d.locale
  `)
  const found = new Map<string, StandingPlace[]>()
  for (const { collection, item_id: id, channel_id: channelId, service, locale } of rows) {
    const key = itemKey({ collection, id })
    found.set(key, [...(found.get(key) ?? []), { channelId, service, locale }])
  }
  return found
}

/** Whether an item was planned for a channel in a language, which the channel may no longer speak. */
export async function wasPlanned(
  {
    item,
    channelId,
    locale,
  }: { readonly item: ItemReference; readonly channelId: string; readonly locale: Locale },
  database: Database,
): Promise<boolean> {
  const { rows } = await database.execute(sql`
    select 1 from channel_deliveries
    where collection = ${item.collection} and item_id = ${item.id} and locale = ${locale} and channel_id = ${channelId}
  `)
  return rows.length > 0
}

/** How many items have something standing on a channel. */
export async function countStanding(channelId: string, database: Database): Promise<number> {
  const { rows } = await database.execute<{ count: number }>(
    sql`select count(*)::int as count from channel_deliveries where channel_id = ${channelId} and ${stands}`,
  )
  return rows[0]?.count ?? 0
}

/** Plans that nothing stands on a channel any more in these languages. Answers the ids of what is to be worked on now. */
export async function leaveLanguages(
  channelId: string,
  locales: readonly Locale[],
  transaction: Database,
): Promise<string[]> {
  const { rows } = await transaction.execute<{
    collection: ContentCollection
    item_id: string
    locale: Locale
    service: string
    outbox_id: string
  }>(sql`
    select collection, item_id, locale, service, outbox_id from channel_deliveries
    where channel_id = ${channelId} and (${stands} or state in ('planned', 'held'))
      and locale in (select jsonb_array_elements_text(${JSON.stringify(locales)}::jsonb))
  `)
  const planned = rows.map(({ collection, item_id, locale, service, outbox_id }) => ({
    item: { collection, id: item_id },
    locale,
    channelId,
    service,
    title: '',
    url: '',
    desired: 'absent' as const,
    outboxId: Number(outbox_id),
    skip: null,
  }))
  const entered = await enter(planned, transaction, { again: true })
  return entered.map(({ id }) => id)
}
