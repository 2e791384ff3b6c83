import { z } from 'zod'

import type { Requester } from '../network/request.ts'
import { ask, parseAnswer } from './ask.ts'
import type { RequestOptions } from './channel.ts'
import type { ChannelTools, OpenAccount } from './service.ts'

const renewal = z.object({
  access_token: z.string(),
  expires_in: z.number(),
  refresh_token_expires_in: z.number().optional(),
})
/** What is kept of a renewal. The end is that of the refresh token, in milliseconds since 1970. */
const renewed = z.object({ accessToken: z.string(), renewableUntil: z.number().nullable() })
type Renewed = z.infer<typeof renewed>
const inspection = z.object({ active: z.boolean(), expires_at: z.number().optional() })

/** What signs our requests. */
export interface LinkedInTokens {
  current(): Promise<string>
  /** Null: an account without a refresh token. */
  readonly renew: ((stale: string, options: RequestOptions) => Promise<string>) | null
  /** When a person has to sign in again. Null: unknown, as the account does not say which application it belongs to. */
  expiry(options: RequestOptions): Promise<Date | null>
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

  const kept = async (): Promise<{ readonly value: string; readonly content: Renewed } | null> => {
    const value = await session.current()
    return value === null ? null : { value, content: readRenewed(value) }
  }
  /** @param stale a token that is of no use any more. The first was given by a person and is no session. */
  const renew = async (stale: string, options: RequestOptions): Promise<Renewed> => {
    const before = await kept()
    // Another process has renewed it meanwhile.
    if (before !== null && before.content.accessToken !== stale) return before.content
    const value = await session.renew(before?.value ?? null, async () => {
      const form = { grant_type: 'refresh_token', refresh_token: refreshToken }
      const answer = await asked('/oauth/v2/accessToken', form, options)
      const told = parseAnswer(answer, renewal, 'unauthorised')
      const until = (seconds: number): number => options.now.getTime() + seconds * 1000
      const { refresh_token_expires_in: yearLeft } = told
      const content: Renewed = {
        accessToken: told.access_token,
        renewableUntil: yearLeft === undefined ? null : until(yearLeft),
      }
      return { value: JSON.stringify(content), expiresAt: new Date(until(told.expires_in)) }
    })
    return readRenewed(value)
  }
  const current = async (): Promise<string> =>
    (canRenew ? (await kept())?.content.accessToken : undefined) ?? accessToken

  return {
    current,
    renew: canRenew ? async (stale, options) => (await renew(stale, options)).accessToken : null,
    async expiry(options) {
      if (!isKnown) return null
      // The access token's own end is nobody's concern then. The other is told when it is renewed, so that is done once.
      if (canRenew) {
        const { renewableUntil } = (await kept())?.content ?? (await renew(accessToken, options))
        return renewableUntil === null ? null : new Date(renewableUntil)
      }
      const answer = await asked('/oauth/v2/introspectToken', { token: accessToken }, options)
      const { expires_at: seconds } = parseAnswer(answer, inspection, 'unavailable')
      return seconds === undefined ? null : new Date(seconds * 1000)
    },
  }
}

/** What was kept by earlier versions is a token alone. */
function readRenewed(value: string): Renewed {
  if (!value.startsWith('{')) return { accessToken: value, renewableUntil: null }
  return renewed.parse(JSON.parse(value))
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
