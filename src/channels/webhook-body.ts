import type { PublishedItem } from '../content/published-item.ts'
import { directionOf } from '../i18n/locales.ts'
import type { Withdrawal } from './channel.ts'

/**
 * What a receiver gets about an item: enough to show it, and where to read the rest. Each field is named here, so that
 * nothing becomes public by being added to the item; a field may be added, never renamed or taken away.
 */
export const publishedBody = (item: PublishedItem, change: 'published' | 'revised'): string =>
  JSON.stringify({
    type: `item.${change}`,
    // When it happened. The same at every attempt, so that the body is too.
    timestamp: item.updatedAt,
    data: {
      collection: item.collection,
      id: item.id,
      locale: item.locale,
      direction: directionOf(item.locale),
      sourceLocale: item.sourceLocale,
      title: item.title,
      summary: item.summary,
      url: item.url,
      alternates: item.alternates,
      publishedAt: item.publishedAt,
      updatedAt: item.updatedAt,
      image: item.image,
      places: item.places,
      topics: item.topics,
      event: item.event,
      organisation: item.organisation,
      licence: item.licence,
      acknowledgements: item.acknowledgements,
      corrections: item.corrections,
      machineTranslated: item.machineTranslated,
      sample: item.sample,
    },
  })

export const withdrawnBody = ({ item, locale, occurredAt, reason }: Withdrawal): string =>
  JSON.stringify({
    type: 'item.withdrawn',
    timestamp: occurredAt,
    // Null: nobody said why.
    data: { collection: item.collection, id: item.id, locale, reason },
  })

/** Asks a receiver whether it knows our signature, and tells it nothing. */
export const pingBody = (now: Date): string => JSON.stringify({ type: 'ping', timestamp: now, data: {} })
