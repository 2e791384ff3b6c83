import type { Payload } from 'payload'

import { serviceNamed } from '../../channels/services.ts'
import type { ContentCollection } from '../../content/published-item.ts'
import { isLocale } from '../../i18n/locales.ts'
import type { PlannedChannel } from './plan.ts'

/** A channel as people see it in a list. */
export interface ListedChannel extends PlannedChannel {
  readonly name: string
  readonly isPaused: boolean
}

interface StoredChannel {
  readonly id: string
  readonly name: string
  readonly service: string
  readonly locales?: readonly string[] | null
  readonly collections?: readonly ContentCollection[] | null
  readonly topics?: readonly unknown[] | null
  readonly countries?: readonly unknown[] | null
  readonly communities?: readonly unknown[] | null
  readonly mode?: PlannedChannel['mode'] | null
  readonly paused?: boolean | null
}

/** Every account of ours, in the order of their ids. */
export async function plannedChannels(payload: Payload): Promise<ListedChannel[]> {
  const { docs } = await payload.find({
    collection: 'channels',
    pagination: false,
    depth: 0,
    sort: 'id',
    select: {
      name: true,
      service: true,
      locales: true,
      collections: true,
      topics: true,
      countries: true,
      communities: true,
      mode: true,
      paused: true,
    },
  })
  return (docs as unknown as StoredChannel[]).map((row) => {
    const service = serviceNamed(row.service)
    return {
      id: String(row.id),
      name: row.name,
      service: row.service,
      locales: (row.locales ?? []).filter(isLocale),
      collections: row.collections ?? [],
      topics: (row.topics ?? []).map(String),
      countries: (row.countries ?? []).map(String),
      communities: (row.communities ?? []).map(String),
      mode: row.mode ?? 'auto',
      isFinal: service?.capabilities.isFinal ?? false,
      ...(service?.settlesAfterMs !== undefined && { settlesAfterMs: service.settlesAfterMs }),
      ...(service?.namesSiblings && { namesSiblings: true }),
      isPaused: row.paused === true,
    }
  })
}
