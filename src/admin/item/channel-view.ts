import { serviceNamed } from '../../channels/services.ts'
import type { Cell } from '../../dissemination/channels/item-cells.ts'
import { capabilityLines } from '../channel/capability-lines.ts'
import { reasonText } from '../reasons.ts'
import type { ViewContext } from '../view-context.ts'

/** A channel as the tab shows it. */
export interface ChannelView {
  readonly id: string
  readonly name: string
  readonly service: string
  /** Where it is, for people: without what stands before the host. */
  readonly place: string
  readonly url: string
  /** IANA name: its posts are planned by the clocks of this zone. */
  readonly timeZone: string
  /** Why nothing leaves. Null: it is not paused. */
  readonly paused: string | null
  readonly look: PostLook
  /** What the service can do and what it cannot. */
  readonly lines: readonly string[]
  readonly isByHand: boolean
  /** What is posted can be taken away again at any time. */
  readonly isReversible: boolean
}

/** How posts of a service are drawn. */
export interface PostLook {
  readonly kind: 'post' | 'message' | 'article' | 'letter' | 'record' | 'data'
  /** Networks whose posts can be in several languages show people as circles, all others as squares. */
  readonly avatar: 'round' | 'square'
}

/** Where a channel says no zone. */
export const defaultZone = 'UTC'

/** What the tab needs of a stored channel. */
export interface ChannelRow {
  readonly baseUrl: string
  readonly timeZone?: string | null
  readonly pausedReason?: string | null
}

export function channelView(
  { channelId, channelName, service, isPaused }: Cell,
  row: ChannelRow | undefined,
  { t }: ViewContext,
): ChannelView {
  const found = serviceNamed(service)
  const url = found?.fixedUrl ?? row?.baseUrl ?? ''
  return {
    id: channelId,
    name: channelName,
    service: t(`views.service.${service}`),
    place: URL.parse(url)?.host ?? url,
    url,
    timeZone: row?.timeZone ?? defaultZone,
    paused: isPaused
      ? (reasonText(t, 'channel', row?.pausedReason) ?? t('views.item.panel.pausedByPerson'))
      : null,
    look: {
      kind: found?.look ?? 'post',
      avatar: found?.capabilities.language === 'several' ? 'round' : 'square',
    },
    lines: found === null ? [] : capabilityLines(found.capabilities, t),
    isByHand: found?.capabilities.posts === 'by-hand',
    isReversible:
      found !== null &&
      found.capabilities.remove === 'yes' &&
      found.capabilities.removeWithinMs === null &&
      !found.capabilities.isFinal,
  }
}
