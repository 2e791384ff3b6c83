import type { Payload } from 'payload'

import type { PublishedItem } from '../../content/published-item.ts'
import { readPublished } from '../../content/read-published.ts'
import type { ClaimedDelivery } from '../../ledger/channel-deliveries.ts'
import type { Admitted } from './admit-delivery.ts'
import { type StoredChannel, storedChannel } from './open-channel.ts'

/**
 * Long enough for one item to go to many channels, and one channel to get many items. Each is kept for one version of it,
 * so that this is only how long what hangs on it, such as the name of its organisation, may be behind.
 */
const KEPT_MS = 10_000
const MOST = 500

type Recent = <Value>(key: string, read: () => Promise<Value>) => Promise<Value>

/** Reads anew what was not read lately. @param now in milliseconds */
function recentReads(now: () => number = Date.now): Recent {
  const kept = new Map<string, { readonly value: Promise<unknown>; readonly until: number }>()
  return (key, read) => {
    const known = kept.get(key)
    if (known !== undefined && known.until > now()) return known.value as ReturnType<typeof read>
    const value = read()
    kept.delete(key)
    kept.set(key, { value, until: now() + KEPT_MS })
    // What failed is asked anew. Whoever asked hears of it themselves.
    value.catch(() => kept.delete(key))
    const [oldest] = kept.keys()
    if (kept.size > MOST && oldest !== undefined) kept.delete(oldest)
    return value
  }
}

const recently = recentReads()

/** The account that a delivery was admitted to, as it was then. */
export const recentChannel = (
  payload: Payload,
  channelId: string,
  { accountVersion }: Admitted['versions'],
): Promise<StoredChannel | null> =>
  recently(`channel ${channelId} ${accountVersion}`, () => storedChannel(payload, channelId))

/** The item of a delivery, as the public sees it in its language. Null: it does not. */
export function recentItem(
  payload: Payload,
  { item, locale }: Pick<ClaimedDelivery, 'item' | 'locale'>,
  { itemVersion }: Admitted['versions'],
): Promise<PublishedItem | null> {
  const read = () => readPublished(payload, item, locale)
  if (itemVersion === null) return read()
  return recently(`item ${item.collection} ${item.id} ${locale} ${itemVersion}`, read)
}
