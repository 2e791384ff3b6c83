import { z } from 'zod'

import type { Requester } from '../network/request.ts'
import { ask, parseAnswer } from './ask.ts'
import type { RequestOptions } from './channel.ts'
import type { ChannelTools, OpenAccount } from './service.ts'

const renewal = z.object({ access_token: z.string(), expires_in: z.number() })
const inspection = z.object({ active: z.boolean(), expires_at: z.number().optional() })

/** What signs our requests. */
export interface LinkedInTokens {
  current(): Promise<string>
  /** Null: an account without a refresh token. */
  readonly renew: ((stale: string, options: RequestOptions) => Promise<string>) | null
  /** Until when a token holds. Null: unknown, as the account does not say which application it belongs to. */
  expiryOf(token: string, options: RequestOptions): Promise<Date | null>
}

/**
 * An access token holds for sixty days. With a refresh token, which LinkedIn gives to few applications and which holds for
 * a year, it is renewed when it is refused; without one a person gives another.
 * https://learn.microsoft.com/en-us/linkedin/shared/authentication/programmatic-refresh-tokens
 */
export function linkedInTokens(
  { baseUrl, settings: { clientId = '' }, secrets }: OpenAccount,
  { request, session }: Pick<ChannelTools, 'request' | 'session'>,
): LinkedInTokens {
  const { accessToken = '', refreshToken = '', clientSecret = '' } = secrets
  const application = { client_id: clientId, client_secret: clientSecret }
  const isKnown = clientId !== '' && clientSecret !== ''
  const canRenew = refreshToken !== '' && isKnown
  const asked = (path: string, form: Readonly<Record<string, string>>, options: RequestOptions) =>
    askForm(new URL(path, signInUrl(baseUrl)), { ...form, ...application }, request, options)

  const renew = (stale: string, options: RequestOptions): Promise<string> =>
    // The first token was given by a person and is no session.
    session.renew(stale === accessToken ? null : stale, async () => {
      const form = { grant_type: 'refresh_token', refresh_token: refreshToken }
      const answer = await asked('/oauth/v2/accessToken', form, options)
      const { access_token: value, expires_in: seconds } = parseAnswer(answer, renewal, 'unauthorised')
      return { value, expiresAt: new Date(options.now.getTime() + seconds * 1000) }
    })

  return {
    current: async () => (canRenew ? await session.current() : null) ?? accessToken,
    renew: canRenew ? renew : null,
    async expiryOf(token, options) {
      if (!isKnown) return null
      const answer = await asked('/oauth/v2/introspectToken', { token }, options)
      const { expires_at: seconds } = parseAnswer(answer, inspection, 'unavailable')
      return seconds === undefined ? null : new Date(seconds * 1000)
    },
  }
}

/** Signing in is at another name than everything else. */
const signInUrl = (baseUrl: string): string => baseUrl.replace('://api.linkedin.com', '://www.linkedin.com')

const askForm = (
  url: URL,
  form: Readonly<Record<string, string>>,
  request: Requester,
  { now, signal }: RequestOptions,
) =>
  ask(
    {
      url,
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(form).toString(),
      signal,
    },
    // `invalid_grant`: a year is over, or the member has taken the right back.
    { request, now, effect: 'none', reasons: { 400: 'unauthorised' } },
  )
