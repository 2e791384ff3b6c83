import type { ItemTies } from '../../content/item-ties.ts'
import type { ContentCollection } from '../../content/published-item.ts'
import type { Locale } from '../../i18n/locales.ts'
import { type Choice, cellKey } from '../../ledger/channel-choices.ts'
import type { ChannelSkipReason, HoldReason } from '../../ledger/delivery-state.ts'
import type { PlannedDelivery } from '../../ledger/enter-deliveries.ts'
import type { StandingPlace } from '../../ledger/standing-places.ts'
import type { OutboxEntry } from '../../outbox/outbox.ts'

/** What a channel takes, as far as planning needs to know it. A rule that is empty takes everything. */
export interface ChannelRules {
  readonly collections: readonly ContentCollection[]
  /** Ids, as the further ones. */
  readonly topics: readonly string[]
  readonly countries: readonly string[]
  readonly communities: readonly string[]
  /** `off`: nothing is announced there by itself. What stands there is still corrected and withdrawn. */
  readonly mode: 'auto' | 'ask' | 'off'
  /** What stands there can never be taken back: a person decides about each, whatever the mode. */
  readonly isFinal: boolean
}

/** An account of ours at a service. */
export interface PlannedChannel extends ChannelRules {
  readonly id: string
  readonly service: string
  readonly locales: readonly Locale[]
  /** See `Service.settlesAfterMs`. */
  readonly settlesAfterMs?: number
  /** See `Service.namesSiblings`. */
  readonly namesSiblings?: boolean
}

/** A change, and in which languages the item is public now: locale → what it is called and where it stands. */
export interface PlannableChange extends OutboxEntry {
  readonly published: ReadonlyMap<Locale, { readonly title: string; readonly url: string }>
  readonly ties: ItemTies
  /** What editors chose, by `cellKey`. */
  readonly choices: ReadonlyMap<string, Choice>
  /** Where something of the item stands, whatever the channels say now. */
  readonly standing: readonly StandingPlace[]
}

/**
 * Decides what one change means for every channel, and says why for those that get nothing: a channel whose language the
 * item lacks is told so as soon as the item is public in any language. Languages are taken exactly: readers of one are
 * never shown a post in another, so there is no falling back here as there is on pages and in letters. What stands where a
 * channel no longer speaks the language is taken away.
 */
export function plan(change: PlannableChange, channels: readonly PlannedChannel[]): PlannedDelivery[] {
  const spoken = channels.flatMap((channel) =>
    channel.locales.flatMap((locale) => planOne(change, channel, locale) ?? []),
  )
  const left = change.standing.filter(
    ({ channelId, locale }) =>
      locale === change.locale &&
      !channels.some((channel) => channel.id === channelId && channel.locales.includes(locale)),
  )
  return [...spoken, ...left.map((place) => absentFrom(place, change)), ...planSiblings(change, channels)]
}

/**
 * What stands in other languages and names this one. Whether it says anything else now is seen when it is composed: one
 * that says the same is left alone.
 */
function planSiblings(change: PlannableChange, channels: readonly PlannedChannel[]): PlannedDelivery[] {
  const naming = new Map(channels.filter(({ namesSiblings }) => namesSiblings).map((each) => [each.id, each]))
  return change.standing.flatMap(({ channelId, locale }) => {
    const channel = naming.get(channelId)
    const isNamed = locale !== change.locale && change.published.has(locale)
    if (!isNamed || !channel?.locales.includes(locale)) return []
    return planOne({ ...change, kind: 'published', locale }, channel, locale) ?? []
  })
}

/** Nothing of the item is to stand there. */
const absentFrom = (
  { channelId, service, locale }: StandingPlace,
  { item, outboxId, published }: Pick<PlannableChange, 'item' | 'outboxId' | 'published'>,
): PlannedDelivery => ({
  item,
  locale,
  channelId,
  service,
  title: published.get(locale)?.title ?? '',
  url: published.get(locale)?.url ?? '',
  outboxId,
  desired: 'absent',
  skip: null,
})

/** What it means for one channel in one language, which the channel may no longer speak. Null: nothing. */
export function planOne(
  change: PlannableChange,
  channel: PlannedChannel,
  locale: Locale,
): PlannedDelivery | null {
  const { item, kind, published, ties } = change
  const absent = {
    ...absentFrom({ channelId: channel.id, service: channel.service, locale }, change),
    ...(channel.settlesAfterMs !== undefined && { settlesAfterMs: channel.settlesAfterMs }),
  }
  const skipped = (skip: ChannelSkipReason): PlannedDelivery => ({ ...absent, skip })
  if (kind === 'withdrawn' || !channel.locales.includes(locale))
    return locale === change.locale ? absent : null
  const choice = change.choices.get(cellKey({ channelId: channel.id, locale }))
  const isAsked = choice?.wanted === 'yes'
  if (!isAsked && !takesCollection(channel, item.collection)) return skipped('collection-not-wanted')
  if (!published.has(locale)) return skipped('not-translated')
  if (locale !== change.locale) return null
  if (choice?.wanted === 'no') return skipped('not-chosen')
  if (!isAsked && !takesTies(channel, ties)) return skipped('topic-not-wanted')
  if (!isAsked && channel.mode === 'off') return skipped('channel-off')
  return {
    ...absent,
    desired: 'live',
    hold: holdOf(channel, choice?.approval ?? null),
    dueAt: choice?.scheduledFor ?? null,
  }
}

/** What a channel's rules say about an item, whatever editors chose. */
export function ruleFor(
  channel: ChannelRules,
  collection: ContentCollection,
  ties: ItemTies,
): 'auto' | 'ask' | 'off' | ChannelSkipReason {
  if (!takesCollection(channel, collection)) return 'collection-not-wanted'
  if (!takesTies(channel, ties)) return 'topic-not-wanted'
  if (channel.mode === 'off') return 'off'
  return asks(channel) ? 'ask' : 'auto'
}

const asks = ({ mode, isFinal }: ChannelRules): boolean => mode === 'ask' || isFinal

const takesCollection = ({ collections }: ChannelRules, collection: ContentCollection): boolean =>
  collections.length === 0 || collections.includes(collection)

/** Each rule is met by any of its values. */
const takesTies = (rules: ChannelRules, ties: ItemTies): boolean =>
  (['topics', 'countries', 'communities'] as const).every(
    (kind) => rules[kind].length === 0 || ties[kind].some((tied) => rules[kind].includes(tied)),
  )

/** Where somebody asked for an approval, it is waited for on every channel. */
function holdOf(channel: ChannelRules, approval: Choice['approval']): HoldReason | null {
  if (approval === 'rejected') return 'rejected-by-editor'
  const isOpen = approval === 'requested' || (asks(channel) && approval !== 'approved')
  return isOpen ? 'awaits-approval' : null
}
