import type { Payload } from 'payload'

import type { ItemReference } from '../../content/published-item.ts'
import { databaseOf } from '../../database/database.ts'
import { itemCells } from '../../dissemination/channels/item-cells.ts'
import { locales as everyLocale } from '../../i18n/locales.ts'
import type { ViewContext } from '../view-context.ts'
import { attemptsOf } from './attempts-of.ts'
import { type CellView, cellView } from './cell-view.ts'
import { type ChannelView, channelView, defaultZone } from './channel-view.ts'

/** Everything here is sent to the browser. */
export interface GridModel {
  readonly channels: readonly ChannelView[]
  readonly cells: readonly CellView[]
}

/** Everything that the tab shows of an item's channels. */
export async function gridModel(
  payload: Payload,
  item: ItemReference,
  context: ViewContext,
): Promise<GridModel> {
  const cells = await itemCells(payload, item)
  const { docs } = await payload.find({
    collection: 'channels',
    depth: 0,
    pagination: false,
    select: { baseUrl: true, timeZone: true, pausedReason: true },
  })
  const attempts = await attemptsOf(
    cells.flatMap(({ delivery }) => delivery?.deliveryId ?? []),
    databaseOf(payload),
  )
  const zones = new Map(docs.map(({ id, timeZone }) => [id, timeZone ?? defaultZone]))
  const channels = new Map(cells.map((cell) => [cell.channelId, cell]))
  return {
    channels: [...channels.values()].map((cell) =>
      channelView(
        cell,
        docs.find(({ id }) => id === cell.channelId),
        context,
      ),
    ),
    // In the order of the columns.
    cells: everyLocale
      .flatMap((locale) => cells.filter((cell) => cell.locale === locale))
      .map((cell) =>
        cellView(
          cell,
          attempts.get(cell.delivery?.deliveryId ?? '') ?? [],
          zones.get(cell.channelId) ?? defaultZone,
          context,
        ),
      ),
  }
}
