import type { Payload } from 'payload'

import { noTies, tiesOf } from '../../content/item-ties.ts'
import { publicNames } from '../../content/public-locales.ts'
import type { ItemReference } from '../../content/published-item.ts'
import { databaseOf } from '../../database/database.ts'
import { locales as everyLocale, type Locale } from '../../i18n/locales.ts'
import { type Choice, cellKey, choicesOf, itemKey } from '../../ledger/channel-choices.ts'
import type { ChannelSkipReason } from '../../ledger/delivery-state.ts'
import { channelDeliveriesOf, type ItemDelivery } from '../../ledger/item-report.ts'
import { canDo, type Decision } from './can-do.ts'
import { ruleFor } from './plan.ts'
import { plannedChannels } from './planned-channels.ts'

/** An item on one channel in one of its languages. */
export interface Cell {
  readonly channelId: string
  readonly channelName: string
  readonly service: string
  readonly isPaused: boolean
  readonly locale: Locale
  /** Whether the item is public in the language. */
  readonly isPublic: boolean
  /** Null: nothing was planned there yet. */
  readonly delivery: ItemDelivery | null
  /** Null: nobody chose anything. */
  readonly choice: Choice | null
  /** What the channel's rules say about the item, whatever was chosen. */
  readonly rule: 'auto' | 'ask' | 'off' | ChannelSkipReason
  readonly canDo: readonly Decision[]
}

/** Every channel in each of its languages, and in those in which something of the item went there before. */
export async function itemCells(
  payload: Payload,
  item: ItemReference,
  now: Date = new Date(),
): Promise<Cell[]> {
  const database = databaseOf(payload)
  const channels = await plannedChannels(payload)
  const [names, deliveries, choices, ties] = await Promise.all([
    publicNames(item, database),
    channelDeliveriesOf(item, database),
    choicesOf([item], database),
    tiesOf(item.collection, [item.id], database),
  ])
  const chosen = choices.get(itemKey(item))
  return channels.flatMap((channel) => {
    const ofChannel = deliveries.filter(({ channelId }) => channelId === channel.id)
    const spoken = new Set([...channel.locales, ...ofChannel.map(({ locale }) => locale)])
    return everyLocale
      .filter((locale) => spoken.has(locale))
      .map((locale) => {
        const delivery = ofChannel.find((each) => each.locale === locale) ?? null
        const isPublic = names.has(locale)
        return {
          channelId: channel.id,
          channelName: channel.name,
          service: channel.service,
          isPaused: channel.isPaused,
          locale,
          isPublic,
          delivery,
          choice: chosen?.get(cellKey({ channelId: channel.id, locale })) ?? null,
          rule: ruleFor(channel, item.collection, ties.get(item.id) ?? noTies),
          canDo: canDo({ delivery, isPublic, now }),
        }
      })
  })
}
