import { hostAndPort } from '../network/guard.ts'
import { requester } from '../network/request.ts'
import type { Channel } from './channel.ts'
import { mastodon } from './mastodon.ts'
import { webhook } from './webhook.ts'

/** Our account at a service, its secrets opened. */
export type ChannelAccount =
  | { readonly service: 'mastodon'; readonly baseUrl: string; readonly accessToken: string }
  | { readonly service: 'webhook'; readonly endpoint: string; readonly secret: string }

export interface ChannelNetwork {
  /** `host:port` pairs on a private network that an account may point to. */
  readonly allowedPrivateHosts: readonly string[]
  /** Where we serve our own pictures, which may be this machine. */
  readonly publicUrl: string
}

/** The one place that knows which services there are. */
export function channelFor(
  account: ChannelAccount,
  { allowedPrivateHosts, publicUrl }: ChannelNetwork,
): Channel {
  const request = requester({ allowedPrivateHosts })
  switch (account.service) {
    case 'mastodon': {
      const ownHost = hostAndPort(new URL(publicUrl))
      const requestImage = requester({ allowedPrivateHosts: [...allowedPrivateHosts, ownHost] })
      return mastodon({ ...account, request, requestImage })
    }
    case 'webhook':
      return webhook({ ...account, request })
  }
}
