import { hostAndPort } from '../network/guard.ts'
import { requester } from '../network/request.ts'
import type { Channel } from './channel.ts'
import type { Mailer } from './mailer.ts'
import { type ChannelSession, type OpenAccount, type Service, sessionInMemory } from './service.ts'
import { serviceNamed } from './services.ts'
import { withoutSecrets } from './without-secrets.ts'

/** Our account at a named service, its secrets opened. */
export interface ChannelAccount extends Pick<OpenAccount, 'secrets'> {
  readonly service: string
  readonly baseUrl: string
  readonly settings?: OpenAccount['settings']
}

export interface ChannelNetwork {
  /** `host:port` pairs on a private network that an account may point to. */
  readonly allowedPrivateHosts: readonly string[]
  /** Where we serve our own pictures, which may be this machine. */
  readonly publicUrl: string
  /** Unset: for this process alone. */
  readonly session?: ChannelSession
  /** Unset: none. */
  readonly mailer?: Mailer
}

/**
 * Opens an account.
 * @throws when there is no such service: what is stored was checked.
 */
export function channelFor({ service, ...account }: ChannelAccount, network: ChannelNetwork): Channel {
  const found = serviceNamed(service)
  if (found === null) throw new Error(`there is no service called ${service}`)
  return openService(found, account, network)
}

export function openService(
  service: Service,
  { baseUrl, settings = {}, secrets }: Omit<ChannelAccount, 'service'>,
  { allowedPrivateHosts, publicUrl, session = sessionInMemory(), mailer }: ChannelNetwork,
): Channel {
  const ownHost = hostAndPort(new URL(publicUrl))
  const channel = service.open(
    { baseUrl, settings, secrets },
    {
      request: requester({ allowedPrivateHosts }),
      requestOwn: requester({ allowedPrivateHosts: [...allowedPrivateHosts, ownHost] }),
      session,
      mailer: mailer ?? null,
    },
  )
  return withoutSecrets(channel, secrets)
}
