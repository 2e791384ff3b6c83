import type { ItemReference } from '../content/published-item.ts'
import { type Database, sql } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'
import type { RemoteState } from './channel-deliveries.ts'
import type { ChannelDeliveryState } from './delivery-state.ts'

/** Where one item stands on one channel in one language. */
export interface ItemDelivery {
  readonly deliveryId: string
  readonly channelId: string
  readonly service: string
  readonly locale: Locale
  readonly desired: 'live' | 'absent'
  readonly state: ChannelDeliveryState
  readonly reason: string | null
  readonly remoteState: RemoteState
  /** The service's name for it. Null: nothing of ours stands there, or the service did not tell. */
  readonly remoteId: string | null
  readonly remoteUrl: string | null
  /** What the other side said last when it did not take it. */
  readonly error: string | null
  /** What a later look found. Null: nobody looked. */
  readonly probe: 'live' | 'gone' | 'changed' | null
  /** Earlier posts of ours that stand beside it and could not be changed. */
  readonly leftStanding: readonly { readonly id: string; readonly url: string | null }[]
  /** What called for it. */
  readonly origin: 'publish' | 'backfill' | 'manual'
  readonly attempts: number
  readonly dueAt: Date
  readonly updatedAt: Date
}

export async function channelDeliveriesOf(
  { collection, id }: ItemReference,
  database: Database,
): Promise<ItemDelivery[]> {
  const { rows } = await database.execute<{
    id: string
    channel_id: string
    service: string
    locale: Locale
    desired: ItemDelivery['desired']
    state: ChannelDeliveryState
    reason: string | null
    remote_state: ItemDelivery['remoteState']
    remote_id: string | null
    remote_url: string | null
    error: string | null
    probe: ItemDelivery['probe']
    left_standing: ItemDelivery['leftStanding']
    origin: ItemDelivery['origin']
    attempts: number
    due_at: string | Date
    updated_at: string | Date
  }>(sql`
    select id, channel_id, service, locale, desired, state, reason, remote_state, remote_id, remote_url, error,
      probe, left_standing, origin, attempts, due_at, updated_at
    from channel_deliveries where collection = ${collection} and item_id = ${id} order by channel_id, locale
  `)
  return rows.map((row) => ({
    deliveryId: row.id,
    channelId: row.channel_id,
    service: row.service,
    locale: row.locale,
    desired: row.desired,
    state: row.state,
    reason: row.reason,
    remoteState: row.remote_state,
    remoteId: row.remote_id,
    remoteUrl: row.remote_url,
    error: row.error,
    probe: row.probe,
    leftStanding: row.left_standing,
    origin: row.origin,
    attempts: row.attempts,
    dueAt: new Date(row.due_at),
    updatedAt: new Date(row.updated_at),
  }))
}

/** One edition in which the item stands, and how many people it was submitted to. */
export interface ItemEdition {
  readonly issueId: string
  readonly editionLocale: Locale
  /** Null: left out of this edition, for `reason`. */
  readonly shownIn: Locale | null
  readonly reason: string | null
  readonly submitted: number
}

export async function editionsWith(
  { collection, id }: ItemReference,
  database: Database,
): Promise<ItemEdition[]> {
  const { rows } = await database.execute<{
    issue_id: string
    locale: Locale
    shown_in: Locale | null
    reason: string | null
    submitted: number
  }>(sql`
    select e.issue_id, e.locale, entry->>'shownIn' as shown_in, entry->>'reason' as reason,
      (select count(*)::int from email_deliveries d where d.edition_id = e.id and d.state = 'submitted') as submitted
    from editions e cross join lateral jsonb_array_elements(e.manifest) entry
    where e.manifest @> ${JSON.stringify([{ collection, id }])}::jsonb
      and entry->>'id' = ${id} and entry->>'collection' = ${collection}
    order by e.rendered_at desc, e.locale
  `)
  return rows.map(({ issue_id, locale, shown_in, reason, submitted }) => ({
    issueId: issue_id,
    editionLocale: locale,
    shownIn: shown_in,
    reason,
    submitted,
  }))
}
