import type { Payload } from 'payload'

import { publicNames } from '../content/public-locales.ts'
import type { ItemReference } from '../content/published-item.ts'
import { itemUrl } from '../content/site-url.ts'
import { databaseOf } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'
import {
  channelDeliveriesOf,
  editionsWith,
  type ItemDelivery,
  type ItemEdition,
} from '../ledger/item-report.ts'

/** Where an item is and where it went: what an editor sees on it. */
export interface ItemReport {
  readonly publicLocales: readonly { readonly locale: Locale; readonly title: string; readonly url: string }[]
  readonly deliveries: readonly (ItemDelivery & { readonly channelName: string })[]
  readonly editions: readonly (ItemEdition & {
    readonly newsletterName: string
    readonly issueNumber: number
  })[]
}

/** @param locale language of the newsletters' names. */
export async function itemReport(payload: Payload, item: ItemReference, locale: Locale): Promise<ItemReport> {
  const database = databaseOf(payload)
  const [names, deliveries, editions] = await Promise.all([
    publicNames(item, database),
    channelDeliveriesOf(item, database),
    editionsWith(item, database),
  ])
  const channels = await channelNames(payload)
  const issues = await issueNames(payload, [...new Set(editions.map(({ issueId }) => issueId))], locale)
  return {
    publicLocales: [...names].map(([language, { title, slug }]) => ({
      locale: language,
      title,
      url: itemUrl(item.collection, slug, language),
    })),
    deliveries: deliveries.map((delivery) => ({
      ...delivery,
      channelName: channels.get(delivery.channelId) ?? delivery.service,
    })),
    editions: editions.flatMap((edition) => {
      const issue = issues.get(edition.issueId)
      return issue === undefined ? [] : { ...edition, ...issue }
    }),
  }
}

async function channelNames(payload: Payload): Promise<Map<string, string>> {
  const { docs } = await payload.find({
    collection: 'channels',
    pagination: false,
    depth: 0,
    select: { name: true },
  })
  return new Map(docs.map(({ id, name }) => [String(id), name]))
}

async function issueNames(payload: Payload, ids: readonly string[], locale: Locale) {
  if (ids.length === 0) return new Map<string, { newsletterName: string; issueNumber: number }>()
  const { docs } = await payload.find({
    collection: 'issues',
    where: { id: { in: [...ids] } },
    pagination: false,
    depth: 1,
    locale,
  })
  return new Map(
    docs.map(({ id, number, newsletter }) => [
      String(id),
      {
        newsletterName: typeof newsletter === 'object' ? (newsletter.name ?? '') : '',
        issueNumber: number,
      },
    ]),
  )
}
