import type { Payload } from 'payload'
import { publicNamesOf } from '../../content/public-locales.ts'
import { type ContentCollection, contentCollections } from '../../content/published-item.ts'
import { itemUrl } from '../../content/site-url.ts'
import { databaseOf } from '../../database/database.ts'
import { isLocale } from '../../i18n/locales.ts'
import { type BackfillDelivery, backfillCandidates, enterBackfill } from '../../ledger/backfill-deliveries.ts'
import { type ChannelAccount, plan } from '../plan.ts'
import type { StoredChannel } from './open-channel.ts'

export interface BackfillWish {
  /** Counts, and enters nothing. */
  readonly dryRun: boolean
  /** Of those that the channel takes. Null: all of them. */
  readonly collections: readonly ContentCollection[] | null
  /** Only what became public since. Null: whenever. */
  readonly since: Date | null
}

export interface Backfill {
  readonly count: number
  readonly perDay: number
  /** Over how many days. */
  readonly days: number
}

const PER_DAY = 6

/** Gives a channel what was public before it was there: newest first, some a day, each item and language once. */
export async function backfill(
  payload: Payload,
  channel: StoredChannel,
  { dryRun, collections, since }: BackfillWish,
): Promise<Backfill> {
  const database = databaseOf(payload)
  const locales = (channel.locales ?? []).filter(isLocale)
  const candidates = await backfillCandidates(
    { channelId: channel.id, locales, collections: collections ?? contentCollections, since },
    database,
  )
  const names = new Map(
    await Promise.all(
      contentCollections.map(async (collection) => {
        const ids = candidates.filter(({ item }) => item.collection === collection).map(({ item }) => item.id)
        return [collection, await publicNamesOf(collection, [...new Set(ids)], database)] as const
      }),
    ),
  )
  const account = accountOf(channel)
  const wanted = candidates.flatMap((candidate): BackfillDelivery[] => {
    const { item, locale } = candidate
    const published = new Map(
      [...(names.get(item.collection)?.get(item.id) ?? [])].map(([language, { title, slug }]) => [
        language,
        { title, url: itemUrl(item.collection, slug, language) },
      ]),
    )
    const planned = plan({ ...candidate, kind: 'published', published }, [account])
    return planned.flatMap(({ locale: language, desired, skip, title, url }) =>
      language === locale && desired === 'live' && skip === null ? [{ ...candidate, title, url }] : [],
    )
  })
  const perDay = channel.backfillPerDay ?? PER_DAY
  const pace = { channelId: channel.id, service: channel.service, perDay, asks: channel.mode === 'ask' }
  const count = dryRun ? wanted.length : await enterBackfill(wanted, pace, database)
  return { count, perDay, days: Math.ceil(count / perDay) }
}

/** A channel that is `off` takes no backfill, and asks what to do about each are asked when it is entered. */
const accountOf = ({ id, service, locales, collections, mode }: StoredChannel): ChannelAccount => ({
  id,
  service,
  locales: (locales ?? []).filter(isLocale),
  collections: (collections ?? []).filter((name): name is ContentCollection =>
    contentCollections.some((each) => each === name),
  ),
  mode: mode === 'off' ? 'off' : 'auto',
})
