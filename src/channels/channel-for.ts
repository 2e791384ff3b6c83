import { hostAndPort, isReadOnTheWay } from '../network/guard.ts'
import { NetworkError } from '../network/network-error.ts'
import { type Requester, requester } from '../network/request.ts'
import type { Channel } from './channel.ts'
import type { Federation } from './federation.ts'
import { type ChannelWatch, guardedChannel } from './guarded-channel.ts'
import type { Mailer } from './mailer.ts'
import { type ChannelSession, type OpenAccount, type Service, sessionInMemory } from './service.ts'
import { serviceNamed } from './services.ts'

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
  /** Unset: none. */
  readonly federation?: Federation
  /** Unset: nobody looks on. */
  readonly watch?: ChannelWatch
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
  { allowedPrivateHosts, publicUrl, session = sessionInMemory(), mailer, federation, watch }: ChannelNetwork,
): Channel {
  const ownHost = hostAndPort(new URL(publicUrl))
  const brought = new Set<string>()
  const channel = service.open(
    { baseUrl, settings, secrets },
    {
      request: watched(encrypted(requester({ allowedPrivateHosts }), service, allowedPrivateHosts), watch),
      requestOwn: requester({ allowedPrivateHosts: [...allowedPrivateHosts, ownHost] }),
      session: noting(session, brought),
      mailer: mailer ?? null,
      federation: federation ?? null,
    },
  )
  return guardedChannel(describing(channel), () => [...Object.values(secrets), ...brought], watch)
}

/** No service takes a picture without words for those who do not see it. */
const describing = (channel: Channel): Channel => ({
  ...channel,
  validate: (post) => [
    ...(post.image?.alt === '' ? (['missing-alt'] as const) : []),
    ...channel.validate(post),
  ],
})

/** A secret may be anywhere in what is sent: in a body or in the address too. */
const encrypted =
  (request: Requester, { secrets }: Service, allowedPrivateHosts: readonly string[]): Requester =>
  async (asked) => {
    if (secrets.length > 0 && isReadOnTheWay(asked.url, allowedPrivateHosts))
      throw new NetworkError(
        'refused-address',
        `${asked.url.host} would get a password over a connection that is not encrypted`,
      )
    return request(asked)
  }

const watched =
  (request: Requester, watch: ChannelWatch | undefined): Requester =>
  async (asked) => {
    const answer = await request(asked)
    watch?.answered(answer)
    return answer
  }

/** What a session brings is as secret as what it was brought for. */
const noting = (session: ChannelSession, brought: Set<string>): ChannelSession => {
  const note = <Value extends string | null>(value: Value): Value => {
    for (const text of value === null ? [] : [value, ...textsIn(value)]) brought.add(text)
    return value
  }
  return {
    current: async () => note(await session.current()),
    renew: async (stale, make) =>
      note(
        await session.renew(stale, async () => {
          const made = await make()
          note(made.value)
          return made
        }),
      ),
  }
}

/** Some keep several in one, as JSON. */
function textsIn(value: string): readonly string[] {
  try {
    return Object.values(JSON.parse(value) as object).filter((text) => typeof text === 'string')
  } catch {
    // It is one text, which is noted as it is.
    return []
  }
}
