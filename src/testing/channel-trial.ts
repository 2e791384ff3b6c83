import type { Channel, Receipt, Withdrawal } from '../channels/channel.ts'
import type { ChannelErrorReason } from '../channels/channel-error.ts'
import { type ChannelAccount, type ChannelNetwork, openService } from '../channels/channel-for.ts'
import type { Service } from '../channels/service.ts'
import type { WholeItem } from '../content/whole-item.ts'
import { type IsSubmission, startFaultProxy } from './fault-proxy.ts'
import { practiceInEnglish } from './items.ts'
import { publishPost, submitOptions } from './submit-post.ts'

/** A service that behaves: a fake, or a real one on this machine. */
export interface FakeService extends AsyncDisposable {
  readonly url: string
  /** Addresses of the items that readers find there now, oldest first. */
  standing(): readonly string[] | Promise<readonly string[]>
  /** The newest text that readers find there. */
  newestText(): string | Promise<string>
  /** Address → title: what our own site shows, for services that are only told to come and look. */
  readonly ownSite?: Map<string, string>
  /** Where it is no service but a part of ours. */
  readonly ownPart?: Pick<ChannelNetwork, 'mailer' | 'federation'>
}

/** How a channel is opened at a service's address. */
type Account = Omit<ChannelAccount, 'service'>

export interface Subject<Fake extends FakeService> {
  readonly service: Service
  startService(): Promise<Fake>
  /** Null: there is no way on which something could be lost. */
  readonly isSubmission: IsSubmission | null
  account(url: string): Account
  /** With credentials that the service does not know. Null: it has none. */
  readonly stranger: ((url: string) => Account) | null
  /** What is to be posted beside title and summary, for services that take it. Files may lie at the service's address. */
  readonly whole?: (url: string) => WholeItem
  /** What a status means here, where that is not what it means to most. */
  readonly reasons?: Readonly<Partial<Record<number, ChannelErrorReason>>>
  /** Whether the adapter can look at what became of a post. Unset: as it says itself. */
  readonly probes?: boolean
  /** Whether this server tells how many follow. Unset: as its service does. */
  readonly countsFollowers?: boolean
  /** Somebody changes the newest post there. Unset: the adapter cannot tell. */
  readonly changeByHand?: (service: Fake) => void | Promise<void>
  /** Somebody removes the newest post there. Unset: the adapter cannot tell. */
  readonly removeByHand?: (service: Fake) => void | Promise<void>
}

const publicUrl = 'https://emen.example'
/** How something is submitted: by a key, and soon. */
export const options = submitOptions
/** Without the picture, which is not every service's. */
export const practice = { ...practiceInEnglish, image: null }
export const revised = {
  ...practice,
  title: 'Mentoring, now in four cities',
  updatedAt: new Date('2026-03-20T08:00:00Z'),
}
export const withdrawalOf = (remoteId: string): Withdrawal => ({
  remoteId,
  item: practice,
  locale: practice.locale,
  occurredAt: new Date('2026-04-01T08:00:00Z'),
  reason: null,
})
export const published = { change: 'published' } as const

/** A channel of a site that shows an item before it announces it, and no longer before it withdraws it. */
const besideOurSite = (channel: Channel, { ownSite }: FakeService, whole?: WholeItem): Channel => ({
  ...channel,
  compose(item, options) {
    ownSite?.set(item.url, item.title)
    return channel.compose(item, { ...options, ...(whole !== undefined && { whole }) })
  },
  remove(withdrawal, options) {
    ownSite?.delete(practice.url)
    return channel.remove(withdrawal, options)
  },
})

export type ChannelTrial<Fake extends FakeService> = ReturnType<typeof channelTrial<Fake>>

/** All that the promises of a channel are tried with. */
export function channelTrial<Fake extends FakeService>({
  service: subject,
  startService,
  isSubmission,
  account,
  stranger,
  whole,
  reasons = {},
  probes,
  countsFollowers = subject.countsFollowers ?? false,
  changeByHand,
  removeByHand,
}: Subject<Fake>) {
  const { capabilities } = subject
  /** Opened where nothing is. */
  const nowhere = openService(subject, account('http://127.0.0.1:9'), { allowedPrivateHosts: [], publicUrl })
  const canLook = nowhere.probe !== undefined
  const start = async () => {
    const service = await startService()
    const way = await startFaultProxy(service.url, isSubmission ?? (() => false))
    const { host } = new URL(way.url)
    const open = (opened: Account, allowedPrivateHosts = [host]) =>
      besideOurSite(
        openService(subject, opened, { allowedPrivateHosts, publicUrl, ...service.ownPart }),
        service,
        whole?.(way.url),
      )
    return {
      service,
      failNext: way.failNext,
      account: account(way.url),
      channel: open(account(way.url)),
      stranger: stranger === null ? null : open(stranger(way.url)),
      withoutLeave: open(account(way.url), []),
      async [Symbol.asyncDispose]() {
        await way[Symbol.asyncDispose]()
        await service[Symbol.asyncDispose]()
      },
    }
  }
  const publish = (channel: Channel, key = 'k1') =>
    publishPost(channel, channel.compose(practice, published), options(key))
  const looksItUp = (channel: Channel): boolean => capabilities.deduplicates || channel.find !== undefined
  /** What a worker does with a post whose fate is unknown. Null: a person is to say. */
  const recover = async (channel: Channel, key: string): Promise<Receipt | null> => {
    if (!looksItUp(channel)) return null
    const found = await channel.find?.(channel.compose(practice, published), options(key))
    return found ?? publish(channel, key)
  }
  const canChange = capabilities.update !== 'none'
  const hasWay = isSubmission !== null
  const canRemove = capabilities.remove === 'yes'

  return {
    capabilities,
    nowhere,
    canLook,
    start,
    publish,
    recover,
    canChange,
    hasWay,
    canRemove,
    reasons,
    probes,
    countsFollowers,
    changeByHand,
    removeByHand,
    hasStranger: stranger !== null,
  }
}
