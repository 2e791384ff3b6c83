import type { ContentCollection } from '../content/published-item.ts'
import type { Locale } from '../i18n/locales.ts'
import type { PlannedDelivery } from '../ledger/channel-deliveries.ts'
import type { OutboxEntry } from '../outbox/outbox.ts'

/** An account of ours at a service, as far as planning needs to know it. */
export interface ChannelAccount {
  readonly id: string
  readonly service: string
  readonly locales: readonly Locale[]
  /** Empty: it takes every collection. */
  readonly collections: readonly ContentCollection[]
  /** `off`: nothing is announced there by itself. What stands there is still withdrawn. */
  readonly mode: 'auto' | 'off'
}

/** A change, and in which languages the item is public now: locale → what it is called and where it stands. */
export interface PlannableChange extends OutboxEntry {
  readonly published: ReadonlyMap<Locale, { readonly title: string; readonly url: string }>
}

/**
 * Decides what one change means for every channel, and says why for those that get nothing: a channel whose language the
 * item lacks is told so as soon as the item is public in any language.
 */
export function plan(change: PlannableChange, channels: readonly ChannelAccount[]): PlannedDelivery[] {
  return channels.flatMap((channel) =>
    channel.locales.flatMap((locale) => planOne(change, channel, locale) ?? []),
  )
}

function planOne(change: PlannableChange, channel: ChannelAccount, locale: Locale): PlannedDelivery | null {
  const { item, outboxId, kind, published } = change
  const delivery = {
    item,
    locale,
    channelId: channel.id,
    service: channel.service,
    title: published.get(locale)?.title ?? '',
    url: published.get(locale)?.url ?? '',
    outboxId,
  }
  if (locale === change.locale && kind === 'withdrawn') return { ...delivery, desired: 'absent', skip: null }
  if (kind === 'withdrawn') return null
  if (channel.collections.length > 0 && !channel.collections.includes(item.collection))
    return { ...delivery, desired: 'absent', skip: 'collection-not-wanted' }
  if (!published.has(locale)) return { ...delivery, desired: 'absent', skip: 'not-translated' }
  if (locale !== change.locale) return null
  if (channel.mode === 'off') return { ...delivery, desired: 'absent', skip: 'channel-off' }
  return { ...delivery, desired: 'live', skip: null }
}
