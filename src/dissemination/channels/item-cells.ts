import type { Payload } from 'payload'

import { serviceNamed } from '../../channels/services.ts'
import { publicNames } from '../../content/public-locales.ts'
import type { ItemReference } from '../../content/published-item.ts'
import { databaseOf, sql } from '../../database/database.ts'
import { isLocale, type Locale } from '../../i18n/locales.ts'
import type { ChannelSkipReason } from '../../ledger/delivery-state.ts'
import { channelDeliveriesOf, type ItemDelivery } from '../../ledger/item-report.ts'

/** What a person may decide about what stands, or does not, in a cell. */
type Decision =
  | 'publish-now'
  | 'retry'
  | 'withdraw'
  | 'adopt'
  | 'assume'
  | 'send-again'
  | 'overwrite'
  | 'keep-theirs'
  | 'recreate'

/** What editors chose for one cell. */
interface Choice {
  readonly channelId: string
  readonly locale: Locale
  readonly wanted: 'yes' | 'no' | null
  readonly text: string | null
  readonly picture: 'item' | 'none' | 'own'
  readonly pictureId: string | null
  readonly alt: string | null
  readonly scheduledFor: Date | null
  readonly approval: 'requested' | 'approved' | 'rejected' | null
  readonly requestedBy: string | null
  readonly decidedBy: string | null
  readonly decidedAt: Date | null
}

/** An item on one channel in one of its languages, whether or not anything happened there yet. */
export interface Cell {
  readonly channelId: string
  readonly channelName: string
  readonly service: string
  readonly isPaused: boolean
  readonly locale: Locale
  readonly isPublic: boolean
  readonly delivery: ItemDelivery | null
  readonly choice: Choice | null
  /** What the channel's rules say of the item. */
  readonly rule: 'auto' | 'ask' | 'off' | ChannelSkipReason
  readonly canDo: readonly Decision[]
}

/** Every channel in each of its languages, by the channel's name. */
export async function itemCells(payload: Payload, item: ItemReference): Promise<Cell[]> {
  const database = databaseOf(payload)
  const [deliveries, names] = await Promise.all([
    channelDeliveriesOf(item, database),
    publicNames(item, database),
  ])
  const { rows } = await database.execute<{
    channel_id: string
    locale: string
    wanted: Choice['wanted']
    text: string | null
    picture: Choice['picture']
    picture_id: string | null
    alt: string | null
    scheduled_for: string | Date | null
    approval: Choice['approval']
  }>(sql`select * from channel_choices where collection = ${item.collection} and item_id = ${item.id}`)
  const { docs } = await payload.find({ collection: 'channels', depth: 0, pagination: false, sort: 'name' })
  return docs.flatMap((channel) =>
    channel.locales.filter(isLocale).map((locale): Cell => {
      const delivery =
        deliveries.find((each) => each.channelId === channel.id && each.locale === locale) ?? null
      const row = rows.find((each) => each.channel_id === channel.id && each.locale === locale)
      const takes = !channel.collections?.length || channel.collections.includes(item.collection)
      return {
        channelId: channel.id,
        channelName: channel.name,
        service: channel.service,
        isPaused: channel.paused === true,
        locale,
        isPublic: names.has(locale),
        delivery,
        choice:
          row === undefined
            ? null
            : {
                channelId: channel.id,
                locale,
                wanted: row.wanted,
                text: row.text,
                picture: row.picture,
                pictureId: row.picture_id,
                alt: row.alt,
                scheduledFor: row.scheduled_for === null ? null : new Date(row.scheduled_for),
                approval: row.approval,
                requestedBy: null,
                decidedBy: null,
                decidedAt: null,
              },
        rule: takes ? channel.mode : 'collection-not-wanted',
        canDo: decisionsFor(delivery, names.has(locale), channel.service),
      }
    }),
  )
}

function decisionsFor(delivery: ItemDelivery | null, isPublic: boolean, service: string): Decision[] {
  if (delivery === null) return isPublic ? ['publish-now'] : []
  const mayRemove = serviceNamed(service)?.capabilities.remove === 'yes'
  switch (delivery.state) {
    case 'unconfirmed':
      return ['adopt', 'assume', 'send-again']
    case 'failed':
      return ['retry']
    case 'held':
      return delivery.reason === 'changed-there'
        ? ['keep-theirs', 'overwrite']
        : delivery.reason === 'to-post-by-hand'
          ? ['adopt']
          : ['publish-now']
    case 'planned':
      return ['publish-now']
    case 'submitted':
      return delivery.remoteState === 'live' && mayRemove ? ['withdraw'] : []
    default:
      return delivery.reason === 'removed-there' ? ['recreate'] : isPublic ? ['publish-now'] : []
  }
}
