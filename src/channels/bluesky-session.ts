import { z } from 'zod'

import type { Answer, Request } from '../network/request.ts'
import { ask, parseAnswer, readBody } from './ask.ts'
import type { RequestOptions } from './channel.ts'
import { ChannelError, type ChannelErrorReason } from './channel-error.ts'
import type { ChannelTools, OpenAccount } from './service.ts'

/** What the server gave us to act with: for two hours, and for 90 days to ask for another. */
const session = z.object({
  did: z.string(),
  handle: z.string(),
  accessJwt: z.string(),
  refreshJwt: z.string(),
})
export type BlueskySession = z.infer<typeof session>

/** Answers that say no more than that a session is over. They come with status 400. */
const over = new Set(['ExpiredToken', 'InvalidToken'])

/** What the server's own names for errors mean, where their status says less. */
const reasons: Readonly<Record<string, ChannelErrorReason>> = {
  AuthMissing: 'unauthorised',
  AuthenticationRequired: 'unauthorised',
  AccountDeactivated: 'unauthorised',
  AccountTakedown: 'unauthorised',
  AuthFactorTokenRequired: 'unauthorised',
  RepoDeactivated: 'unauthorised',
  RepoNotFound: 'unauthorised',
  RepoTakendown: 'unauthorised',
  RecordNotFound: 'missing',
  // Written by somebody else since we looked.
  InvalidSwap: 'changed-there',
}

const fault = z.object({ error: z.string() })

export interface BlueskyCall extends Omit<Request, 'url' | 'signal'> {
  /** `com.atproto.…`, with its query. */
  readonly procedure: string
  readonly effect?: 'none' | 'visible'
}

/**
 * Asks a server in our name. It grants 300 log-ins a day only, so the session is kept, renewed when the server says that
 * it is over, and made anew with the app password when even that fails.
 * https://docs.bsky.app/docs/advanced-guides/rate-limits
 */
export function signedIn(
  { baseUrl, settings: { handle = '' }, secrets: { appPassword = '' } }: OpenAccount,
  { request, session: kept }: Pick<ChannelTools, 'request' | 'session'>,
) {
  const send = (
    { procedure, effect = 'none', ...rest }: BlueskyCall,
    authorization: Readonly<Record<string, string>>,
    { signal, now }: RequestOptions,
    whenOver: ChannelError,
  ): Promise<Answer> =>
    ask(
      {
        ...rest,
        url: new URL(`/xrpc/${procedure}`, baseUrl),
        headers: { ...rest.headers, ...authorization },
        signal,
      },
      {
        request,
        now,
        effect,
        // It fails in the middle at times: the post may have been written all the same.
        ...(effect === 'visible' && { reasons: { 500: 'unconfirmed' as const } }),
        classify: (answer) => {
          const name = errorOf(answer)
          return over.has(name) ? whenOver : (reasons[name] ?? null)
        },
      },
    )
  const sessionOver = () => new ChannelError('unauthorised', `${new URL(baseUrl).host} ended our session`)

  async function make(stale: BlueskySession | null, options: RequestOptions) {
    const made = (stale && (await refreshed(stale, options))) ?? (await created(options))
    return { value: JSON.stringify(made), expiresAt: expiryOf(made.refreshJwt) }
  }
  /** Null: it cannot be renewed any more. */
  async function refreshed({ refreshJwt }: BlueskySession, options: RequestOptions) {
    const call = { procedure: 'com.atproto.server.refreshSession', method: 'POST' } as const
    try {
      return read(await send(call, bearer(refreshJwt), options, sessionOver()))
    } catch (error) {
      if (error instanceof ChannelError && error.reason === 'unauthorised') return null
      throw error
    }
  }
  async function created(options: RequestOptions) {
    const call = {
      procedure: 'com.atproto.server.createSession',
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ identifier: handle, password: appPassword }),
    } as const
    return read(await send(call, {}, options, sessionOver()))
  }
  async function current(options: RequestOptions): Promise<string> {
    return (await kept.current()) ?? (await kept.renew(null, () => make(null, options)))
  }

  return {
    /** Who we are there. */
    whoAmI: async (options: RequestOptions) => parse(await current(options)),

    /** @param call may depend on who we are. */
    async call(
      call: BlueskyCall | ((me: BlueskySession) => BlueskyCall),
      options: RequestOptions,
    ): Promise<Answer> {
      const attempt = (value: string, whenOver: ChannelError) => {
        const me = parse(value)
        return send(typeof call === 'function' ? call(me) : call, bearer(me.accessJwt), options, whenOver)
      }
      const value = await current(options)
      const whenOver = sessionOver()
      try {
        return await attempt(value, whenOver)
      } catch (error) {
        if (error !== whenOver) throw error
        const renewed = await kept.renew(value, () => make(parse(value), options))
        return attempt(renewed, sessionOver())
      }
    },
  }
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

const read = (answer: Answer): BlueskySession => parseAnswer(answer, session, 'misconfigured')

/** We wrote it ourselves. */
const parse = (value: string): BlueskySession => session.parse(JSON.parse(value))

const errorOf = (answer: Answer): string => readBody(answer, fault)?.error ?? ''

const claims = z.object({ exp: z.number().int().positive() })

/** When a token ends, as it says itself. Null: it does not say, or is none that we can read. */
function expiryOf(token: string): Date | null {
  const [, payload = ''] = token.split('.')
  const told = readBody({ body: Buffer.from(payload, 'base64url') }, claims)
  return told && new Date(told.exp * 1000)
}
